// The journal of a watched disk (disk/note.h), read back.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/survival/disk/note.h"

namespace ducha::survival {

// One note with its texts, which lie in the journal.
struct Noted {
  Note note;
  std::string_view path, other, data;
};

// One line, for who looks into a failure.
std::string line_of(const Noted& noted);

class Journal {
 public:
  Journal() = default;
  explicit Journal(const std::filesystem::path& file);
  Journal(Journal&&) = delete;  // the notes point into the bytes

  const std::vector<Noted>& notes() const { return notes_; }

 private:
  std::string bytes_;
  std::vector<Noted> notes_;
};

}  // namespace ducha::survival
