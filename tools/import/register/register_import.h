// A register taken to the clerk: every row read, matched with its docket, and what is new of it recorded.
//
// A row belongs to the docket of its number; a row without one to the docket of the same title and lead. Everything is
// put to the clerk and nothing is committed here: that is for whoever sees that there is no complaint.

#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "ledger/clerk.h"
#include "tools/import/draft.h"
#include "tools/import/register/frame.h"
#include "tools/import/register/steps.h"
#include "tools/import/table.h"
#include "tools/language.h"

namespace ducha::tools {

struct RegisterOptions {
  std::string on, due, prefix;
  bool register_units = false;
  bool every_line = false;             // tells of rows too that have nothing to show but that they were taken
  std::set<std::size_t> without = {};  // lines of rows that are left out; their dockets are in the file all the same
};

struct RegisterFile {
  std::string name;   // without its folder
  std::string sheet;  // of a workbook
  Digest digest;
};

struct RegisterLine {
  std::size_t line = 0;
  std::string docket, title, units, due;  // as read
  bool known = false;                     // the docket was there before
  std::string becomes;                    // in words; empty: nothing has changed
  std::vector<Told> remarks;
};

struct RegisterOutcome {
  RegisterFrame frame;
  std::string batch;
  std::vector<RegisterLine> lines;  // of dockets that changed and rows with remarks, or every line
  std::vector<Complaint> complaints;
  std::vector<Told> remarks;
  bool brought_before = false;  // this very file, and nothing of it was taken back: then it says nothing new
  std::size_t commands = 0, opened = 0, changed = 0, unchanged = 0;
  struct Missing {
    std::string docket, title;
  };
  std::vector<Missing> missing;  // in the ledger by an earlier copy, and not in this one
  std::size_t skipped = 0;       // rows left out, as was asked
};

struct RegisterSurroundings {
  std::int64_t now;
  Day today;
  Language language;
  std::function<void(std::size_t done, std::size_t of)> progress;
};

// The docket a number stands for: of mere digits, with the prefix that was asked for.
std::string docket_numbered(const std::string& number, const std::string& prefix);

RegisterOutcome take_register(const RegisterSheet& sheet, const RegisterFile& file, const RegisterOptions& options,
                              const store::Log& log, Clerk& clerk, const RegisterSurroundings& surroundings);

}  // namespace ducha::tools
