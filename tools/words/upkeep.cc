#include "tools/words/words.h"

namespace ducha::tools {

void add_upkeep(Word& root, Options& options) {
  root.add("log", upkeep, {"逐条列出台账", "the entries as they lie"},
           [&](const Context& context) { return log(context, options.report); })
      .value("--docket", options.report.docket, {"只看此事项", "this docket only"}, {"编号", "DOCKET"});
  root.add("export", upkeep, {"全部台账写成批量文件", "the whole ledger as batch lines"},
           [&](const Context& context) { return export_ledger(context, options.report); });
  root.add("verify", upkeep, {"核验每一个字节", "check every byte"}, verify);
  root.add("rebuild", upkeep, {"重建全部视图", "build all views again"}, rebuild);
  root.add("stats", upkeep, {"大小与条数", "sizes and counts"}, stats);
}

}  // namespace ducha::tools
