#include <algorithm>

#include "ledger/domain/take.h"

namespace ducha::domain {
namespace {

// Facts of the office, and corrections (what they took out has left the history already), change no docket.
template <class Each>
inline constexpr bool changes_no_docket = false;
template <>
inline constexpr bool changes_no_docket<LedgerStarted> = true;
template <>
inline constexpr bool changes_no_docket<CalendarAdopted> = true;
template <>
inline constexpr bool changes_no_docket<RulesAdopted> = true;
template <>
inline constexpr bool changes_no_docket<UnitRegistered> = true;
template <>
inline constexpr bool changes_no_docket<UnitAliased> = true;
template <>
inline constexpr bool changes_no_docket<UnitRenamed> = true;
template <>
inline constexpr bool changes_no_docket<UnitRetired> = true;
template <>
inline constexpr bool changes_no_docket<GroupDefined> = true;
template <>
inline constexpr bool changes_no_docket<GroupMemberNamed> = true;
template <>
inline constexpr bool changes_no_docket<PortfolioSet> = true;
template <>
inline constexpr bool changes_no_docket<PortfolioUnitNamed> = true;
template <>
inline constexpr bool changes_no_docket<ActingSet> = true;
template <>
inline constexpr bool changes_no_docket<DecisionMade> = true;
template <>
inline constexpr bool changes_no_docket<DecisionPublished> = true;
template <>
inline constexpr bool changes_no_docket<CommandCorrected> = true;

}  // namespace

void evolve(Docket& docket, Day on, const Fact& fact) {
  std::visit(
      [&](const auto& each) {
        if constexpr (!changes_no_docket<std::decay_t<decltype(each)>>) take(docket, on, each);
      },
      fact);
  docket.last_on = std::max(docket.last_on, on);
}

}  // namespace ducha::domain
