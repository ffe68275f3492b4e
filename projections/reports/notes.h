// What every report that scores tells its reader.

#pragma once

#include "ledger/domain/rules.h"
#include "projections/report.h"

namespace ducha::reports {

inline constexpr Note own_defaults{
    "own_defaults", "扣分与权重是本软件自带的默认值，并非公布的规定；rules import 可采用本单位的。",
    "Deductions and weights are the product's own defaults, no published rule; rules import adopts the office's."};

inline constexpr Note what_if{"what_if", "按未采用的规则试算，台账未作任何记录。",
                              "Judged by rules that are not adopted; nothing was recorded."};

// Says so when points are the product's own.
inline void note_defaults(Report& report, const domain::Rules& rules) {
  const domain::Rules defaults;
  if (rules.late == defaults.late && rules.missed == defaults.missed && rules.returned == defaults.returned &&
      rules.returned_again == defaults.returned_again && rules.lead_weight == defaults.lead_weight &&
      rules.supporting_weight == defaults.supporting_weight)
    report.notes.push_back(own_defaults);
}

}  // namespace ducha::reports
