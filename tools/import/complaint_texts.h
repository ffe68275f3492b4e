// What the readers of files complain about, and the sentences for it, in one table.
//
// A sentence says what is wrong without the place (the complaint carries that); the remedy says what
// would be right. Both exist in every language of the program.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

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
  // plan
  plan_without_items,
  item_without_units,
  item_without_lead,
};

Complaint complain(Language language, Wrong wrong, Place place, std::string_view cell,
                   std::initializer_list<std::string_view> details = {});

}  // namespace ducha::tools
