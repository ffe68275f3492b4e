#include "tools/import/batch_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <span>
#include <system_error>
#include <vector>

#include "ledger/base/fault.h"
#include "tools/import/complaint_texts.h"

namespace ducha::tools {
namespace {

constexpr std::size_t file_bytes_max = file_mib_max << 20;

}  // namespace

FileBytes read_file(const std::string& path, Language language) {
  const auto refuse = [&](Wrong wrong, std::initializer_list<std::string_view> details) {
    return FileBytes{{}, complain(language, wrong, {}, path, details)};
  };
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return refuse(Wrong::file_missing, {path});
  if (error) return refuse(Wrong::file_unreadable, {path, error.message()});
  if (std::filesystem::is_directory(status)) return refuse(Wrong::file_directory, {path});

  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return refuse(Wrong::file_unreadable, {path, std::generic_category().message(errno)});
  std::string bytes;
  std::vector<char> room(1 << 16);
  do {  // in pieces: a pipe does not say how much there is
    file.read(room.data(), static_cast<std::streamsize>(room.size()));
    bytes.append(room.data(), static_cast<std::size_t>(file.gcount()));
    if (bytes.size() > file_bytes_max) return refuse(Wrong::file_too_large, {path, std::to_string(file_mib_max)});
  } while (file);
  if (file.bad()) return refuse(Wrong::file_unreadable, {path, std::generic_category().message(errno)});
  if (bytes.empty()) return refuse(Wrong::file_empty, {path});
  return {std::move(bytes), std::nullopt};
}

bool begins_as_workbook(const std::string& path) {
  using namespace std::string_view_literals;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::string beginning(8, '\0');
  file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  return beginning.starts_with("PK\3\4"sv) || beginning == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
}

Digest digest_of_file(const std::string& path, record::DigestAlgorithm algorithm) {
  record::Hasher hasher(algorithm);
  hasher.begin();
  std::ifstream file(path, std::ios::binary);
  std::vector<char> room(1 << 16);
  while (file) {
    file.read(room.data(), static_cast<std::streamsize>(room.size()));
    hasher.add(std::as_bytes(std::span(room).first(static_cast<std::size_t>(file.gcount()))));
  }
  if (file.bad() || !file.eof()) throw Fault(Fault::Kind::disk, "cannot read " + path + " to its end");
  return hasher.finish();
}

}  // namespace ducha::tools
