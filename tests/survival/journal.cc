#include "tests/survival/journal.h"

#include <cstring>
#include <iterator>
#include <stdexcept>

#include "tests/survival/run.h"

namespace ducha::survival {

std::string line_of(const Noted& noted) {
  static constexpr const char* names[] = {"began",  "acknowledged", "opened",  "closed", "wrote", "resized",
                                          "synced", "made folder",  "removed", "moved",  "linked"};
  std::string line = names[static_cast<std::size_t>(noted.note.change)];
  if (noted.note.fd > 0) line += " #" + std::to_string(noted.note.fd);
  if (!noted.path.empty()) line += " " + std::string(noted.path);
  if (!noted.other.empty()) line += " to " + std::string(noted.other);
  if (noted.note.change == Change::wrote)
    line += " " + std::to_string(noted.data.size()) + " bytes at " + std::to_string(noted.note.at);
  if (noted.note.change == Change::resized) line += " to " + std::to_string(noted.note.at);
  return line;
}

Journal::Journal(const std::filesystem::path& file) : bytes_(contents(file)) {
  const std::string_view rest(bytes_);
  for (std::size_t at = 0; at < rest.size();) {
    Noted noted{};
    if (rest.size() - at < sizeof noted.note) throw std::runtime_error("the journal ends within a note");
    std::memcpy(&noted.note, rest.data() + at, sizeof noted.note);
    at += sizeof noted.note;
    const auto take = [&](std::size_t size) {
      if (rest.size() - at < size) throw std::runtime_error("the journal ends within a note");
      const auto text = rest.substr(at, size);
      at += size;
      return text;
    };
    noted.path = take(noted.note.path_size);
    noted.other = take(noted.note.other_size);
    noted.data = take(noted.note.data_size);
    notes_.push_back(noted);
  }
}

}  // namespace ducha::survival
