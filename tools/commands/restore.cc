// 恢复: ducha restore

#include "ledger/store/restore.h"

#include <algorithm>
#include <charconv>
#include <ostream>

#include "ledger/base/fault.h"
#include "ledger/store/backup_walk.h"
#include "ledger/store/folder.h"
#include "ledger/store/lock.h"
#include "projections/views.h"
#include "tools/commands/backup_damages.h"
#include "tools/commands/backups.h"
#include "tools/commands/verification.h"
#include "tools/private_file.h"
#include "tools/render/progress.h"
#include "tools/sealing.h"

namespace ducha::tools {
namespace {

namespace fs = std::filesystem;

// The ledger is made beside its place and moved there when it verifies: what is stopped leaves no ledger behind.
constexpr std::string_view restoring = ".restoring";

// Throws Fault::locked when another restore to that place is at it.
void need_alone(const fs::path& place) {
  std::error_code error;
  if (const auto aside = fs::path(place) += restoring; fs::exists(aside, error)) store::WriterLock nobody_else(aside);
}

// Which of the backups is asked for: the last, or the one so numbered. Says so when there is none. Where a manifest is
// damaged nobody can tell which is the last, so it has to be named.
std::optional<std::size_t> chosen(const Context& context, const store::BackupReader& backups,
                                  const BackupOptions& options) {
  const auto& manifests = backups.manifests();
  if (options.number.empty()) {
    if (!manifests.empty() && backups.damages().empty()) return manifests.size() - 1;
  } else {
    for (std::size_t i = 0; i < manifests.size(); ++i)
      if (std::to_string(manifests[i].number) == options.number) return i;
  }
  for (const auto& damage : backups.damages())
    context.out << context.say("损坏：", "damage: ") << context.say(damage.what_zh, damage.what) << "\n";
  if (options.number.empty() && !manifests.empty())
    context.remarks << context.say(
        "未恢复:哪一次是最后一次备份已无从断定。用 ducha backup list 查看,用 --backup 写明要恢复哪一次。\n",
        "not restored: which backup is the last cannot be told any more. See them with ducha "
        "backup list, and name one with --backup.\n");
  else
    context.remarks << options.place << context.say(" 里没有可以恢复的备份", " holds no backup to restore")
                    << (options.number.empty() ? "" : " " + options.number) << context.say("。\n", ".\n");
  return {};
}

// Nothing when the place is free. A ledger there is Fault::exists, as it is for init.
std::optional<Exit> taken_already(const Context& context, const fs::path& place) {
  std::error_code error;
  const auto status = fs::status(place, error);
  if (!fs::exists(status)) return {};
  if (store::Database::is_in(place) || fs::exists(place / "HEAD", error))
    throw Fault(Fault::Kind::exists, "there is a ledger in " + place.string() + " already", place.string());
  if (fs::is_directory(status) && fs::is_empty(place, error) && !error) return {};
  context.remarks << place.string()
                  << context.say(" 已存在且不是空目录。请用 --ledger 指明一个新的地方。\n",
                                 " is there and is no empty folder. Name a new place with --ledger.\n");
  return Exit::refused;
}

// Lays the entries down and builds the views. What is wrong with the backup is added to `damages`; then the ledger
// is not whole.
void lay_down(const Context& context, const store::BackupReader& backups, std::size_t number, const fs::path& folder,
              BackupDamages& damages, bool& sound) {
  const auto& manifest = backups.manifests()[number];
  const auto size = manifest.head.size;
  store::Log::create(folder, manifest.algorithm, manifest.edition);
  store::Log log(folder, store::Access::write);
  record::EntryReader reader;
  store::Replay replay(log,
                       [&](std::span<const std::byte> bytes, Seq seq) { return reader.read(bytes, seq).envelope; });
  const auto bar = [&](std::string_view zh, std::string_view en) {
    return std::make_unique<Progress>(std::string(context.say(zh, en)), size, context.language, standard_error(),
                                      [] { return std::chrono::steady_clock::now(); });
  };
  auto progress = bar("恢复", "restore");
  Seq next = 0;
  const auto walked = walk_backup(backups, {[&](Seq seq, std::span<const std::byte> bytes, bool) {
                                              damages.see(seq, bytes);
                                              if (seq == next && seq < size) {
                                                replay.take(seq, bytes);
                                                ++next;
                                              }
                                            },
                                            [&](const store::BackupDamage& damage) { damages.add(damage); },
                                            [&](std::uint64_t done, std::uint64_t) { progress->reach(done); }});
  sound = walked[number] && next == size;
  if (!sound) return;
  replay.finish();
  if (log.head().root != manifest.head.root)
    throw Fault(Fault::Kind::damaged, "what was laid down does not have the root of the backup");
  progress = bar("重建视图", "views");
  projections::rebuild(log, [&](std::uint64_t done, std::uint64_t) { progress->reach(done); });
}

}  // namespace

Exit restore(const Context& context, const BackupOptions& options) {
  const auto place = without_slash(context.ledger);
  if (const auto no = taken_already(context, place)) return *no;
  const store::BackupReader backups(without_slash(options.place));
  const auto number = chosen(context, backups, options);
  if (!number) return backups.damages().empty() ? Exit::refused : Exit::unverified;
  const auto& manifest = backups.manifests()[*number];
  const auto trusted = record::parse_checkpoint(read_file(options.checkpoint).value_or(""));
  if (!options.checkpoint.empty() && !trusted) {
    context.remarks << options.checkpoint << context.say(" 里没有检查点。\n", " holds no checkpoint.\n");
    return Exit::refused;
  }

  need_alone(place);
  store::FolderAside site(place, restoring);
  BackupDamages damages;
  bool sound = false;
  lay_down(context, backups, *number, site.path(), damages, sound);
  damages.print(context, sound ? context.remarks : context.out);
  if (!sound) {
    context.remarks << context.say("未恢复:第 ", "not restored: backup ") << manifest.number
                    << context.say(
                           " 次备份核验未通过。更早的备份用 ducha backup list 查看、用 --backup 恢复;"
                           "能读出的用 ducha salvage 取出。\n",
                           " does not verify. See the earlier ones with ducha backup list and take one with "
                           "--backup; ducha salvage gets out what can still be read.\n");
    return Exit::unverified;
  }
  const Sealing sealing(site.path());
  for (std::size_t i = 0; i <= *number; ++i) sealing.put_back(backups.manifests()[i].files);
  std::size_t found = 0;
  {
    const store::Log log(site.path(), store::Access::read);
    const auto damage = [&](const std::string& zh, const std::string& en) {
      ++found;
      context.out << context.say("损坏：", "damage: ") << context.say(zh, en) << "\n";
    };
    verify_ledger(context, log, site.path(), damage);
    if (trusted && (trusted->head.size > log.head().size || log.root_at(trusted->head.size) != trusted->head.root))
      damage("备份不包含所给的检查点：它来自另一段历史",
             "the backup does not hold to the checkpoint given: it is of another history");
  }
  if (found > 0) {
    context.remarks << context.say("未恢复。\n", "not restored.\n");
    return Exit::unverified;
  }
  store::sync_folder(site.path() / "store");
  site.move_in();
  context.out << context.say("已恢复:", "restored: ") << manifest.head.size << context.say(" 条到 ", " entries to ")
              << place.string() << context.say(",来自第 ", ", from backup ") << manifest.number
              << context.say(" 次备份(", " (") << shanghai_time(manifest.taken)
              << context.say("),已核验,根 ", "), verified, root ")
              << record::labelled(manifest.algorithm, manifest.head.root) << "\n";
  const Sealing there(place);
  if (there.verifier() && !there.key())
    context.remarks << context.say("私钥不在备份里;要再签检查点,请把另行保管的私钥放到 ",
                                   "the secret key was not in the backup; to sign again put it back in ")
                    << there.key_file().string() << context.say("。\n", ".\n");
  return Exit::done;
}

}  // namespace ducha::tools
