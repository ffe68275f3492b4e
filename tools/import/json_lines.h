// Batch lines in JSON: one object per line becomes one draft.
//
// A line that is not one flat object is a complaint with its line and column, and reading goes on with
// the next. Texts are taken in NFC without outer white space, numbers as they are written, null as not
// given, arrays as lists. Blank lines are skipped. Names are taken as they are: which of them a command
// knows is decided when it is decoded; only the value of `do` may be the office's own word for it.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/import/reading.h"
#include "tools/language.h"

namespace ducha::tools {

inline constexpr std::size_t json_line_mib_max = 1;

// What a draft keeps of its line.
std::string source_of(std::string_view line);

// `text`: UTF-8 in NFC, as `decode_text` gives it.
Reading read_json_lines(std::string_view text, Language language);

// The same for a text that comes in pieces, so that a large file need never be whole in memory.
class JsonLines {
 public:
  // A draft without its source, and the line of the piece that it was read from.
  using Take = std::function<void(Draft&&, std::string_view line)>;
  // Drafts and complaints are handed over as they come up, in the order of the file.
  // `lines`: so many come before.
  JsonLines(Language language, Take take, std::vector<Complaint>& complaints, std::size_t lines = 0);
  ~JsonLines();
  // A piece ends where a line ends, and is in NFC.
  void read(std::string_view piece);

 private:
  class LineReader;
  std::unique_ptr<LineReader> reader_;
  std::size_t lines_;
};

}  // namespace ducha::tools
