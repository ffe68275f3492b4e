// The adopted rule set: limits that are counted, what a fault costs, what a light means.
//
// The figures are the product's own defaults (no published rule gives a ratio of lead to supporting), and
// every report that uses them says so by naming the edition.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/deadline.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

// Points are held in thousandths, so that sums are exact.
struct Rules {
  std::string edition = "gulou-2022";
  Limit accept_within{Limit::Kind::workdays, 1, {}};
  Limit yellow_within{Limit::Kind::workdays, 3, {}};
  // Whether a late extension changes the day by which a unit is assessed (`assess_new`) or is only a chase date.
  bool late_extension_assesses_new = false;
  // By kind of duty, in the order of DutyKind. 整改 costs nothing unless the office's own rules say so.
  std::array<std::int64_t, 5> late{100, 500, 2000, 2000, 0};
  std::array<std::int64_t, 5> missed{100, 2000, 3000, 3000, 0};  // missed or overdue
  std::int64_t returned = 200;
  std::int64_t returned_again = 500;  // the third return of a docket and further ones
  std::int64_t lead_weight = 1000;
  std::int64_t supporting_weight = 500;
  // 亮灯: far from due, near it (`yellow_within` of the due day), overdue or missed, done, excused.
  Light pending = Light::green, near = Light::yellow, overdue = Light::red, done = Light::blue, excused = Light::grey;
  // 发文字号 as documents carry it: {year} and {number} are filled in. The office puts its own 代字 there (鼓政督).
  std::string document_number = "督〔{year}〕{number}号";
  bool operator==(const Rules&) const = default;
};

// What a duty in this state costs, before the role's weight.
constexpr std::int64_t deduction(const Rules& rules, DutyKind kind, DutyState state) {
  const auto at = static_cast<std::size_t>(kind);
  if (state == DutyState::late) return rules.late[at];
  return state == DutyState::missed || state == DutyState::overdue ? rules.missed[at] : 0;
}

// The name of the rule by which such a duty costs points, as `rules show` lists it; the same one, for ever.
std::string_view rule_of(DutyKind kind, DutyState state);

// A rule set as text: `name = value` lines under [section] heads, the form every rule set is kept in. Names
// that are left out keep their defaults.
struct RulesText {
  Rules rules;
  std::vector<std::string> flaws;  // what cannot be read
};
RulesText parse_rules(std::string_view text);
std::string rules_text(const Rules& rules);
// The names a rule set may give: `edition`, `limits.accept_within`, …
std::vector<std::string> rule_names();

// What may stand as the value of a name.
enum class RuleValue : std::uint8_t {
  text,    // of the edition, of the number of documents
  limit,   // "3wd", "3d"
  choice,  // "assess_original", "assess_new"
  points,  // 0 to 999999.999
  light,   // a colour
};

// One name and its value, written as in the text of a rule set.
struct RuleEntry {
  std::string name;
  RuleValue kind = RuleValue::text;
  std::string value;
  bool operator==(const RuleEntry&) const = default;
};
// All of a rule set, in the order of the names.
std::vector<RuleEntry> rule_entries(const Rules& rules);

}  // namespace ducha::domain
