#include "tests/support/life.h"

#include <algorithm>
#include <utility>

#include "ledger/domain/deadline.h"
#include "tests/support/texts.h"
#include "tests/support/workdays.h"

namespace ducha::support {
namespace {

constexpr std::string_view office = "区政府督查室";

}  // namespace

Life::Life(const Habits& habits, Matter matter, std::uint64_t seed, std::uint64_t nth)
    : chance(seed, nth),
      habits_(habits),
      matter_(std::move(matter)),
      seed_(seed),
      nth_(nth),
      assigned_(matter_.opened),
      target_(matter_.opened + 90),
      lead_(matter_.work->lead),
      sites_(chance.between(4, 60)) {}

// By code, name or alias, as writers do.
std::string Life::spelled(std::size_t unit) {
  const auto& named = units[unit];
  const auto way = chance.below(20);
  if (way < 3) return std::string(named.code);
  if (way == 3 && !named.alias.empty()) return std::string(named.alias);
  return std::string(named.name);
}

Json Life::names(const std::vector<std::size_t>& of) {
  auto list = Json::array();
  for (const auto unit : of) list.push_back(spelled(unit));
  return list;
}

Json& Life::add(Day on, std::string_view verb, std::string_view by, std::optional<Day> brought) {
  auto& told = told_.emplace_back();
  told.command.at = brought.value_or(on);
  auto& json = told.command.json;
  json["do"] = verb;
  json["id"] = "";  // its place is known when all is told
  if (verb != "correct") json["docket"] = matter_.code;
  json["on"] = to_string(on);
  json["by"] = by;
  if (habits_.wordy) {
    const bool reports = verb == "feedback" || verb == "complete" || verb == "contribute";
    const int sentences = reports ? 1 : chance.between(3, 5);
    json["note"] = padding(chance, sentences);
  }
  return json;
}

const Life::Member* Life::present(std::size_t unit) const {
  const auto found = std::find_if(members_.rbegin(), members_.rend(),
                                  [&](const Member& member) { return member.unit == unit && !member.to; });
  return found == members_.rend() ? nullptr : &*found;
}

// The stronger role wins; between supporting and lead the old role ends and a new one begins.
void Life::join(std::size_t unit, bool leads, Day from, std::optional<Day> part_by) {
  if (const auto* known = present(unit)) {
    if (known->leads || !leads) return;
    leave(unit, from);
  }
  members_.push_back({unit, leads, from, {}, leads ? std::nullopt : part_by});
}

void Life::leave(std::size_t unit, Day to) {
  for (auto& member : members_)
    if (member.unit == unit && !member.to) member.to = to;
}

std::optional<std::size_t> Life::supporter() const {
  for (const auto& member : members_)
    if (!member.leads && !member.to) return member.unit;
  return {};
}

std::size_t Life::other_department() {
  for (;;) {
    const auto unit = chance.below(unit_count);
    if (units[unit].kind == "department" && !present(unit)) return unit;
  }
}

void Life::silence(std::size_t unit) {
  for (auto& member : members_)
    if (member.unit == unit) member.silent = true;
}

void Life::open(const Json& more) {
  auto& json = add(matter_.opened, "open", office);
  json["title"] = matter_.title;
  if (!matter_.decision.empty()) json["decision"] = matter_.decision;
  json["category"] = matter_.work->category;
  static constexpr std::string_view kinds[] = {"daily",   "daily",         "daily",         "daily", "special",
                                               "special", "comprehensive", "investigation", "clue"};
  json["kind"] = chance.one_of(kinds);
  json["requirement"] = matter_.work->requirement;
  json["leader"] = matter_.leader;
  if (!matter_.parent.empty()) json["parent"] = matter_.parent;
  if (more.is_object()) json.update(more);
}

Deal Life::usual_deal() {
  const auto& work = *matter_.work;
  Deal deal;
  deal.lead = work.lead;
  if (chance.percent(habits_.brief ? 6 : 14)) deal.joint.push_back(other_department());
  for (const auto unit : work.supporting) {
    if (unit == deal.lead || std::count(deal.joint.begin(), deal.joint.end(), unit) > 0) continue;
    if (chance.percent(habits_.brief ? 32 : 50)) deal.supporting.push_back(unit);
  }
  if (!habits_.brief) {
    const auto roll = chance.below(100);
    if (roll < 4)
      deal.group = "各街道";
    else if (roll < 6)
      deal.group = "各板块";
    else if (roll < 8)
      deal.group = "经济运行部门";
    else if (roll < 12)
      deal.vague = "区相关部门";
  }
  const auto how = chance.below(100);
  if (how < 72) {
    const int weeks = chance.between(4, 24);
    const auto date = civil(matter_.opened + 7 * weeks);
    // A date that was thought of is a month's end or middle, or any day.
    const unsigned end = days_in_month(date.year, date.month);
    const auto which = chance.below(10);
    deal.due = to_string(*day_of({date.year, date.month, which < 5 ? end : which < 7 ? 20u : date.day}));
  } else if (how < 86) {
    static constexpr std::string_view limits[] = {"15wd", "20wd", "30wd", "60wd"};
    deal.due = chance.one_of(limits);
  } else {
    static constexpr std::string_view limits[] = {"30d", "60d", "90d"};
    deal.due = chance.one_of(limits);
  }
  if (!deal.supporting.empty() && chance.percent(25)) {
    static constexpr std::string_view limits[] = {"10wd", "15wd", "30d", "3wd"};
    deal.part_due = chance.one_of(limits);
  }
  const auto often = chance.below(100);
  const unsigned monthly = habits_.brief ? 30 : 50, quarterly = habits_.brief ? 35 : 20;
  if (often < monthly)
    deal.cadence = {domain::Cadence::Kind::monthly, 25};
  else if (often < monthly + quarterly)
    deal.cadence = {domain::Cadence::Kind::quarterly, 20};
  return deal;
}

void Life::assign(Day on, const Deal& deal) {
  assigned_ = on;
  lead_ = deal.lead;
  cadence_ = deal.cadence;
  auto& json = add(on, "assign", office);
  json["lead"] = spelled(deal.lead);
  if (!deal.joint.empty()) json["joint"] = names(deal.joint);
  auto supporting = names(deal.supporting);
  if (!deal.group.empty()) supporting.push_back(deal.group);
  if (!deal.vague.empty()) supporting.push_back(deal.vague);
  if (!supporting.empty()) json["supporting"] = supporting;
  const auto counted = [&](const std::string& limit) -> std::optional<Day> {
    const auto told = domain::parse_limit(limit);
    if (!told) return {};
    return domain::count_from(on, *told, calendar()).day;
  };
  if (!deal.due.empty()) json["due"] = deal.due;
  if (!deal.part_due.empty()) json["supportingDue"] = deal.part_due;
  json["cadence"] = domain::to_string(deal.cadence);
  target_ = counted(deal.due).value_or(on + chance.between(120, 240));
  const auto part_by = counted(deal.part_due);
  join(deal.lead, true, on);
  for (const auto unit : deal.joint) join(unit, true, on);
  for (const auto unit : deal.supporting) join(unit, false, on, part_by);
  if (!deal.group.empty())
    for (const auto unit : units_of(deal.group)) join(unit, false, on, part_by);
}

void Life::object(Day on, std::size_t unit) {
  auto& json = add(on, "object", units[unit].name);
  json["unit"] = spelled(unit);
  json["reason"] = objection_text(chance);
}

void Life::settle(Day on, std::size_t unit, bool upheld) {
  auto& json = add(on, "settle", office);
  json["unit"] = spelled(unit);
  json["outcome"] = upheld ? "upheld" : "dismissed";
  if (upheld) leave(unit, on);
}

void Life::reassign(Day on, const Handover& handover) {
  auto& json = add(on, "reassign", office);
  if (handover.lead) json["lead"] = spelled(*handover.lead);
  if (handover.joint) json["joint"] = names(*handover.joint);
  if (!handover.supporting.empty()) json["supporting"] = names(handover.supporting);
  if (!handover.remove.empty()) json["remove"] = names(handover.remove);
  if (handover.due) json["due"] = to_string(*handover.due);
  if (!handover.reason.empty()) json["reason"] = handover.reason;
  if (handover.due) target_ = *handover.due;
  if (handover.lead) {
    if (const auto* before = present(lead_); before && before->leads && lead_ != *handover.lead) leave(lead_, on);
    lead_ = *handover.lead;
    join(lead_, true, on);
  }
  if (handover.joint) {
    for (auto& member : members_)
      if (member.leads && !member.to && member.unit != lead_ &&
          std::count(handover.joint->begin(), handover.joint->end(), member.unit) == 0)
        member.to = on;
    for (const auto unit : *handover.joint) join(unit, true, on);
  }
  for (const auto unit : handover.supporting) join(unit, false, on);
  for (const auto unit : handover.remove) leave(unit, on);
}

std::size_t Life::feedback(Day on, std::size_t unit, int progress, std::string_view text, std::optional<Day> brought) {
  auto& json = add(on, "feedback", units[unit].name, brought);
  json["unit"] = spelled(unit);
  json["progress"] = progress;
  json["text"] = text;
  return told_.size() - 1;
}

std::size_t Life::urge(Day on, std::size_t unit, std::optional<Day> brought) {
  auto& json = add(on, "urge", office, brought);
  json["unit"] = spelled(unit);
  json["channel"] = channel_text(chance);
  return told_.size() - 1;
}

void Life::extend(Day on, const std::string& to, std::string_view reason) {
  auto& json = add(on, "extend", units[lead_].name);
  json["unit"] = spelled(lead_);
  json["to"] = to;
  json["reason"] = reason.empty() ? cause_text(chance) : std::string(reason);
}

void Life::grant(Day on, Day from_now_on, std::string_view approver) {
  auto& json = add(on, "grant", office);
  if (chance.percent(40)) json["to"] = to_string(from_now_on);
  json["approver"] = approver;
  target_ = from_now_on;
}

void Life::extend_by_office(Day on, Day to, std::string_view approver) {
  auto& json = add(on, "grant", office);
  json["to"] = to_string(to);
  json["approver"] = approver;
  target_ = to;
}

void Life::deny(Day on) {
  auto& json = add(on, "deny", office);
  json["reason"] = "理由不充分，请按原时限推进";
}

std::size_t Life::complete(Day on) {
  auto& json = add(on, "complete", units[lead_].name);
  json["unit"] = spelled(lead_);
  auto text = done_text(chance);
  if (habits_.wordy) text += padding(chance, 4);
  json["text"] = text;
  if (chance.percent(12)) json["evidence"] = Json::array({attachment(chance)});
  finished_.push_back({on, {}});
  return told_.size() - 1;
}

void Life::give_back(Day on) {
  auto& json = add(on, "return", office);
  json["reason"] = return_text(chance);
  finished_.back().to = on;
}

void Life::unfinish() { finished_.pop_back(); }

void Life::close(Day on, std::string_view result, std::string_view into) {
  auto& json = add(on, "close", office);
  if (result != "done" || chance.percent(60)) json["result"] = result;
  if (!into.empty()) json["into"] = into;
  closed_ = on;
}

void Life::correct(Day on, std::size_t place, std::string_view reason) {
  auto& json = add(on, "correct", office);
  json["entry"] = "";
  json["reason"] = reason;
  told_.back().corrects = place;
}

Life& Life::child(Day opened, const Work& work) {
  Matter matter = matter_;
  matter.code += "-" + std::to_string(children_.size() + 1);
  matter.title += "：" + std::string(work.title);
  matter.parent = matter_.code;
  matter.work = &work;
  matter.opened = opened;
  const auto seed = seed_ + 1 + children_.size();
  return *children_.emplace_back(std::make_unique<Life>(habits_, std::move(matter), seed, nth_));
}

}  // namespace ducha::support
