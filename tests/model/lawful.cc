// What is refused: the list of section 2, by the names the contract's words suggest.

#include <algorithm>

#include "tests/model/course.h"

namespace ducha::model {

namespace {

bool among(const std::string& what, std::initializer_list<const char*> some) {
  return std::any_of(some.begin(), some.end(), [&](const char* each) { return what == each; });
}

bool accountability(const std::string& what) {
  return among(what,
               {"conclude", "rectify", "contest", "rule", "commend", "criticise", "interview", "refer", "exempt"});
}

}  // namespace

// Whether the docket takes such a command at all.
std::optional<std::string> Course::docket_refuses(const Told& told) const {
  const auto what = told.what();
  if (what == "open") return opened_ ? std::optional("docket_exists") : std::nullopt;
  if (!opened_) return "day_before_opening";
  if (ended_ && !accountability(what) && !among(what, {"reopen", "strike", "archive", "inspect"}))
    return "docket_ended";
  if (!ended_ && among(what, {"reopen", "strike", "archive"})) return "docket_not_ended";
  if (suspended_ && !accountability(what) && !among(what, {"feedback", "resume", "close", "withdraw", "inspect"}))
    return "docket_suspended";
  if (!suspended_ && what == "resume") return "not_suspended";
  if (report_ && among(what, {"assign", "reassign", "extend", "grant", "suspend", "complete"})) return "report_stands";
  if (assigned_ && what == "assign") return "already_assigned";
  if (!assigned_ && what == "reassign") return "not_assigned";
  if (!report_ && what == "return") return "no_report";
  if (!due_ && among(what, {"extend", "grant"})) return "no_due_day";
  if (request_ && what == "extend") return "extension_pending";
  return {};
}

// Whether the unit it names may do that, or have that done to it.
std::optional<std::string> Course::unit_refused(const Told& told) const {
  const auto what = told.what();
  const auto unit = told.text("unit");
  const auto stay = stay_of(unit);
  if (among(what, {"accept", "feedback", "urge", "notice", "object"}) && !stay) return "unit_has_no_role";
  if (what == "accept" && stays_[*stay].accepted) return "already_accepted";
  if (what == "contribute" && std::none_of(tasks_.begin(), tasks_.end(), [&](const Task& task) {
        return task.kind == Task::Kind::part && task.unit == unit;
      }))
    return "no_part";
  if (among(what, {"extend", "complete"})) {
    const bool leads = unit.empty() ? std::any_of(stays_.begin(), stays_.end(),
                                                  [](const Stay& each) { return each.present() && each.leads(); })
                                    : stay && stays_[*stay].leads();
    if (!leads) return "unit_does_not_lead";
  }
  if (what == "contest") {
    const Conclusion* about = nullptr;
    for (const auto& conclusion : conclusions_)
      if (conclusion.unit == unit) about = &conclusion;
    if (!about) return "no_conclusion";
    if (told.on > limit("30d", about->on).day) return "contest_too_late";
  }
  if (what == "rule" && std::none_of(conclusions_.begin(), conclusions_.end(), [&](const Conclusion& conclusion) {
        return unit.empty() || conclusion.unit == unit;
      }))
    return "no_conclusion";
  if (what == "rectify" && std::none_of(tasks_.begin(), tasks_.end(), [&](const Task& task) {
        return task.kind == Task::Kind::rectification && task.unit == unit;
      }))
    return "nothing_to_rectify";
  return {};
}

bool Course::period_owed(const std::string& unit, Day period, Day on) const {
  for (std::size_t i = 0; i < stays_.size(); ++i) {
    if (stays_[i].unit != unit) continue;
    const auto days = feedback_days(i, on);
    if (std::find(days.begin(), days.end(), period) != days.end()) return true;
  }
  return false;
}

std::optional<std::string> Course::refusal(const Told& told) const {
  const auto what = told.what();
  if (what == "merge-unit") return {};
  if (auto no = docket_refuses(told)) return no;
  if (auto no = unit_refused(told)) return no;
  if (what == "grant") {
    const auto to = granted_to(told);
    if (!to) return "grant_names_no_day";
    if (to->day <= due_->due) return "grant_not_later";
  }
  if (what == "feedback" && told.has("period") &&
      !period_owed(told.text("unit"), *day_of(told.text("period")), told.on))
    return "period_not_owed";
  // Who is newly named lead of a docket whose due day has passed is told a new one.
  if (what == "reassign" && told.has("lead") && !told.has("due") && due_ && due_->due < told.on) {
    const auto named = stay_of(told.text("lead"));
    if (!named || !stays_[*named].leads()) return "new_lead_needs_due";
  }
  return {};
}

}  // namespace ducha::model
