// Commands: what somebody asks the ledger to record, in the imperative, one struct each with one list of its
// fields. Reading batch lines, help pages and templates walk that list.
//
// Units, groups and decisions are named as the writer named them; `decide` resolves them.

#pragma once

#include <string>
#include <type_traits>
#include <variant>

#include "ledger/base/day.h"
#include "ledger/domain/accountability_command.h"
#include "ledger/domain/docket_command.h"
#include "ledger/domain/office_command.h"

namespace ducha::domain {

using Body = std::variant<RegisterUnit, RenameUnit, MergeUnit, RetireUnit, DefineGroup, SetPortfolio, SetActing, Decide,
                          Publish, Open, Assign, Accept, Object, Settle, Reassign, Feedback, Contribute, Urge, Notice,
                          Extend, Grant, Deny, Suspend, Resume, Complete, Inspect, Return, Close, Strike, Archive,
                          Reopen, Withdraw, Conclude, Rectify, Contest, Rule, Commend, Criticise, Interview, Refer,
                          Exempt, Correct, AdoptCalendar, AdoptRules, MoveDue>;

// What a command is about: the office, one docket, or either, as it says. `correct` is about whatever the
// corrected command was about; `open` may leave its docket's number to the ledger.
enum class About : std::uint8_t { office, docket, either };

template <class Each>
inline constexpr About about = About::docket;
template <>
inline constexpr About about<RegisterUnit> = About::office;
template <>
inline constexpr About about<RenameUnit> = About::office;
template <>
inline constexpr About about<MergeUnit> = About::office;
template <>
inline constexpr About about<RetireUnit> = About::office;
template <>
inline constexpr About about<DefineGroup> = About::office;
template <>
inline constexpr About about<SetPortfolio> = About::office;
template <>
inline constexpr About about<SetActing> = About::office;
template <>
inline constexpr About about<Decide> = About::office;
template <>
inline constexpr About about<Publish> = About::office;
template <>
inline constexpr About about<AdoptCalendar> = About::office;
template <>
inline constexpr About about<AdoptRules> = About::office;
template <>
inline constexpr About about<Open> = About::either;
template <Measure measure>
inline constexpr About about<Take<measure>> = About::either;
template <>
inline constexpr About about<Correct> = About::either;

struct Command {
  std::string id;
  std::string docket;  // empty when it is about the office
  Day on;
  std::string by, note;
  Body body;

  About about() const {
    return std::visit([](const auto& each) { return domain::about<std::decay_t<decltype(each)>>; }, body);
  }
};

}  // namespace ducha::domain
