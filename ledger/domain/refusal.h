// Refusal: the office says no. A value from a closed list kept in order of precedence, each with its
// name (which machines read), its sentence and its remedy in both languages.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/day.h"

namespace ducha::domain {

// Of two that apply to one command the earlier is answered: what is known of the command itself, of its docket, of the
// units, posts and decisions it names, then what the docket's state forbids, then what the facts of later days do.
enum class Refusal : std::uint16_t {
  command_id_reused,
  on_after_recording,
  command_unknown,
  correction_stands,
  command_corrected,
  docket_unknown,
  docket_exists,
  parent_unknown,
  reassign_changes_nothing,
  grant_names_no_day,
  unit_unknown,
  unit_ended,
  group_cannot_lead,
  group_cycle,
  name_taken,
  post_unknown,
  lead_missing,
  decision_unknown,
  decision_exists,
  calendar_unreadable,
  rules_unreadable,
  due_not_open,
  day_before_opening,
  docket_ended,
  docket_not_ended,
  docket_suspended,
  not_suspended,
  report_stands,
  no_report,
  already_assigned,
  not_assigned,
  new_lead_needs_due,
  unit_has_no_role,
  unit_leads_docket,
  unit_does_not_lead,
  already_accepted,
  no_part,
  no_conclusion,
  contest_too_late,
  nothing_to_rectify,
  period_not_owed,
  no_due_day,
  extension_pending,
  grant_not_later,
  merged_into_itself,
  children_open,
  later_facts_unlawful,
  in_use,  // the last: `refusal_count` is counted from it
};
inline constexpr std::size_t refusal_count = static_cast<std::size_t>(Refusal::in_use) + 1;

// A refusal with what it is about; enough to print the whole sentence.
struct No {
  Refusal refusal;
  std::string subject;             // the unit, docket, day … concerned
  std::vector<std::string> names;  // nearest names, or the facts that stand in the way
  bool operator==(const No&) const = default;
};

std::string_view name_of(Refusal refusal);

// `{0}` in either stands for the subject, `{1}` for the names.
struct RefusalText {
  std::string_view name;
  std::string_view sentence_zh, remedy_zh;
  std::string_view sentence_en, remedy_en;
};
const RefusalText& text_of(Refusal refusal);

}  // namespace ducha::domain
