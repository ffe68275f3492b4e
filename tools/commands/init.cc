#include <ostream>

#include "ledger/clerk.h"
#include "projections/views.h"
#include "tools/commands/commands.h"

namespace ducha::tools {

Exit init(const Context& context, const InitOptions& options) {
  const auto algorithm = record::digest_algorithm(options.digest);
  if (!algorithm) {
    context.remarks << context.say("--digest 应为 sha256 或 sm3\n", "--digest is sha256 or sm3\n");
    return Exit::usage;
  }
  store::Log::create(context.ledger, *algorithm, record::edition);
  store::Log log(context.ledger, store::Access::write);
  projections::Views views;
  Clerk clerk(log, views);
  clerk.found(options.office, context.now);
  context.out << context.say("已建立台账:", "ledger made: ") << context.ledger.string() << "\n";
  context.remarks << context.say("下一步:ducha import 文件…  导入批量文件;ducha --help 查看全部命令\n",
                                 "next: ducha import FILE…  takes batch files in; ducha --help lists all commands\n");
  return Exit::done;
}

}  // namespace ducha::tools
