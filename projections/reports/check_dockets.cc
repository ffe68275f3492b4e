#include "projections/reports/check_dockets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "ledger/domain/duty.h"
#include "projections/reports/alike.h"

namespace ducha::reports {
namespace {

using domain::Docket;
using domain::DutyState;
using domain::Tenure;

// 立项 without 交办 for so long is a file with a cover and nothing in it.
constexpr int idle_days = 30;

struct Look {
  const Docket& docket;
  const projections::Books& books;
  const std::vector<std::string>& posts;
  std::vector<Finding>& found;

  void add(Problem problem, std::string unit = {}, std::vector<std::string> details = {}) const {
    found.push_back({problem, docket.code, std::move(unit), {}, std::move(details)});
  }
};

void look_at_roles(const Look& look) {
  const auto& [docket, books, posts, found] = look;
  if (!docket.has_lead()) {
    // Who was right in saying that it was not theirs, and when.
    std::vector<std::string> upheld;
    for (const Tenure& tenure : docket.tenures)
      if (tenure.led && tenure.upheld && tenure.to)
        upheld.push_back(books.office().name_of(tenure.unit, books.on()) + " " + to_string(*tenure.to));
    look.add(Problem::no_lead, {}, std::move(upheld));
  }
  for (const Tenure& tenure : docket.tenures) {
    const auto* unit = books.office().unit(tenure.unit);
    if (tenure.active() && unit && unit->ended_on(books.on()))
      look.add(Problem::unit_retired, tenure.unit, {to_string(*unit->ended)});
  }
  if (!docket.due) look.add(Problem::no_due);
  for (const auto& [written, role] : docket.vague) {
    // Named since: a reassignment added a unit in that class of role.
    const bool led = leads(role);
    const bool named = std::any_of(docket.tenures.begin(), docket.tenures.end(),
                                   [&](const Tenure& tenure) { return tenure.added && tenure.led == led; });
    if (!named) look.add(Problem::unit_unnamed, {}, {written});
  }
}

void look_at_leader(const Look& look) {
  const auto& [docket, books, posts, found] = look;
  const auto& office = books.office();
  if (!docket.leader.empty()) {
    if (!std::binary_search(posts.begin(), posts.end(), docket.leader))
      look.add(Problem::post_unknown, {}, {docket.leader});
    return;
  }
  if (office.portfolios().empty() || !docket.has_lead()) return;
  for (const Tenure& tenure : docket.tenures)
    if (tenure.active() && tenure.role() == domain::Role::lead && office.post_over(tenure.unit, books.on()).empty())
      look.add(Problem::no_leader, tenure.unit);
}

void look_at_days(const Look& look) {
  const auto& [docket, books, posts, found] = look;
  std::set<std::string> days;
  for (const auto& duty : duties_on(dues_of(docket), books.on()))
    if (duty.provisional &&
        (duty.state == DutyState::pending || duty.state == DutyState::due_today || duty.state == DutyState::overdue))
      days.insert(to_string(duty.due));
  if (docket.due && docket.due->provisional && !docket.has_lead() && !docket.ended())
    days.insert(to_string(docket.due->due));
  if (!days.empty()) look.add(Problem::due_provisional, {}, {days.begin(), days.end()});
}

void look_at_answers(const Look& look) {
  const auto& [docket, books, posts, found] = look;
  if (!docket.ended()) {
    for (const auto& [unit, tenure] : docket.objections) look.add(Problem::objection_open, unit);
    if (docket.request) look.add(Problem::extension_open, docket.request->unit, {to_string(docket.request->on)});
  }
  for (const auto& each : docket.conclusions)
    if (each.contested && !each.ruled) look.add(Problem::contest_open, each.unit, {to_string(*each.contested)});
  for (const auto& each : docket.exemptions)
    if (!excuses_any(docket, each)) look.add(Problem::exempts_nothing, each.unit, {to_string(each.due)});
}

void look_at_file(const Look& look) {
  const auto& [docket, books, posts, found] = look;
  const bool done = docket.closed && docket.closed->result == domain::CloseResult::done;
  const bool handed_in = std::any_of(docket.tenures.begin(), docket.tenures.end(),
                                     [](const Tenure& tenure) { return tenure.part && tenure.part->done; });
  if (done && !docket.reported && !docket.last_feedback_on && !docket.finding && !handed_in)
    look.add(Problem::near_empty, {}, {to_string(docket.closed->on)});
  if (!docket.ended() && !docket.assigned && books.on() - docket.opened_on >= idle_days)
    look.add(Problem::near_empty, {}, {to_string(docket.opened_on), std::to_string(books.on() - docket.opened_on)});
}

}  // namespace

Seen look_at(const Docket& docket, const projections::Books& books, const std::vector<std::string>& posts,
             std::vector<Finding>& found) {
  const Look look{docket, books, posts, found};
  if (docket.assigned && !docket.ended()) look_at_roles(look);
  if (!docket.ended()) look_at_leader(look);
  look_at_days(look);
  look_at_answers(look);
  look_at_file(look);
  Seen seen{docket.code,    docket.title,     docket.decision, {}, docket.parent, {},
            docket.ended(), docket.withdrawn, docket.opened_on};
  if (docket.due) seen.due = docket.due->due;
  if (docket.closed) seen.ended_on = docket.closed->on;
  for (const Tenure& tenure : docket.tenures)
    if (tenure.active() && tenure.role() == domain::Role::lead) seen.lead = tenure.unit;
  return seen;
}

void compare(const std::vector<Seen>& dockets, std::vector<Finding>& found) {
  std::map<std::string_view, const Seen*> by_code;
  std::map<std::string_view, std::vector<std::pair<const Seen*, Likeness>>> led_by;
  for (const Seen& each : dockets) {
    by_code.emplace(each.code, &each);
    if (!each.ended && !each.lead.empty()) led_by[each.lead].emplace_back(&each, likeness_of(each.title));
  }
  for (const Seen& part : dockets) {
    const auto whole = part.ended || part.parent.empty() ? by_code.end() : by_code.find(part.parent);
    if (whole == by_code.end()) continue;
    const Seen& parent = *whole->second;
    if (parent.ended)
      found.push_back({Problem::parent_ended,
                       part.code,
                       {},
                       {},
                       {parent.code, parent.ended_on ? to_string(*parent.ended_on) : std::string()}});
    else if (part.due && parent.due && *part.due > *parent.due)
      found.push_back({Problem::child_after_parent,
                       part.code,
                       {},
                       {},
                       {to_string(*part.due), parent.code, to_string(*parent.due)}});
  }
  // Parts of one whole, and several items of one decision, are told apart by whoever split them.
  const auto related = [](const Seen& a, const Seen& b) {
    return (!a.decision.empty() && a.decision == b.decision) || a.parent == b.code || b.parent == a.code ||
           (!a.parent.empty() && a.parent == b.parent);
  };
  for (const auto& [unit, led] : led_by)
    for (std::size_t i = 0; i < led.size(); ++i)
      for (std::size_t k = i + 1; k < led.size(); ++k) {
        const auto& [a, a_title] = led[i];
        const auto& [b, b_title] = led[k];
        if (related(*a, *b) || !alike(a_title, b_title)) continue;
        // The one opened first stays.
        const bool turned = b->opened_on < a->opened_on;
        const Seen& first = turned ? *b : *a;
        const Seen& second = turned ? *a : *b;
        found.push_back({Problem::duplicate, first.code, std::string(unit), {}, {second.code, second.title}});
      }
}

}  // namespace ducha::reports
