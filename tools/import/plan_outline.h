// The outline of a plan: its title, and its text cut into blocks at the numbered lines.
//
// What belongs to no block (preamble marks, document numbers, lists of attachments) is left out here, so
// that the reading of items meets only the body.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/draft.h"
#include "tools/import/numbering.h"

namespace ducha::tools {

// A numbered line and the lines up to the next one; or, without a number, the lines before the first.
struct PlanBlock {
  std::optional<Numbering> numbering;
  std::vector<std::u32string> lines;  // trimmed, not empty; the first without its number
  std::vector<Place> places;          // of each line
  std::u32string heading;             // the first line as written, with its number
};

struct PlanOutline {
  std::string title;
  std::vector<PlanBlock> blocks;
};

PlanOutline outline_of_plan(std::string_view text);

// Whether a line closes a sentence: 。 ; : and their like.
bool ends_sentence(std::u32string_view line);

}  // namespace ducha::tools
