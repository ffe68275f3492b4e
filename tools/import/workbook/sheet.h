// One sheet as rows of cells, as it streams by.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tools/import/table.h"
#include "tools/import/workbook/book.h"
#include "tools/import/workbook/package.h"
#include "tools/import/workbook/strings.h"

namespace ducha::tools::workbook {

inline constexpr std::size_t rows_max = 1'048'576;  // as many as Excel knows
inline constexpr std::size_t columns_max = 16'384;
// Nobody fills in more: beyond it stands something by mistake, or to do harm.
inline constexpr std::size_t columns_used_max = 1024;
inline constexpr std::size_t merges_max = 1'000'000;

// Rows in their order, as long as `take` says yes. Whatever is wrong with the sheet is a Trouble.
void read_rows(Package& package, const Book& book, const Sheet& sheet, const SharedStrings& strings,
               const std::function<bool(Row&&)>& take);

// The merged ranges, which a sheet names only after its rows.
std::vector<Merge> read_merges(Package& package, const Sheet& sheet);

}  // namespace ducha::tools::workbook
