// rebuild, stats: what keeps a ledger in order.

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "ledger/store/log.h"
#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/commands/last_import.h"
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
  std::uint64_t all = 0, views = 0;
  for (std::size_t i = 0; i < std::size(store::family_names); ++i) {
    const auto family = static_cast<store::Family>(i);
    const auto bytes = log.database().bytes_of(family);
    context.out << context.say("字节 ", "bytes ") << store::family_names[i] << "\t" << bytes << "\n";
    all += bytes;
    if (projections::is_view(family)) views += bytes;
  }
  const auto last = last_import(context.ledger);
  context.out << context.say("视图占字节\t", "bytes of views\t") << views
              << fmt::format(" ({:.1f}%)\n",
                             100.0 * static_cast<double>(views) / static_cast<double>(std::max<std::uint64_t>(all, 1)));
  if (!last) return Exit::done;
  context.out << context.say("最近导入\t", "last import\t") << last->file << "\n"
              << context.say("其命令数\t", "its commands\t") << last->commands << "\n"
              << context.say("其用时秒\t", "its seconds\t") << fmt::format("{:.2f}\n", last->seconds)
              << context.say("其视图秒\t", "its seconds of views\t") << fmt::format("{:.2f}\n", last->views_seconds)
              << context.say("每秒命令\t", "its commands a second\t")
              << fmt::format("{:.0f}\n", static_cast<double>(last->commands) / std::max(last->seconds, 1e-6));
  return Exit::done;
}

}  // namespace ducha::tools
