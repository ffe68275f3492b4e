// rebuild, stats: what keeps a ledger in order.

#include <ostream>

#include "ledger/store/log.h"
#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/render/progress.h"

namespace ducha::tools {

Exit rebuild(const Context& context) {
  store::Log log(context.ledger, store::Access::write);
  Progress progress(std::string(context.say("重建", "rebuild")), log.head().size, context.language, standard_error(),
                    [] { return std::chrono::steady_clock::now(); });
  const auto dockets = projections::rebuild(log, [&](std::uint64_t done, std::uint64_t) { progress.reach(done); });
  context.out << context.say("已重建视图:", "views rebuilt: ") << dockets << context.say(" 个事项,", " dockets, ")
              << log.head().size << context.say(" 条\n", " entries\n");
  return Exit::done;
}

Exit stats(const Context& context) {
  const store::Log log(context.ledger, store::Access::read);
  const auto& head = log.head();
  context.out << context.say("条目\t", "entries\t") << head.size << "\n"
              << context.say("事项\t", "dockets\t") << (log.stream_count() > 0 ? log.stream_count() - 1 : 0) << "\n"
              << context.say("根\t", "root\t") << record::labelled(head.algorithm, head.root) << "\n"
              << context.say("格式版本\t", "edition\t") << head.edition << "\n";
  for (std::size_t i = 0; i < std::size(store::family_names); ++i)
    context.out << context.say("字节 ", "bytes ") << store::family_names[i] << "\t"
                << log.database().bytes_of(static_cast<store::Family>(i)) << "\n";
  return Exit::done;
}

}  // namespace ducha::tools
