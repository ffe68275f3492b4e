#include "tools/import/decode.h"
#include "tools/verb_texts.h"
#include "tools/words/words.h"

namespace ducha::tools {

namespace {

void add_fields(Word& word, RecordOptions& record) {
  word.values("words", record.words, {"各字段，如 unit=区住建局", "its fields, as unit=区住建局"},
              {"字段=值…", "FIELD=VALUE…"});
  word.flag("--dry-run", record.dry_run, {"只检查，不记录", "check only, record nothing"});
}

}  // namespace

void add_taking_in(Word& root, Options& options) {
  root.add("init", taking_in, {"建立新台账", "make a new ledger"},
           [&](const Context& context) { return init(context, options.init); })
      .value("--office", options.init.office, {"报表上印的单位名称", "the office's name, as printed on reports"},
             {"名称", "NAME"})
      .one_of("--digest", options.init.digest, {"摘要算法；sm3 为国密", "the digest; sm3 is the Chinese standard"},
              {"sha256", "sm3"})
      .examples("ducha init\nducha --ledger /srv/ducha init --office 鼓楼区政府督查室");

  auto& import = options.import;
  root.add("import", taking_in,
           {"导入批量文件，每个文件整批记录或一条不记", "take in batch files, each whole or not at all"},
           [&](const Context& context) { return tools::import(context, import); })
      .values("file", import.files,
              {"JSON Lines、CSV、XLSX 或任务分解文本", "JSON Lines, CSV, XLSX, or the text of a plan"},
              {"文件…", "FILE…"})
      .one_of("--as", import.as,
              {"当作事件、台账或任务分解；不写则看内容", "take as events, a register or a plan; else by content"},
              {"events", "register", "plan"})
      .flag("--dry-run", import.dry_run, {"只检查，不记录", "check only, record nothing"})
      .one_of("--encoding", import.encoding, {"文字编码；不写则自行判断", "of the text; else found out"},
              {"utf-8", "gb18030", "gbk", "utf-16", "utf-16le", "utf-16be"})
      .value("--sheet", import.sheet, {"XLSX 的工作表：名称或序号", "the sheet of an XLSX: its name or number"},
             {"工作表", "SHEET"})
      .one_of("--on-error", import.on_error,
              {"有错时：整批不记（stop），或跳过有错的行（skip）",
               "on errors: record nothing (stop), or leave rows out (skip)"},
              {"stop", "skip"})
      .value("--rejects", import.rejects,
             {"跳过的行连同原因写入此文件，格式同原文件",
              "where rows left out go, with the reason, in the form they came"},
             {"文件", "FILE"})
      .value("--on", import.on,
             {"台账、任务分解：交办及所记各事的日期", "register, plan: the day of assignment and of what is told"},
             {"日期", "DAY"})
      .value(
          "--due", import.due,
          {"台账未写时限的、任务分解各项的时限", "due day of a register's rows that name none, of all items of a plan"},
          {"时限", "DAY"})
      .value("--prefix", import.prefix, {"台账、任务分解：编号前缀", "register, plan: prefix of docket numbers"},
             {"前缀", "P"})
      .flag("--register-units", import.register_units,
            {"台账、任务分解：登记未知单位", "register, plan: register unknown units"})
      .flag("--json", import.json, {"结果写成 JSON", "answer in JSON"})
      .one_of(
          "--template", import.blank,
          {"不导入，写一个空表：只有表头和一行示例", "take nothing in: write an empty file, headers and an example"},
          {"events", "register"})
      .value("-o,--output", import.output, {"空表的文件，.csv 或 .xlsx", "file of the template, .csv or .xlsx"},
             {"文件", "FILE"})
      .examples(
          "ducha import 2022-06.jsonl 2022-07.csv\nducha import --dry-run 2022-06.jsonl\n"
          "ducha import --as plan 任务分解.txt --on 2021-02-01 --prefix 2021\n"
          "ducha import --on-error skip --rejects 退回.xlsx 台账.xlsx\nducha import --template events -o 空表.xlsx");

  root.add("batches", taking_in, {"列出导入过的批次", "list the batches that were imported"},
           [&](const Context& context) { return batches(context, options.batches); })
      .one_of("--format", options.batches.format, {"写成文字或 JSON", "as text or JSON"}, {"text", "json"})
      .examples("ducha batches\nducha correct --batch 3f9a2c1d04b7 reason=误导入");

  auto record_word = root.add("record", taking_in, {"记录一条命令", "record one command"},
                              [&](const Context& context) { return record(context, options.record); });
  record_word
      .value("do", options.record.verb,
             {"动作，如 feedback；其字段见 ducha feedback --help",
              "what to record, as feedback; its fields: ducha feedback --help"},
             {"动作", "DO"})
      .needed();
  add_fields(record_word, options.record);
  record_word.examples("ducha record feedback docket=2022-001 unit=区住建局 progress=40 text=已开工");
}

void add_verbs(Word& root, Options& options) {
  constexpr InBoth title{"逐条记录（写作 字段=值）", "Commands to record (as field=value)"};
  root.pack(title);
  for (const auto& verb : verbs()) {
    const auto about = verb_meaning(verb, root.language());
    auto own = root.add(verb, title, {about.c_str(), about.c_str()}, [&options, verb](const Context& context) {
      options.record.verb = verb;
      if (!options.record.batch.empty()) return correct_batch(context, options.record);
      return record(context, options.record);
    });
    add_fields(own, options.record);
    if (verb == "correct")
      own.value("--batch", options.record.batch,
                {"更正整批导入（见 ducha batches），代替 entry=",
                 "take back a whole import (see ducha batches) instead of entry="},
                {"批次", "BATCH"});
    own.explain({own.say({"字段", "Fields"}), verb_fields(verb, root.language()), false});
    own.examples(verb_example(verb));
  }
}

}  // namespace ducha::tools
