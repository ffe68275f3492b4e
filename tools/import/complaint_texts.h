// What the readers of files complain about, and the sentences for it, in one table.
//
// A sentence says what is wrong without the place (the complaint carries that); the remedy says what
// would be right. Both exist in every language of the program.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

// Behind each: the details its sentences name, in order.
enum class Wrong : std::uint8_t {
  // the file
  file_missing,     // path
  file_directory,   // path
  file_empty,       // path
  file_unreadable,  // path, the system's reason
  file_too_large,   // path, the limit in MiB
  // its bytes
  bytes_not_in_encoding,  // the encoding asked for
  bytes_in_no_encoding,
  json_not_utf8,
  // JSON Lines
  json_malformed,
  json_string_open,
  json_not_object,
  json_trailing,
  json_nested,         // member
  json_list_member,    // member
  json_repeated,       // member
  json_line_too_long,  // the limit in MiB
  // CSV
  header_unknown,     // header, the nearest known ones
  header_unlike_any,  // header
  header_repeated,    // header, field
  header_without_do,
  header_missing,  // number of the column
  row_too_short,   // cells, columns
  row_too_long,    // cells, columns
  quote_misplaced,
  quote_open,
  // workbooks (XLSX)
  book_is_no_book,
  book_is_xls,
  book_is_ods,
  book_is_xlsb,
  book_is_html,
  book_is_xml_2003,
  book_is_other,  // its type
  book_encrypted,
  book_damaged,         // the archive's own words
  book_part_damaged,    // part, the archive's own words
  book_without_part,    // part
  book_part_twice,      // part
  book_parts_too_many,  // the limit
  book_part_too_large,  // part, the limit in MiB
  book_too_large,       // the limit in MiB
  book_bomb,            // part, the limit of the ratio
  book_malformed,       // part, line, the parser's own words
  book_doctype,         // part
  book_too_deep,        // part, the limit
  book_without_sheets,
  book_sheets_too_many,   // the limit
  book_formats_too_many,  // the limit
  book_strings_too_many,  // the limit
  book_strings_too_long,  // the limit in MiB
  merges_too_many,        // the limit
  sheet_unknown,          // the one asked for, those there are
  sheet_several,          // those there are
  sheet_empty,            // its name
  sheet_too_wide,         // the limit
  rows_out_of_order,      // reference
  string_missing,         // number
  cell_too_long,          // the limit in KiB
  cell_error,             // address, the error
  cell_not_computed,      // address, the formula
  // refused rows, and where they are written
  rejects_there,       // path
  rejects_unwritable,  // path, the system's reason
  rejects_of_plan,
  rejects_of_stream,  // path of the file read
  // plan
  plan_without_items,
  item_without_units,
  item_without_text,
  item_without_lead,
};

Complaint complain(Language language, Wrong wrong, Place place, std::string_view cell,
                   std::initializer_list<std::string_view> details = {});
Complaint complain(Language language, Wrong wrong, Place place, std::string_view cell,
                   const std::vector<std::string>& details);

}  // namespace ducha::tools
