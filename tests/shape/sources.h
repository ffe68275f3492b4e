// Our own source files, seen as text: their lines and what they include.

#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::shape {

struct Include {
  std::string name;  // between the marks
  bool quoted;       // "name" rather than <name>
  int line;          // from 1
  bool operator==(const Include&) const = default;
};

struct Source {
  std::string path;  // from the root: ledger/base/day.h
  std::string text;
  std::vector<Include> includes;

  bool is_header() const { return path.ends_with(".h"); }
  std::ptrdiff_t lines() const { return std::count(text.begin(), text.end(), '\n'); }
};

// The top of the checkout.
std::filesystem::path root();

// The includes of one file's text, in order; a line that is commented out is none.
std::vector<Include> includes_in(std::string_view text);

// Every .h and .cc below these folders of the root, ordered by path.
std::vector<Source> sources_under(const std::vector<std::string>& folders);

}  // namespace ducha::shape
