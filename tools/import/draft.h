// A draft: one command as somebody wrote it down, before anything is understood.
//
// Every way in (a JSON line, a CSV row, an item of a plan, words on the command line) becomes a draft,
// and `decode` turns drafts into commands. A draft keeps every cell as it was written and where it
// stood, so that a complaint can show both.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

// Where something stands in a batch file. Counted from 1; 0 when it has no such place.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;  // in characters (code points), not bytes
  bool operator==(const Place&) const = default;
};

// One named value. A list keeps its members apart; anything else has exactly one text, a JSON number or
// boolean as its text ("40", "true"). JSON null and an empty CSV cell are left out of the draft.
struct Given {
  std::string name;                 // the field, by its English name of the contract
  std::vector<std::string> values;  // NFC, outer white space removed
  bool list = false;                // written as a list (JSON array); a CSV cell is split when decoded
  Place place;
};

struct Draft {
  std::vector<Given> given;  // in the order written; includes "do"
  Place place;               // of the line, row or item
  std::string source;        // the line, row or item as it was written (cut at 400 characters)
};

// What is wrong with an input, to be shown to a person: where, what, and what would be right.
struct Complaint {
  Place place;
  std::string cell;        // the offending text, as written; empty when there is none
  std::string wrong;       // what is wrong, a sentence without the place
  std::string remedy;      // what would be right, a sentence; may be empty
  std::string sheet = {};  // of a workbook, whose columns have letters; empty: the file has no sheets
};

}  // namespace ducha::tools
