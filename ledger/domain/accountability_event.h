// Facts of accountability (督查结论、问责、容错): they may stand on a docket that has ended, and while one is
// suspended.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

#include "ledger/base/day.h"
#include "ledger/domain/field.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

// 督办单 (蓝、黄、橙、红): a notice with its own requirement, and a day by which to answer it.
struct NoticeIssued {
  std::string_view unit;
  Colour colour = Colour::blue;
  std::string_view requirement;
  std::optional<Day> due;
  bool provisional = false;
  std::string_view limit;
  DUCHA_FACT(NoticeIssued, "noticeIssued"){DUCHA_FIELD("unit", unit, Unit),
                                           DUCHA_FIELD("colour", colour, Colour),
                                           DUCHA_FIELD("requirement", requirement, Requirement),
                                           DUCHA_FIELD("due", due, Due),
                                           DUCHA_FIELD("provisional", provisional, Provisional),
                                           DUCHA_FIELD("limit", limit, Limit)};
};

// 督查结论 (《政府督查工作条例》 16, 18), contested until `contest_by` at the latest (17).
struct ConclusionGiven {
  std::string_view unit;
  std::string_view text;
  std::optional<Day> rectify_by;  // nothing has to be put right when there is none
  bool rectify_provisional = false;
  std::string_view limit;
  Day contest_by;
  bool contest_provisional = false;
  DUCHA_FACT(ConclusionGiven, "conclusionGiven"){
      DUCHA_FIELD("unit", unit, Unit),
      DUCHA_FIELD("text", text, Text),
      DUCHA_FIELD("rectifyBy", rectify_by, RectifyBy),
      DUCHA_FIELD("rectifyProvisional", rectify_provisional, RectifyProvisional),
      DUCHA_FIELD("limit", limit, Limit),
      DUCHA_FIELD("contestBy", contest_by, ContestBy),
      DUCHA_FIELD("contestProvisional", contest_provisional, ContestProvisional)};
};

// 整改.
struct RectificationReported {
  std::string_view unit;
  std::string_view text;
  DUCHA_FACT(RectificationReported, "rectificationReported"){DUCHA_FIELD("unit", unit, Unit),
                                                             DUCHA_FIELD("text", text, Text)};
};

// 申请复核.
struct ConclusionContested {
  std::string_view unit;
  std::string_view reason;
  DUCHA_FACT(ConclusionContested, "conclusionContested"){DUCHA_FIELD("unit", unit, Unit),
                                                         DUCHA_FIELD("reason", reason, Reason)};
};

// 复核决定. `unit` is whose conclusion it is about.
struct ContestRuled {
  std::string_view unit;
  Ruling outcome = Ruling::upheld;
  std::string_view text;
  DUCHA_FACT(ContestRuled, "contestRuled"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("ruling", outcome, Ruling),
                                           DUCHA_FIELD("text", text, Text)};
};

// 表扬、通报批评、约谈、移送问责; on a docket, or of the unit as such.
struct MeasureTaken {
  Measure measure = Measure::commend;
  std::string_view unit;
  std::string_view text;
  std::string_view approver;
  DUCHA_FACT(MeasureTaken, "measureTaken"){DUCHA_FIELD("measure", measure, Measure), DUCHA_FIELD("unit", unit, Unit),
                                           DUCHA_FIELD("text", text, Text),
                                           DUCHA_FIELD("approver", approver, Approver)};
};

// 容错 (Art. 35): the duty of that kind and unit that was due on that day is excused.
struct DutyExempted {
  std::string_view unit;
  DutyKind duty = DutyKind::completion;
  Day due;
  std::string_view reason;
  std::string_view approver;
  DUCHA_FACT(DutyExempted, "dutyExempted"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("duty", duty, Duty),
                                           DUCHA_FIELD("due", due, Due), DUCHA_FIELD("reason", reason, Reason),
                                           DUCHA_FIELD("approver", approver, Approver)};
};

}  // namespace ducha::domain
