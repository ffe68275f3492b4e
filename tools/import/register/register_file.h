// A file that holds a register: told by its header, read whole, and complained of when it is none.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ledger/record/digest.h"
#include "tools/import/encoding.h"
#include "tools/import/register/register_import.h"
#include "tools/import/register/rows.h"

namespace ducha::tools {

// Whether the file has the header of a register and no column for commands. Looks at its beginning only; of a workbook
// at the sheet that is named, or at all of them.
bool holds_register(const std::string& path, const std::string& encoding, const std::string& sheet);

struct OpenedRegister {
  RegisterFile file;
  RegisterSheet sheet;
  Encoding encoding = Encoding::utf8;  // of CSV, and the sign between its cells
  char delimiter = ',';
  std::vector<Complaint> complaints;
  std::vector<Told> remarks;  // how it was read: encoding, header, columns and rows left out
};

// `folder`: where rows are laid aside that memory shall not hold.
OpenedRegister open_register(const std::string& path, const std::string& encoding, const std::string& sheet,
                             const std::filesystem::path& folder, record::DigestAlgorithm algorithm, Language language);

// The rows of a CSV text as a register.
void read_register(std::string_view text, Language language, OpenedRegister& opened);

}  // namespace ducha::tools
