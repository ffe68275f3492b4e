// 备份: ducha backup, ducha backup list

#include "ledger/store/backup.h"

#include <ostream>

#include <nlohmann/json.hpp>

#include "ledger/store/backup_walk.h"
#include "tools/commands/backup_damages.h"
#include "tools/commands/backups.h"
#include "tools/render/progress.h"
#include "tools/render/width.h"
#include "tools/sealing.h"

namespace ducha::tools {
namespace {

namespace fs = std::filesystem;

// A folder that is there, or whose name looks like one; anything with an ending is a file.
bool means_folder(const std::string& place) {
  std::error_code error;
  if (fs::exists(place, error)) return fs::is_directory(place, error);
  return place.ends_with('/') || !fs::path(place).has_extension();
}

Exit told(const Context& context, store::NoBackup no, const std::string& place) {
  auto& remarks = context.remarks;
  switch (no) {
    case store::NoBackup::empty:
      remarks << context.say("台账里还没有记录,先完成 ducha init。\n",
                             "the ledger is empty; finish ducha init first.\n");
      return Exit::refused;
    case store::NoBackup::is_there:
      remarks << place
              << context.say(" 已存在,备份不覆盖任何文件。请换一个文件名,或备份到目录。\n",
                             " is there already, and no backup is written over. Name another file, or a folder.\n");
      return Exit::refused;
    case store::NoBackup::is_a_ledger:
      remarks << place
              << context.say(" 本身是一个台账。请备份到另一个目录,最好在另一块盘上。\n",
                             " is a ledger itself. Choose another folder, best on another disk.\n");
      return Exit::refused;
    case store::NoBackup::of_another:
      remarks << place
              << context.say(" 里是另一本台账的备份。请换一个目录。\n",
                             " holds backups of another ledger. Choose another folder.\n");
      return Exit::refused;
    case store::NoBackup::of_a_longer:
      remarks << context.say("未备份:", "no backup: ") << place
              << context.say(
                     " 里的备份比台账的记录还多:台账被截断过。请先 ducha restore 恢复出来核对。\n",
                     " holds more entries than the ledger does: the ledger was cut. Restore the backup beside it and "
                     "compare.\n");
      return Exit::unverified;
    case store::NoBackup::of_other_past:
      remarks << context.say("未备份:", "no backup: ") << place
              << context.say(
                     " 里的备份与台账现在的历史不符:台账被改动过。请先 ducha restore 恢复出来核对。\n",
                     " holds another history than the ledger does now: the ledger was altered. Restore the backup "
                     "beside it and compare.\n");
      return Exit::unverified;
    case store::NoBackup::damaged:
      remarks << context.say("未备份:", "no backup: ") << place
              << context.say(" 里的备份核验未通过。请把它移开保存,另备份到一个新目录。\n",
                             " does not verify. Put it aside, and take a backup into a new folder.\n");
      return Exit::unverified;
  }
  return Exit::fault;  // not reached: the compiler names what is forgotten
}

}  // namespace

Exit backup(const Context& context, const BackupOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  // One bar for the writing and one for the reading back.
  std::optional<Progress> bar;
  const auto drawn = [&](std::string_view label) {
    return [&, begun = false, label = std::string(label)](std::uint64_t done, std::uint64_t of) mutable {
      if (!begun) {
        bar.reset();
        bar.emplace(label, of, context.language, standard_error(), [] { return std::chrono::steady_clock::now(); });
      }
      begun = true;
      bar->reach(done);
    };
  };
  BackupDamages damages;
  store::BackupAsk ask;
  ask.now = context.now;
  ask.files = Sealing(context.ledger).files(options.with_key);
  ask.damage = [&](const store::BackupDamage& damage) { damages.add(damage); };
  ask.writing = drawn(context.say("备份", "backup"));
  ask.reading_back = drawn(context.say("读回核验", "reading back"));
  const bool folder = means_folder(options.place);
  const auto answer = folder ? store::back_up_to_folder(log, without_slash(options.place), ask)
                             : store::back_up_to_file(log, options.place, ask);
  bar.reset();
  damages.print(context, context.out);
  if (const auto* no = std::get_if<store::NoBackup>(&answer)) return told(context, *no, options.place);
  const auto& taken = std::get<store::Backup>(answer);
  const auto& manifest = taken.manifest;
  if (!taken.anything_new)
    context.out << context.say("没有新内容,未增加备份;已有的 ", "nothing new, no backup added; those there, ")
                << manifest.number << context.say(" 次备份已读回核验:", " in number, were read back and verified: ")
                << manifest.head.size;
  else
    context.out << context.say("已备份:", "backed up: ") << manifest.head.size
                << context.say(" 条,其中新增 ", " entries, of them new ") << taken.entries_new
                << context.say(" 条,写入 ", ", written ") << taken.bytes_new
                << context.say(" 字节;第 ", " bytes; backup ") << manifest.number
                << context.say(" 次,已读回核验:", ", read back and verified: ") << manifest.head.size;
  context.out << context.say(" 条,根 ", " entries, root ") << record::labelled(manifest.algorithm, manifest.head.root)
              << "\n";
  if (taken.anything_new && !options.with_key && Sealing(context.ledger).key())
    context.remarks << context.say("私钥不在备份里(--with-key 才带上),请另行保管:",
                                   "the secret key is not in it (--with-key puts it there); keep it apart: ")
                    << Sealing(context.ledger).key_file().string() << "\n";
  return Exit::done;
}

Exit backup_list(const Context& context, const BackupOptions& options) {
  const store::BackupReader backups(without_slash(options.place));
  if (backups.manifests().empty() && backups.damages().empty() && backups.segments_found().empty()) {
    context.remarks << options.place << context.say(" 里没有备份。\n", " holds no backup.\n");
    return Exit::refused;
  }
  BackupDamages damages;
  std::vector<bool> sound;
  {
    const auto size = backups.manifests().empty() ? 0 : backups.manifests().back().head.size;
    Progress progress(std::string(context.say("核验", "verify")), size, context.language, standard_error(),
                      [] { return std::chrono::steady_clock::now(); });
    sound = walk_backup(backups, {[&](Seq seq, std::span<const std::byte> bytes, bool) { damages.see(seq, bytes); },
                                  [&](const store::BackupDamage& damage) { damages.add(damage); },
                                  [&](std::uint64_t done, std::uint64_t) { progress.reach(done); }});
  }
  const auto& manifests = backups.manifests();
  if (options.format == "json") {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < manifests.size(); ++i)
      rows.push_back({{"backup", manifests[i].number},
                      {"taken", shanghai_time(manifests[i].taken)},
                      {"entries", manifests[i].head.size},
                      {"root", record::labelled(manifests[i].algorithm, manifests[i].head.root)},
                      {"sound", bool(sound[i])}});
    context.out << nlohmann::ordered_json{{"report", "backups"},
                                          {"rows", rows},
                                          {"damages", damages.sentences(context.language)}}
                       .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << "\n";
  } else {
    const auto line = [&](std::string_view number, std::string_view taken, std::string_view entries,
                          std::string_view sound_word, std::string_view root) {
      context.out << pad_left(number, 6) << "  " << pad_right(taken, 19) << "  " << pad_left(entries, 10) << "  "
                  << pad_right(sound_word, 7) << "  " << root << "\n";
    };
    line(context.say("备份", "Backup"), context.say("时间", "Taken"), context.say("记录", "Entries"),
         context.say("完好", "Sound"), context.say("根", "Root"));
    for (std::size_t i = 0; i < manifests.size(); ++i) {
      auto taken = shanghai_time(manifests[i].taken).substr(0, 19);
      taken[10] = ' ';
      line(std::to_string(manifests[i].number), taken, std::to_string(manifests[i].head.size),
           sound[i] ? context.say("是", "yes") : context.say("否", "NO"),
           record::labelled(manifests[i].algorithm, manifests[i].head.root));
    }
    damages.print(context, context.out);
  }
  return damages.none() ? Exit::done : Exit::unverified;
}

}  // namespace ducha::tools
