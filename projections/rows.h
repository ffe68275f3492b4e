// The rows the views keep, one a docket and view: what they hold, and their bytes.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/docket.h"
#include "ledger/domain/duty.h"

namespace ducha::projections {

// 责任: all a docket owes and all that is counted on it, for any day from `last_on` on.
struct DutiesRow {
  Day last_on;
  domain::Dues dues;
  std::vector<domain::Happening> happenings;
  bool operator==(const DutiesRow&) const = default;
};

enum class Stage : std::uint16_t { open, assigned, reported, done, not_done, merged, suspended, withdrawn };
inline constexpr std::string_view stage_names[] = {"open",     "assigned", "reported",  "done",
                                                   "not_done", "merged",   "suspended", "withdrawn"};
constexpr bool ended(Stage stage) {
  return stage == Stage::done || stage == Stage::not_done || stage == Stage::merged || stage == Stage::withdrawn;
}

// 督查结论 as the register shows it.
struct Concluded {
  std::string unit;
  domain::Role role;
  Day on;
  std::string text;
  std::optional<Day> rectify_by, rectified;
  Day contest_by;
  std::optional<Day> contested;
  std::optional<domain::Ruling> ruled;
  bool operator==(const Concluded&) const = default;
};

// 台账: a docket as the register shows it.
struct Card {
  std::string docket, title, decision, category, leader, requirement, parent;
  Day opened_on;
  std::string lead;
  std::vector<std::string> joint, supporting, vague;
  std::optional<Day> due, original_due, chase;
  Stage stage = Stage::open;
  std::optional<Day> finished_on;
  std::int32_t progress = -1;
  std::optional<Day> last_feedback_on;
  unsigned returns = 0;
  domain::DocketKind kind = domain::DocketKind::daily;
  std::optional<Day> suspended;
  bool struck = false, archived = false;
  std::optional<domain::Finding> finding;
  std::string into;  // the docket it was merged into
  std::optional<Day> closed_on;
  std::vector<domain::Cause> causes;  // the last of each unit, the newest at the end
  std::vector<Concluded> conclusions;
  bool operator==(const Card&) const = default;
};

DutiesRow duties_row(const domain::Docket& docket);
Card card(const domain::Docket& docket);

// The bytes of a row; the same row always gives the same bytes. Reading throws Fault::damaged.
std::string bytes_of(const DutiesRow& row);
std::string bytes_of(const Card& row);
DutiesRow parse_duties(std::string_view bytes);
Card parse_card(std::string_view bytes);

}  // namespace ducha::projections
