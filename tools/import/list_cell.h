// Several names in one cell of a table.
//
// People part them by 、 and by , ; in either width or a line break. Where a name holds such a sign itself, or where
// the cell says that there is none (which is not the same as saying nothing), the cell is a JSON list: ["A、B","C"],
// [].

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

// The names, without outer white space; empty ones are left out.
std::vector<std::string> names_in_cell(std::string_view cell);

// The cell that reads as these names.
std::string list_cell(const std::vector<std::string>& names);

}  // namespace ducha::tools
