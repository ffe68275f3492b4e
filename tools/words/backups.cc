#include "tools/words/backups.h"

#include "tools/words/words.h"

namespace ducha::tools {
namespace {

constexpr InBoth place{"目录|文件", "DIR|FILE"}, file{"文件", "FILE"};

}  // namespace

void add_backups(Word& root, BackupOptions& backup) {
  auto word = root.add("backup", upkeep,
                       {"备份：写入目录（增量）或一个文件", "back up into a folder (what is new) or one file"},
                       [&](const Context& context) { return tools::backup(context, backup); });
  word.value(
          "place", backup.place,
          {"目录，或带后缀的文件名；可与录入同时进行", "a folder, or a file's name with an ending; writers may go on"},
          place)
      .needed()
      .flag("--with-key", backup.with_key, {"连同私钥", "the secret key as well"})
      .examples("ducha backup 备份/\nducha backup 2022-06-30.ducha\nducha backup list 备份/");
  word.add("list", upkeep, {"列出备份，逐一核验", "the backups there, each verified"},
           [&](const Context& context) { return backup_list(context, backup); })
      .value("place", backup.place, {"备份所在的目录或文件", "where the backups are"}, place)
      .needed()
      .one_of("--format", backup.format, {"文字或 JSON", "text or JSON"}, {"text", "json"});
  root.add("restore", upkeep, {"从备份恢复到新的地方", "restore a backup into a new place"},
           [&](const Context& context) { return restore(context, backup); })
      .value("place", backup.place, {"备份所在的目录或文件", "where the backup is"}, place)
      .needed()
      .value("--backup", backup.number, {"第几次备份；不写则为最后一次", "which one, by its number; else the last"},
             {"次", "N"})
      .value("--checkpoint", backup.checkpoint,
             {"须包含这个可信的检查点", "it must hold to this checkpoint, which you trust"}, file)
      .examples("ducha restore 备份/ --ledger 新台账");
  root.add("salvage", upkeep,
           {"从损坏的台账或备份取出仍可核验的记录", "get out of a damaged ledger or backup what verifies"},
           [&](const Context& context) { return salvage(context, backup); })
      .value("place", backup.place, {"损坏的台账目录，或备份", "the damaged ledger's folder, or a backup"}, place)
      .needed()
      .value("-o,--output", backup.output, {"写入的新目录", "a new folder for what is found"}, {"目录", "DIR"})
      .needed()
      .examples("ducha salvage ducha-ledger -o 取出\nducha restore 取出/prefix.ducha --ledger 新台账");
}

}  // namespace ducha::tools
