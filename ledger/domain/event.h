// Facts: what was decided, in the past tense, one struct each with one list of its fields.
//
// Facts are flat: one per unit assigned rather than a list inside. Their text is borrowed, from the
// command on the way in and from the stored bytes on the way out; who keeps a fact keeps a copy. They say
// what was decided, never what can be derived; a due day told to a unit was decided. When a thing happened
// and when it was recorded stands in the entry around the fact.

#pragma once

#include <variant>

#include "ledger/domain/accountability_event.h"
#include "ledger/domain/docket_event.h"
#include "ledger/domain/office_event.h"

namespace ducha::domain {

// In the order of the schema's union: a new kind goes to the end, and none ever leaves.
using Fact =
    std::variant<LedgerStarted, CalendarAdopted, RulesAdopted, UnitRegistered, UnitAliased, GroupDefined,
                 GroupMemberNamed, DecisionMade, DocketOpened, DocketAssigned, DocketReassigned, UnitAssigned,
                 VagueUnitNamed, UnitRemoved, RoleAccepted, RoleObjected, ObjectionSettled, FeedbackGiven,
                 PartContributed, UnitUrged, ExtensionRequested, ExtensionGranted, ExtensionDenied, CompletionReported,
                 CompletionReturned, DocketClosed, CommandCorrected, UnitRenamed, UnitMerged, UnitRetired, PortfolioSet,
                 PortfolioUnitNamed, ActingSet, DecisionPublished, NoticeIssued, DocketSuspended, DocketResumed,
                 DocketInspected, DocketStruck, DocketArchived, DocketReopened, DocketWithdrawn, ConclusionGiven,
                 RectificationReported, ConclusionContested, ContestRuled, MeasureTaken, DutyExempted, DueMoved>;

}  // namespace ducha::domain
