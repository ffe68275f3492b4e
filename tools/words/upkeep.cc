#include "tools/commands/verification.h"
#include "tools/words/words.h"

namespace ducha::tools {

void add_upkeep(Word& root, Options& options) {
  root.add("log", upkeep, {"逐条列出台账", "the entries as they lie"},
           [&](const Context& context) { return log(context, options.report); })
      .value("--docket", options.report.docket, {"只看此事项", "this docket only"}, {"编号", "DOCKET"});
  root.add("export", upkeep, {"全部台账写成批量文件", "the whole ledger as batch lines"},
           [&](const Context& context) { return export_ledger(context, options.report); })
      .one_of("--format", options.report.format, {"JSON Lines 或 CSV", "JSON Lines or CSV"}, {"jsonl", "csv"})
      .one_of("--encoding", options.report.encoding,
              {"CSV 的文字编码；UTF-8 带字节序标记", "of CSV; UTF-8 has a byte order mark"}, {"utf-8", "gb18030"})
      .value("-o,--output", options.report.output, {"写入文件", "write to a file"}, {"文件", "FILE"})
      .examples("ducha export -o 2022.jsonl\nducha export --format csv --encoding gb18030 -o 2022.csv");
  root.add("verify", upkeep, {"核验每一个字节", "check every byte"},
           [&](const Context& context) { return verify(context, options.proof); })
      .value("--since", options.proof.since,
             {"并证明此检查点以前一条未改", "also that nothing before this checkpoint has changed"}, {"文件", "FILE"})
      .examples("ducha verify\nducha verify --since 2022-06-30.note");
  root.add("rebuild", upkeep, {"重建全部视图", "build all views again"}, rebuild);
  root.add("stats", upkeep, {"大小与条数", "sizes and counts"}, stats);
}

}  // namespace ducha::tools
