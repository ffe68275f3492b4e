// A history for a terminal: each entry a head line and, set in, what it says and what it changed.
//
//   #79  2022-01-06  明确单位
//        单位 区工信局  角色 牵头
//        + 区工信局 签收 2022-01-07 未到期
//
// The report has the columns seq, on, recorded, fact, text, changed, by, note, command and corrected. Long text is
// broken into lines, never cut. What no longer counts is struck through, or marked where there are no colours.

#pragma once

#include <iosfwd>

#include "projections/report.h"
#include "tools/render/look.h"

namespace ducha::tools {

void put_story(const reports::Report& report, const Look& look, std::ostream& out);

}  // namespace ducha::tools
