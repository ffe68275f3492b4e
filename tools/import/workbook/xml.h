// A part's XML as it streams by: elements open, text comes, elements close.
//
// Names come without their namespace prefix: writers choose it as they like. A document type is refused, whatever
// stands in it (a workbook has none, and entities grow without end), and so is nesting beyond all use.

#pragma once

#include <string>
#include <string_view>

#include "tools/import/workbook/package.h"

namespace ducha::tools::workbook {

inline constexpr std::size_t depth_max = 64;

// The attributes of the element that opens; valid during the call.
class Attributes {
 public:
  explicit Attributes(const char* const* pairs) : pairs_(pairs) {}
  // By the name without its prefix; empty when there is none.
  std::string_view operator[](std::string_view name) const;

 private:
  const char* const* pairs_;
};

// What listens. Each call may throw; reading then ends and the exception goes on to whoever reads.
class XmlListener {
 public:
  virtual void open(std::string_view element, const Attributes& attributes) = 0;
  virtual void close(std::string_view element) = 0;
  virtual void text(std::string_view text) = 0;
  // Whether enough has been heard; asked after each element that closes.
  virtual bool done() const { return false; }

 protected:
  ~XmlListener() = default;
};

// Whatever is wrong with the part is a Trouble.
void read_xml(Package& package, std::string_view part, XmlListener& listener);

// A word of XML for yes.
bool is_true(std::string_view value);

}  // namespace ducha::tools::workbook
