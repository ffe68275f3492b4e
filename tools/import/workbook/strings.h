// The shared strings of a workbook: each text once, cells name it by its number.
//
// The one thing in memory that grows with the workbook, and so the one that is bounded. Texts lie one behind the other
// in blocks, since a string object each would cost as much as its text.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/workbook/package.h"

namespace ducha::tools::workbook {

inline constexpr std::size_t strings_mib_max = 64;  // their text
inline constexpr std::size_t strings_max = 2'000'000;
inline constexpr std::size_t cell_kib_max = 256;  // one text; Excel itself ends at 32 767 characters

class SharedStrings {
 public:
  std::size_t size() const { return entries_.size(); }
  std::string_view operator[](std::size_t index) const;

  void add(std::string_view text);

 private:
  struct Entry {
    std::uint32_t block, at, size;
  };
  std::vector<std::string> blocks_;
  std::vector<Entry> entries_;
  std::size_t bytes_ = 0;
};

SharedStrings read_shared_strings(Package& package, std::string_view part);

// Collects the text of a string item: its runs (rich text) one after the other, without phonetic ones (ECMA-376
// 18.4.6: how to pronounce what the others say).
class StringItem {
 public:
  void open(std::string_view element);
  void close(std::string_view element);
  void text(std::string_view text);
  const std::string& written() const { return written_; }
  void clear() { written_.clear(), in_text_ = false, phonetic_ = 0; }

 private:
  std::string written_;
  bool in_text_ = false;
  std::size_t phonetic_ = 0;
};

}  // namespace ducha::tools::workbook
