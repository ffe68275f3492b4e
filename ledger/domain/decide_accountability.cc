#include <algorithm>

#include "ledger/domain/answers.h"

namespace ducha::domain {
namespace {

// 《政府督查工作条例》 17: within thirty days of the conclusion.
constexpr Limit contest_within{Limit::Kind::days, 30, {}};

// Whose conclusion is ruled on when nobody is named: the one contested last, else the last.
std::string_view ruled_on(const Docket& docket) {
  const Conclusion* chosen = nullptr;
  for (const auto& each : docket.conclusions)
    if (!chosen || each.contested >= chosen->contested) chosen = &each;
  return chosen ? std::string_view(chosen->unit) : std::string_view{};
}

template <Measure measure>
Decision measure_taken(const Case& c, const Take<measure>& taken) {
  return about_unit(c.unit(taken.unit), [&](std::string_view unit, Facts&) {
    return MeasureTaken{measure, unit, taken.text, taken.approver};
  });
}

}  // namespace

Decision answer(const Case& c, const Notice& notice) {
  return about_unit(c.unit(notice.unit), [&](std::string_view unit, Facts& facts) {
    NoticeIssued fact{unit, notice.colour, notice.requirement, {}, false, {}};
    if (notice.due) {
      const auto due = c.counted(*notice.due);
      fact.due = due.day;
      fact.provisional = due.provisional;
      fact.limit = kept(facts, *notice.due);
    }
    return fact;
  });
}

Decision answer(const Case& c, const Conclude& conclude) {
  return about_unit(c.unit(conclude.unit), [&](std::string_view unit, Facts& facts) {
    ConclusionGiven fact;
    fact.unit = unit;
    fact.text = conclude.text;
    const auto contest = c.counted(contest_within);
    fact.contest_by = contest.day;
    fact.contest_provisional = contest.provisional;
    if (conclude.rectify_by) {
      const auto by = c.counted(*conclude.rectify_by);
      fact.rectify_by = by.day;
      fact.rectify_provisional = by.provisional;
      fact.limit = kept(facts, *conclude.rectify_by);
    }
    return fact;
  });
}

Decision answer(const Case& c, const Rectify& rectify) {
  return about_unit(c.unit(rectify.unit), [&](std::string_view unit, Facts&) {
    return RectificationReported{unit, rectify.text};
  });
}

Decision answer(const Case& c, const Contest& contest) {
  return about_unit(c.unit(contest.unit), [&](std::string_view unit, Facts&) {
    return ConclusionContested{unit, contest.reason};
  });
}

Decision answer(const Case& c, const Rule& rule) {
  if (rule.unit.empty()) return Facts{{ContestRuled{ruled_on(c.docket), rule.outcome, rule.text}}, {}, {}};
  return about_unit(c.unit(rule.unit), [&](std::string_view unit, Facts&) {
    return ContestRuled{unit, rule.outcome, rule.text};
  });
}

Decision answer(const Case& c, const Commend& command) { return measure_taken(c, command); }
Decision answer(const Case& c, const Criticise& command) { return measure_taken(c, command); }
Decision answer(const Case& c, const Interview& command) { return measure_taken(c, command); }
Decision answer(const Case& c, const Refer& command) { return measure_taken(c, command); }

Decision answer(const Case& c, const Exempt& exempt) {
  return about_unit(c.unit(exempt.unit), [&](std::string_view unit, Facts&) {
    return DutyExempted{unit, exempt.duty, exempt.due, exempt.reason, exempt.approver};
  });
}

}  // namespace ducha::domain
