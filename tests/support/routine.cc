// What units do of themselves in a docket's life: accept, hand in their part, feed back.

#include <algorithm>
#include <iterator>
#include <utility>

#include "tests/support/life.h"
#include "tests/support/workdays.h"

namespace ducha::support {
namespace {

// Nobody is followed for ever. In a district of many years what was not done by then is closed as not done; in one of a
// year nothing gets so old.
constexpr int followed_days = 400;

// The docket's report stands, or it is over, from the first to before the second.
template <class Spans>
bool within(const Spans& spans, Day day) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const auto& span) { return span.from <= day && (!span.to || day < *span.to); });
}

}  // namespace

bool Life::acts(const Member& member, Day day) const {
  return member.from <= day && (!member.to || day < *member.to) && (!closed_ || day < *closed_) &&
         !within(finished_, day);
}

unsigned Life::diligence(const Member& member) const {
  const unsigned share = units[member.unit].diligence;
  return member.leads ? share : share - 4;
}

int Life::progress_on(Day day) const {
  const Day hoped = closed_ && !given_up_ ? *closed_ : target_ + 30;
  const Day done = finished_.empty() ? hoped : finished_.back().from;
  return std::clamp(100 * (day - assigned_) / std::max(1, done - assigned_), 1, 97);
}

// Behind is a lead whose pace would not bring it there by the day due.
Pace Life::pace_on(const Member& member, Day day) const {
  const int planned = std::min(100, 100 * (day - assigned_) / std::max(1, target_ - assigned_));
  const int short_of = planned - progress_on(day);
  if (day > target_ || short_of > 25) return Pace::stuck;
  if (short_of > 10 || units[member.unit].diligence == slack) return Pace::behind;
  return Pace::steady;
}

std::optional<Day> Life::brought(Day on) {
  if (!chance.percent(3)) return {};
  const int days = chance.between(2, 6);
  return workdays_after(on, days);
}

void Life::accept(const Member& member) {
  const auto roll = chance.below(100);
  const unsigned on_time = diligence(member);
  int days = chance.percent(45) ? 0 : 1;
  if (roll >= on_time) {
    days = chance.between(2, 7);
    if (roll >= on_time + (100 - on_time) * 7 / 10) return;  // never
  }
  const Day on = workdays_after(member.from, days);
  if (!acts(member, on)) return;
  const auto late_paper = brought(on);
  auto& json = add(on, "accept", units[member.unit].name, late_paper);
  json["unit"] = spelled(member.unit);
}

void Life::hand_in(const Member& member) {
  const auto roll = chance.below(100);
  const unsigned on_time = diligence(member);
  const int before = chance.between(0, 6), after = chance.between(1, 10);
  if (roll >= on_time + (100 - on_time) * 6 / 10) return;  // never
  const Day on = roll < on_time ? std::max(member.from, workday_upto(*member.part_by - before))
                                : workdays_after(*member.part_by, after);
  if (!acts(member, on)) return;
  auto& json = add(on, "contribute", units[member.unit].name);
  json["unit"] = spelled(member.unit);
  json["text"] = part_text(chance);
}

void Life::report_once(const Member& member, Day on, std::optional<Day> period) {
  const auto late_paper = brought(on);
  auto& json = add(on, "feedback", units[member.unit].name, late_paper);
  json["unit"] = spelled(member.unit);
  const bool nothing = chance.percent(member.leads ? 3 : 14);
  const int percent = progress_on(on);
  const auto pace = pace_on(member, on);
  std::string text;
  if (nothing)
    text = nothing_text(chance);
  else if (member.leads)
    text = progress_text(chance, percent, sites_, pace);
  else
    text = support_text(chance, units[member.unit].kind == "subdistrict");
  if (!nothing && (member.leads || chance.percent(30))) json["progress"] = percent;
  if (habits_.wordy) {
    const int sentences = chance.between(2, 4);
    text += padding(chance, sentences);
  }
  json["text"] = text;
  if (period) json["period"] = to_string(*period);
  if (nothing) json["nothing"] = true;
  if (member.leads && !nothing && pace != Pace::steady) {
    json["light"] = pace == Pace::stuck ? "red" : "yellow";
    json["cause"] = cause_text(chance);
  } else if (member.leads && chance.percent(20)) {
    json["light"] = "green";
  }
  if (chance.percent(4)) {
    auto evidence = Json::array({attachment(chance)});
    if (chance.percent(30)) evidence.push_back(attachment(chance));
    json["evidence"] = std::move(evidence);
  }
}

// Around each feedback day: before it, on it, after it, or not at all. Whoever has skipped a day says which
// day the next report is for, or it would be taken for the skipped one; not everybody knows that.
void Life::report(const Member& member) {
  const Day last = target_ + followed_days;
  const Day end = std::min({member.to.value_or(last), closed_.value_or(last), last});
  std::optional<Day> skipped;
  Day before = member.from;
  for (Day due = domain::next_after(cadence_, member.from); due < end; due = domain::next_after(cadence_, due)) {
    const Day next = domain::next_after(cadence_, due);
    const auto roll = chance.below(100);
    const unsigned on_time = diligence(member);
    const int early = chance.between(0, 5), late = chance.between(1, 7);
    if (within(finished_, due)) continue;
    if (roll < on_time) {
      // A fifth waits for the very day, and feeds back then, also on a Sunday.
      const Day on = early == 0 ? due : std::max(workday_upto(due - early + 1), before + 1);
      if (acts(member, on)) {
        const bool says = skipped && on < due && chance.percent(75);
        report_once(member, on, says ? std::optional(due) : std::nullopt);
        if (skipped && chance.percent(20)) report_once(member, on, skipped);
        const bool mistaken = skipped && on < due && !says;
        skipped = mistaken ? std::optional(due) : std::nullopt;
      }
    } else {
      const Day on = workdays_after(due, late);
      const bool given = roll < on_time + (100 - on_time) * 6 / 10 && on < next && acts(member, on);
      const Day urged = workdays_after(due, 1);
      if (chance.percent(45) && acts(member, urged) && (!given || urged < on)) urge(urged, member.unit);
      if (given) report_once(member, on, {});
      skipped = given ? std::nullopt : std::optional(due);
    }
    before = due;
  }
}

std::vector<Command> Life::told() {
  given_up_ = habits_.brief && !closed_;
  if (given_up_) close(workday_from(target_ + followed_days), "not_done");
  for (const Member& member : members_) {
    if (member.silent) continue;
    accept(member);
    if (member.part_by) hand_in(member);
    if (cadence_) report(member);
  }

  std::vector<std::size_t> order(told_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return told_[a].command.at < told_[b].command.at; });
  std::vector<std::string> ids(told_.size());
  for (std::size_t n = 0; n < order.size(); ++n) ids[order[n]] = matter_.code + "/" + std::to_string(n + 1);
  std::vector<Command> commands;
  commands.reserve(order.size());
  for (const auto place : order) {
    auto& told = told_[place];
    told.command.json["id"] = ids[place];
    if (told.corrects) told.command.json["entry"] = ids[*told.corrects];
    commands.push_back(std::move(told.command));
  }
  for (auto& child : children_) {
    auto below = child->told();
    std::move(below.begin(), below.end(), std::back_inserter(commands));
  }
  return commands;
}

}  // namespace ducha::support
