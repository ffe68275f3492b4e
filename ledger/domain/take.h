// How each kind of fact changes a docket. One overload a kind; `evolve` finds it.

#pragma once

#include "ledger/domain/docket.h"

namespace ducha::domain {

// ---- who is concerned: evolve_roles.cc ----------------------------------------------------------------
void take(Docket& docket, Day on, const DocketAssigned& fact);
void take(Docket& docket, Day on, const DocketReassigned& fact);
void take(Docket& docket, Day on, const UnitAssigned& fact);
void take(Docket& docket, Day on, const VagueUnitNamed& fact);
void take(Docket& docket, Day on, const UnitRemoved& fact);
void take(Docket& docket, Day on, const UnitMerged& fact);
void take(Docket& docket, Day on, const RoleObjected& fact);
void take(Docket& docket, Day on, const ObjectionSettled& fact);

// Keeps why it takes longer, the last thing each unit said; empty reasons say nothing.
void because(Docket& docket, std::string_view unit, Day on, std::string_view reason);

// ---- what the units do: evolve_answers.cc --------------------------------------------------------------
void take(Docket& docket, Day on, const RoleAccepted& fact);
void take(Docket& docket, Day on, const FeedbackGiven& fact);
void take(Docket& docket, Day on, const PartContributed& fact);
void take(Docket& docket, Day on, const UnitUrged& fact);
void take(Docket& docket, Day on, const NoticeIssued& fact);
void take(Docket& docket, Day on, const ConclusionGiven& fact);
void take(Docket& docket, Day on, const RectificationReported& fact);
void take(Docket& docket, Day on, const ConclusionContested& fact);
void take(Docket& docket, Day on, const ContestRuled& fact);
void take(Docket& docket, Day on, const MeasureTaken& fact);
void take(Docket& docket, Day on, const DutyExempted& fact);

// ---- the docket's own life: evolve_life.cc --------------------------------------------------------------
void take(Docket& docket, Day on, const DocketOpened& fact);
void take(Docket& docket, Day on, const ExtensionRequested& fact);
void take(Docket& docket, Day on, const ExtensionGranted& fact);
void take(Docket& docket, Day on, const ExtensionDenied& fact);
void take(Docket& docket, Day on, const DocketSuspended& fact);
void take(Docket& docket, Day on, const DocketResumed& fact);
void take(Docket& docket, Day on, const CompletionReported& fact);
void take(Docket& docket, Day on, const CompletionReturned& fact);
void take(Docket& docket, Day on, const DocketInspected& fact);
void take(Docket& docket, Day on, const DocketClosed& fact);
void take(Docket& docket, Day on, const DocketStruck& fact);
void take(Docket& docket, Day on, const DocketArchived& fact);
void take(Docket& docket, Day on, const DocketReopened& fact);
void take(Docket& docket, Day on, const DocketWithdrawn& fact);
void take(Docket& docket, Day on, const DueMoved& fact);

}  // namespace ducha::domain
