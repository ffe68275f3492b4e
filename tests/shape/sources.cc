#include "tests/shape/sources.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace ducha::shape {
namespace {

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string_view after_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

}  // namespace

std::filesystem::path root() { return DUCHA_SOURCE_DIR; }

std::vector<Include> includes_in(std::string_view text) {
  constexpr std::string_view word = "include";
  std::vector<Include> found;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = after_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));

    if (!line.starts_with('#')) continue;
    line = after_blanks(line.substr(1));
    if (!line.starts_with(word)) continue;
    line = after_blanks(line.substr(word.size()));
    if (line.empty() || (line.front() != '"' && line.front() != '<')) continue;
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    found.push_back({std::string(line.substr(0, line.find(quoted ? '"' : '>'))), quoted, number});
  }
  return found;
}

std::vector<Source> sources_under(const std::vector<std::string>& folders) {
  std::vector<Source> sources;
  for (const auto& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root() / folder)) {
      const auto kind = entry.path().extension();
      if (!entry.is_regular_file() || (kind != ".h" && kind != ".cc")) continue;
      auto text = text_of(entry.path());
      auto includes = includes_in(text);
      sources.push_back(
          {entry.path().lexically_relative(root()).generic_string(), std::move(text), std::move(includes)});
    }
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
  return sources;
}

}  // namespace ducha::shape
