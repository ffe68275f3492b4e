// What reading a batch file gives: the drafts in it, and everything that is wrong with it, at once.

#pragma once

#include <cstddef>
#include <vector>

#include "tools/import/draft.h"

namespace ducha::tools {

struct Reading {
  std::vector<Draft> drafts;          // in the order of the file; a line or row with a complaint gives none
  std::vector<Complaint> complaints;  // in the order of the file
  // Whether the complaints are each about one line, so that the rest may be recorded without them. A
  // complaint about the header is about every row.
  bool separable = true;
  std::size_t header_line = 0;  // of CSV; 0 when there is none
};

// How much of a line, row or item a draft keeps as its source.
inline constexpr std::size_t source_points_max = 400;

}  // namespace ducha::tools
