#include <deque>
#include <set>

#include "ledger/clerk.h"
#include "ledger/domain/default_calendar.h"

namespace ducha {
namespace {

constexpr std::string_view calendar_source = "国务院办公厅节假日安排通知";

}  // namespace

void Clerk::found(std::string_view office, std::int64_t now) {
  record::Hasher hasher(log_.head().algorithm);
  Submission submission;
  submission.now = now;
  const domain::Command command{"ducha-init", {}, shanghai_day(now), {}, {}, {}};
  std::deque<std::string> text;
  std::vector<domain::Fact> facts{domain::LedgerStarted{record::edition, record::name(log_.head().algorithm), office},
                                  domain::RulesAdopted{text.emplace_back(domain::Rules{}.edition), "ducha",
                                                       text.emplace_back(domain::rules_text({}))}};
  // One year a fact, with its own days as content: an edition is named by what it says.
  const auto listed = domain::parse_calendar(domain::default_calendar_csv).days;
  std::set<int> years;
  for (const auto& each : listed) years.insert(civil(each.day).year);
  for (const int year : years) {
    const auto& days = text.emplace_back(domain::calendar_text(domain::days_of(year, listed)));
    const auto& edition = text.emplace_back(to_hex(hasher.of(std::string_view(days))).substr(0, 12));
    facts.push_back(domain::CalendarAdopted{static_cast<std::uint32_t>(year), edition, calendar_source, days});
  }
  submission.request = hasher.of(office);
  next_stream_ = office_stream + 1;
  std::vector<Placed> placed;
  for (const auto& fact : facts) placed.push_back({nullptr, command.on, fact});
  stage(command, submission, placed);
  for (const auto& fact : facts) office_.evolve(command.on, fact);
  commit();
}

}  // namespace ducha
