// Plans and other files the tests read, from tests/corpora.

#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace ducha::tools {

inline std::string corpus(const std::string& name) {
  std::ifstream file(std::filesystem::path(DUCHA_SOURCE_DIR) / "tests/corpora" / name, std::ios::binary);
  if (!file) throw std::runtime_error("no corpus " + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace ducha::tools
