// 抢救: ducha salvage

#include "ledger/store/salvage.h"

#include <ostream>

#include "ledger/base/fault.h"
#include "ledger/record/base64.h"
#include "ledger/record/history.h"
#include "ledger/store/backup.h"
#include "ledger/store/folder.h"
#include "tools/commands/backup_damages.h"
#include "tools/commands/backups.h"
#include "tools/commands/entry_line.h"
#include "tools/output_file.h"
#include "tools/sealing.h"

namespace ducha::tools {
namespace {

namespace fs = std::filesystem;

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

struct Found {
  store::Salvage salvage;
  std::vector<store::KeptFile> files;  // public key and checkpoints
};

// The ledger's own files, as far as they can be read: salvaging goes on without them.
Found look(const fs::path& place, const fs::path& scratch) {
  Found found;
  if (!store::Database::is_in(place)) {
    const store::BackupReader backup(place);
    found.salvage = store::salvage_backup(backup);
    for (const auto& manifest : backup.manifests())
      for (const auto& file : manifest.files)
        if (file.name != Sealing(place).key_file().filename()) found.files.push_back(file);
    return found;
  }
  std::vector<record::Sealed> heads;
  std::vector<store::BackupDamage> damages;
  try {
    for (const auto& checkpoint : Sealing(place).checkpoints()) heads.push_back(checkpoint.head);
    found.files = Sealing(place).files(false);
  } catch (const Fault& fault) {
    damages.push_back({fault.what(), std::string("密钥或检查点读不出（") + fault.what() + "）", {}});
  }
  found.salvage = store::salvage_wreck(store::read_wreck(place, scratch), heads);
  auto& all = found.salvage.damages;
  all.insert(all.begin(), damages.begin(), damages.end());
  return found;
}

// Every entry that verifies: its bytes as proofs write them, and readable lines as `log` writes them.
void write_entries(const fs::path& folder, const store::Salvage& salvage, BackupDamages& damages) {
  OutputFile raw(folder / "entries.txt"), lines(folder / "log.txt");
  record::EntryReader reader;
  record::History office;
  for (const auto& [seq, bytes] : salvage.entries) {
    damages.see(seq, bytes_of(bytes));
    raw.stream() << "entry " << seq << ' ' << record::base64(bytes_of(bytes)) << '\n';
    try {
      if (reader.read(bytes_of(bytes), seq).envelope.stream == office_stream) office.emplace_back(bytes_of(bytes), seq);
    } catch (const Fault&) {
      // Of a newer edition; its bytes are kept above.
    }
  }
  const auto names = record::fold_office(record::counting(office));
  for (const auto& [seq, bytes] : salvage.entries) {
    try {
      print_entry(lines.stream(), seq, reader.read(bytes_of(bytes), seq), names);
    } catch (const Fault&) {
      lines.stream() << seq << "\t?\n";
    }
  }
  raw.finish();
  lines.finish();
}

}  // namespace

Exit salvage(const Context& context, const BackupOptions& options) {
  std::error_code error;
  if (fs::exists(options.output, error)) {
    context.remarks << options.output
                    << context.say(" 已存在。请用 -o 写一个新目录。\n",
                                   " is there already. Name a new folder with -o.\n");
    return Exit::refused;
  }
  const auto to = without_slash(options.output);
  store::FolderAside findings(to, ".part");
  const auto [salvage, files] = look(without_slash(options.place), findings.path() / "scratch");
  BackupDamages damages;
  for (const auto& damage : salvage.damages) damages.add(damage);
  write_entries(findings.path(), salvage, damages);
  const auto prefix = salvage.prefix();
  if (prefix > 0) {
    store::BackupAsk ask;
    ask.damage = [&](const store::BackupDamage& damage) { damages.add(damage); };
    ask.writing = ask.reading_back = [](std::uint64_t, std::uint64_t) {};
    store::Manifest base;
    base.algorithm = salvage.algorithm;
    base.edition = salvage.edition;
    base.taken = context.now;
    for (const auto& file : files) {
      // A checkpoint of more than is left would only say again, at every verification, what is lost.
      const auto checkpoint = record::parse_checkpoint(file.text);
      if (!checkpoint || checkpoint->head.size <= prefix) base.files.push_back(file);
    }
    const auto& entries = salvage.entries;
    const auto scan = [&entries](Seq first, Seq last, const store::Log::Visit& visit) {
      for (auto each = entries.find(first); each != entries.end() && each->first < last; ++each)
        if (!visit(each->first, bytes_of(each->second))) return;
    };
    if (!store::write_backup_file(findings.path() / "prefix.ducha", base, prefix, scan, ask))
      throw Fault(Fault::Kind::disk, "what was written did not read back", to.string());
  }
  findings.move_in();
  damages.print(context, context.out);
  context.out << context.say("取出 ", "salvaged ") << salvage.entries.size() << context.say(" 条,共 ", " entries of ")
              << salvage.size << context.say(" 条;失去 ", "; lost ") << salvage.size - salvage.entries.size() << "\n";
  if (prefix > 0)
    context.out << context.say("可恢复:前 ", "to restore: the first ") << prefix
                << context.say(" 条(ducha restore ", " (ducha restore ") << (to / "prefix.ducha").string()
                << context.say(" --ledger 新台账)\n", " --ledger NEWPLACE)\n");
  if (salvage.entries.size() > prefix)
    context.out << context.say("只能查看:其后 ", "to read only: ") << salvage.entries.size() - prefix
                << context.say(" 条,在 ", " entries after that, in ") << (to / "log.txt").string()
                << context.say(" 与 ", " and ") << (to / "entries.txt").string() << "\n";
  if (salvage.confirmed < prefix)
    context.out << context.say("有账本根为证的是前 ", "confirmed by a head that is known: the first ")
                << salvage.confirmed
                << context.say(" 条;其余各条只与自己的摘要相符\n", "; the others agree with their own digests only\n");
  return damages.none() ? Exit::done : Exit::unverified;
}

}  // namespace ducha::tools
