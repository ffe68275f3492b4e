#include "tools/import/workbook/package.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

#include <zip.h>

#include "tools/import/workbook/trouble.h"

namespace ducha::tools::workbook {
namespace {

constexpr std::size_t mib = 1u << 20;
constexpr std::size_t piece_bytes = 1u << 16;

// Archives name their parts as the system they were made on does; a workbook means the same part.
std::string part_key(std::string_view name) {
  std::string key(name.starts_with('/') ? name.substr(1) : name);
  for (char& letter : key) {
    if (letter == '\\') letter = '/';
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + ('a' - 'A'));
  }
  return key;
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t byte = size; byte-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + byte]);
  return number;
}

// The records that close a directory of parts, and how many parts they promise: libzip makes room for all of them
// before it has seen one.
void check_directory(std::string_view tail) {
  const auto check = [&](std::string_view mark, std::size_t count_at, std::size_t count_size) {
    for (auto at = tail.find(mark); at != std::string_view::npos; at = tail.find(mark, at + 1)) {
      if (at + count_at + count_size > tail.size()) break;
      const auto count = number_at(tail, at + count_at, count_size);
      const bool elsewhere = count_size == 2 && count == 0xFFFF;  // the wider record has the number
      if (count > parts_max && !elsewhere) throw Trouble{Wrong::book_parts_too_many, {std::to_string(parts_max)}};
    }
  };
  using namespace std::string_view_literals;
  check("PK\5\6"sv, 10, 2);
  check("PK\6\6"sv, 32, 8);
}

constexpr std::size_t tail_bytes = (1u << 16) + 128;  // a comment may be 64 KiB long

std::string tail_of(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) throw Trouble{Wrong::file_unreadable, {path, error.message()}};
  if (size > archive_mib_max * mib) throw Trouble{Wrong::file_too_large, {path, std::to_string(archive_mib_max)}};
  std::ifstream file(path, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(size - std::min<std::uintmax_t>(size, tail_bytes)));
  std::string tail(static_cast<std::size_t>(std::min<std::uintmax_t>(size, tail_bytes)), '\0');
  file.read(tail.data(), static_cast<std::streamsize>(tail.size()));
  tail.resize(static_cast<std::size_t>(file.gcount()));
  return tail;
}

std::string reason(zip_error_t* error) {
  std::string text = zip_error_strerror(error);
  zip_error_fini(error);
  return text;
}

// One part being unpacked.
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Package::Close::operator()(zip* archive) const { zip_discard(archive); }

Package::Package(const std::string& path, std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  if (bytes.empty()) {
    check_directory(tail_of(path));
    int code = 0;
    archive_.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (!archive_) zip_error_init_with_code(&error, code);
  } else {
    check_directory(bytes.substr(bytes.size() - std::min(bytes.size(), tail_bytes)));
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (source && !archive_) zip_source_free(source);
  }
  if (!archive_) throw Trouble{Wrong::book_damaged, {reason(&error)}};
  zip_error_fini(&error);
  list_parts();
}

Package::~Package() = default;

void Package::list_parts() {
  const auto count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t index = 0; index < count; ++index) {
    const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(index), ZIP_FL_ENC_GUESS);
    if (!name) continue;
    // Two parts of one name: who reads which is anybody's guess, so nobody could say what was imported.
    if (!parts_.emplace(part_key(name), static_cast<std::uint64_t>(index)).second)
      throw Trouble{Wrong::book_part_twice, {name}};
  }
}

std::optional<std::uint64_t> Package::find(std::string_view part) const {
  const auto found = parts_.find(part_key(part));
  if (found == parts_.end()) return std::nullopt;
  return found->second;
}

void Package::read(std::string_view part, const std::function<bool(std::string_view piece)>& take) {
  const std::string name(part);
  const auto index = find(part);
  if (!index) throw Trouble{Wrong::book_without_part, {name}};
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_.get(), *index, 0, &stat) != 0)
    throw Trouble{Wrong::book_part_damaged, {name, zip_error_strerror(zip_get_error(archive_.get()))}};
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    throw Trouble{Wrong::book_encrypted, {}};
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), *index, 0));
  if (!file) throw Trouble{Wrong::book_part_damaged, {name, zip_error_strerror(zip_get_error(archive_.get()))}};

  std::array<char, piece_bytes> room;
  std::size_t unpacked = 0;
  for (;;) {
    const auto got = zip_fread(file.get(), room.data(), room.size());
    if (got < 0) throw Trouble{Wrong::book_part_damaged, {name, zip_error_strerror(zip_file_get_error(file.get()))}};
    if (got == 0) return;
    unpacked += static_cast<std::size_t>(got);
    read_bytes_ += static_cast<std::size_t>(got);
    if (unpacked > part_mib_max * mib) throw Trouble{Wrong::book_part_too_large, {name, std::to_string(part_mib_max)}};
    if (read_bytes_ > reading_mib_max * mib) throw Trouble{Wrong::book_too_large, {std::to_string(reading_mib_max)}};
    if (unpacked > ratio_matters_mib * mib && unpacked / ratio_max > stat.comp_size)
      throw Trouble{Wrong::book_bomb, {name, std::to_string(ratio_max)}};
    if (!take({room.data(), static_cast<std::size_t>(got)})) return;
  }
}

std::string Package::beginning(std::string_view part, std::size_t bytes_max) {
  std::string text;
  read(part, [&](std::string_view piece) {
    text += piece;
    return text.size() < bytes_max;
  });
  if (text.size() > bytes_max) text.resize(bytes_max);
  return text;
}

}  // namespace ducha::tools::workbook
