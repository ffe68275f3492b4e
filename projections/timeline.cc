#include "projections/timeline.h"

#include <algorithm>
#include <array>

#include "ledger/domain/duty.h"

namespace ducha::projections {
namespace {

using reports::Timeline;
using reports::Word;

constexpr int margin = 7;  // days beside the first and the last thing drawn

// What a docket's lane tells: its turns, not what each unit does in its own lane.
constexpr std::array turns{
    domain::DocketAssigned::name,   domain::DocketReassigned::name,   domain::ExtensionRequested::name,
    domain::ExtensionGranted::name, domain::ExtensionDenied::name,    domain::DocketSuspended::name,
    domain::DocketResumed::name,    domain::CompletionReported::name, domain::CompletionReturned::name,
    domain::DocketInspected::name,  domain::DocketClosed::name,       domain::DocketReopened::name,
    domain::DocketWithdrawn::name,  domain::NoticeIssued::name,       domain::UnitUrged::name,
    domain::ConclusionGiven::name,  domain::MeasureTaken::name,       domain::DocketStruck::name,
    domain::DocketArchived::name,
};

// The day it was over; the day of looking while it goes on.
Day end_of(const domain::Docket& docket, Day on) {
  if (docket.withdrawn) return *docket.withdrawn;
  if (docket.closed) return docket.closed->on;
  return on;
}

Timeline::Lane docket_lane(const domain::Docket& docket, const std::vector<const record::Entry*>& entries, Day on) {
  Timeline::Lane lane;
  lane.bars.push_back({docket.opened_on, end_of(docket, on), {"open"}});
  for (const auto& span : docket.suspensions) lane.bars.push_back({span.from, span.to, {"suspended"}});
  if (docket.suspended) lane.bars.push_back({*docket.suspended, on, {"suspended"}});
  for (const auto* entry : entries) {
    const auto name = std::visit([](const auto& fact) { return std::string_view(fact.name); }, entry->fact);
    if (std::find(turns.begin(), turns.end(), name) == turns.end()) continue;
    const Timeline::Mark mark{entry->envelope.on, {name}};
    if (lane.marks.empty() || lane.marks.back() != mark) lane.marks.push_back(mark);
  }
  return lane;
}

// Where what ran over ran to: the day it was done, the end of the role or of the docket, or the day of looking.
std::optional<Day> ran_to(const domain::Duty& duty, const domain::Tenure& tenure, const domain::Docket& docket,
                          Day on) {
  switch (duty.state) {
    case domain::DutyState::late:
      return duty.done;
    case domain::DutyState::overdue:
      return on;
    case domain::DutyState::missed:
      return std::min(tenure.to.value_or(on), end_of(docket, on));
    default:
      return {};
  }
}

Timeline::Lane unit_lane(const domain::Docket& docket, const domain::Tenure& tenure,
                         const std::vector<domain::Duty>& duties, const Books& books) {
  const Day on = books.on();
  Timeline::Lane lane{books.office().name_of(tenure.unit, on), {name_of(tenure.role())}, {}, {}};
  lane.bars.push_back({tenure.from, std::min(tenure.to.value_or(on), end_of(docket, on)), lane.role});
  for (const auto& duty : duties) {
    if (duty.unit != tenure.unit || leads(duty.role) != tenure.led) continue;
    if (duty.due < tenure.from && duty.kind != domain::DutyKind::completion) continue;
    const Word state{name_of(duty.state)}, kind{name_of(duty.kind)};
    lane.marks.push_back({duty.due, kind, state, duty.done});
    // Feedback comes again and again: its points alone say it.
    const bool once = duty.kind != domain::DutyKind::feedback && duty.kind != domain::DutyKind::acceptance;
    if (const auto to = ran_to(duty, tenure, docket, on); once && to && *to > duty.due)
      lane.bars.push_back({duty.due, *to, state, kind});
  }
  return lane;
}

}  // namespace

reports::Timeline timeline_of(const domain::Docket& docket, const std::vector<const record::Entry*>& entries,
                              const Books& books) {
  const Day on = books.on();
  Timeline timeline{docket.opened_on, end_of(docket, on), on, {}, docket.dues};
  timeline.lanes.push_back(docket_lane(docket, entries, on));
  const auto duties = domain::duties_on(domain::dues_of(docket), on);
  for (const auto& tenure : docket.tenures) {
    // A unit that comes back in the same class of role goes on in its lane.
    const auto name = books.office().name_of(tenure.unit, on);
    const bool drawn = std::any_of(timeline.lanes.begin() + 1, timeline.lanes.end(), [&](const auto& lane) {
      return lane.who == name && (lane.role.name != name_of(domain::Role::supporting)) == tenure.led;
    });
    if (!drawn) timeline.lanes.push_back(unit_lane(docket, tenure, duties, books));
  }
  for (const auto& lane : timeline.lanes) {
    for (const auto& bar : lane.bars) timeline.to = std::max(timeline.to, bar.to);
    for (const auto& mark : lane.marks) {
      timeline.from = std::min(timeline.from, mark.on);
      timeline.to = std::max(timeline.to, mark.on);
    }
  }
  for (const auto due : timeline.dues) timeline.to = std::max(timeline.to, due);
  timeline.from = timeline.from - margin;
  timeline.to = timeline.to + margin;
  return timeline;
}

}  // namespace ducha::projections
