// A page of help as it stands in a terminal: what it is about, how it is written, its words in groups.
//
// Nothing here knows the option parser; columns line up under Chinese words, and long explanations are broken into
// lines under one another.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

struct HelpRow {
  std::string word;  // "--on DAY", "urge"
  std::string meaning;
};

struct HelpGroup {
  std::string title;
  std::vector<HelpRow> rows;
  bool packed = false;  // several rows a line: for many words with a short meaning each
};

struct HelpPage {
  std::string about;
  std::string usage_title, usage;
  std::vector<HelpGroup> groups;  // those without rows are left out
  std::string footer;             // as it is
};

// The page in lines of at most `width` columns (at least 40), but for words that are longer than that.
std::string text_of(const HelpPage& page, std::size_t width);

}  // namespace ducha::tools
