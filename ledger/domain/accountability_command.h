// What may be asked about accountability: notices, conclusions, measures, exemptions.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "ledger/base/day.h"
#include "ledger/domain/cadence.h"
#include "ledger/domain/deadline.h"
#include "ledger/domain/part.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

struct Notice {
  std::string unit;
  Colour colour = Colour::blue;
  std::string requirement;
  std::optional<Limit> due;
  static constexpr std::string_view verb = "notice";
  static constexpr std::tuple parts{
      Part{"unit", &Notice::unit, Need::must}, Part{"colour", &Notice::colour, Need::must},
      Part{"requirement", &Notice::requirement, Need::may}, Part{"due", &Notice::due, Need::may}};
};

struct Conclude {
  std::string unit, text;
  std::optional<Limit> rectify_by;
  static constexpr std::string_view verb = "conclude";
  static constexpr std::tuple parts{Part{"unit", &Conclude::unit, Need::must}, Part{"text", &Conclude::text, Need::may},
                                    Part{"rectifyBy", &Conclude::rectify_by, Need::may}};
};

struct Rectify {
  std::string unit, text;
  static constexpr std::string_view verb = "rectify";
  static constexpr std::tuple parts{Part{"unit", &Rectify::unit, Need::must}, Part{"text", &Rectify::text, Need::may}};
};

struct Contest {
  std::string unit, reason;
  static constexpr std::string_view verb = "contest";
  static constexpr std::tuple parts{Part{"unit", &Contest::unit, Need::must},
                                    Part{"reason", &Contest::reason, Need::may}};
};

// Without a unit it rules on the conclusion last contested.
struct Rule {
  std::string unit;
  Ruling outcome = Ruling::upheld;
  std::string text;
  static constexpr std::string_view verb = "rule";
  static constexpr std::tuple parts{Part{"unit", &Rule::unit, Need::may}, Part{"outcome", &Rule::outcome, Need::must},
                                    Part{"text", &Rule::text, Need::may}};
};

// 表扬、通报批评、约谈、移送问责: of a unit on a docket, or of the unit as such.
template <Measure measured>
struct Take {
  std::string unit, text, approver;
  static constexpr Measure measure = measured;
  static constexpr std::string_view verb = name_of(measured);
  static constexpr std::tuple parts{Part{"unit", &Take::unit, Need::must}, Part{"text", &Take::text, Need::may},
                                    Part{"approver", &Take::approver, Need::may}};
};
using Commend = Take<Measure::commend>;
using Criticise = Take<Measure::criticise>;
using Interview = Take<Measure::interview>;
using Refer = Take<Measure::refer>;

struct Exempt {
  std::string unit;
  DutyKind duty = DutyKind::completion;
  Day due;
  std::string reason, approver;
  static constexpr std::string_view verb = "exempt";
  static constexpr std::tuple parts{Part{"unit", &Exempt::unit, Need::must}, Part{"duty", &Exempt::duty, Need::must},
                                    Part{"due", &Exempt::due, Need::must}, Part{"reason", &Exempt::reason, Need::may},
                                    Part{"approver", &Exempt::approver, Need::may}};
};

}  // namespace ducha::domain
