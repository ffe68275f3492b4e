// What ends the reading of a workbook at once, thrown within this folder and turned into a complaint at its door.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tools/import/complaint_texts.h"

namespace ducha::tools::workbook {

struct Trouble {
  Wrong wrong;
  std::vector<std::string> details;  // what the sentence names, in order
  Place place = {};                  // in the sheet, where there is one
};

}  // namespace ducha::tools::workbook
