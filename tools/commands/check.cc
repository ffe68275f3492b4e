#include "tools/commands/check.h"

#include "projections/reports/check.h"
#include "projections/views.h"
#include "tools/commands/check_texts.h"

namespace ducha::tools {

Exit check(const Context& context, const store::Log& log, const projections::Books& books,
           const std::function<void(const reports::Report&)>& write) {
  std::vector<projections::ViewDamage> differences;
  projections::verify_views(log, [&](const projections::ViewDamage& found) { differences.push_back(found); });
  const auto found = reports::findings(books, differences);
  write(reports::check(books, found, [&](const reports::Finding& finding) { return word(finding, context.language); }));
  return differences.empty() ? Exit::done : Exit::unverified;
}

}  // namespace ducha::tools
