// Whatever text comes as a rule set or a calendar, it is complained of or means one thing: what is kept of it
// reads back as the same.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ledger/domain/calendar.h"
#include "tools/import/calendar_file.h"
#include "tools/import/encoding.h"
#include "tools/import/rules_file.h"

using namespace ducha;
using namespace ducha::tools;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto decoded = decode_text({reinterpret_cast<const char*>(bytes), size}, {}, Language::zh);
  if (decoded.complaint) return 0;
  if (const auto file = read_rules(decoded.text, Language::zh); file.complaints.empty()) {
    const auto again = domain::parse_rules(domain::rules_text(file.rules));
    if (!again.flaws.empty() || !(again.rules == file.rules)) std::abort();
  }
  if (const auto file = read_calendar(decoded.text, Language::zh); file.complaints.empty()) {
    const auto none = [](int) -> std::optional<std::vector<domain::ListedDay>> { return {}; };
    for (const auto& edition : editions_of(file, {}, none).editions)
      if (domain::parse_calendar(domain::calendar_text(edition.days)).days.size() != edition.days.size()) std::abort();
  }
  return 0;
}
