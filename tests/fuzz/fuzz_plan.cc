// Whatever text comes as a plan, its items have a place, a text and somebody who does them, and become dockets.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tools/import/encoding.h"
#include "tools/import/plan.h"
#include "tools/import/plan_drafts.h"

using namespace ducha::tools;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto decoded = decode_text({reinterpret_cast<const char*>(bytes), size}, {}, Language::zh);
  if (decoded.complaint) return 0;
  const KnownUnit known = [](std::string_view name) { return name == "区住建局" || name == "各街道"; };
  const auto plan = read_plan(decoded.text, Language::zh, known);
  for (const auto& item : plan.items) {
    if (item.place.line == 0 || item.title.empty()) std::abort();
    if (item.lead.empty() && item.joint.empty() && item.supporting.empty() && item.vague.empty()) std::abort();
  }
  BatchOptions options;
  options.on = "2021-02-01";
  options.due = "2021-12-31";
  options.prefix = "2021";
  options.register_units = true;
  if (drafts_of(plan, options, known).size() < plan.items.size()) std::abort();
  return 0;
}
