#include "ledger/store/backup_reader.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>

#include "ledger/base/fault.h"

namespace ducha::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view manifest_word = "backup-", manifest_ending = ".manifest";
constexpr std::string_view entries_word = "entries-", segment_ending = ".segment";
// More than any manifest has: its lines and the checkpoints of many years.
constexpr std::uint64_t manifest_bytes_max = 64u << 20;

std::string padded(std::uint64_t number, std::size_t digits) {
  auto text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

template <class Number>
bool parse(std::string_view text, Number& into) {
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return !text.empty() && error == std::errc{} && stop == text.data() + text.size();
}

std::optional<std::uint32_t> manifest_number(const std::string& name) {
  std::uint32_t number = 0;
  std::string_view text = name;
  if (!text.starts_with(manifest_word) || !text.ends_with(manifest_ending)) return {};
  text = text.substr(manifest_word.size(), text.size() - manifest_word.size() - manifest_ending.size());
  return parse(text, number) && manifest_in({}, number) == name ? std::optional(number) : std::nullopt;
}

std::optional<SegmentMark> segment_named(const std::string& name) {
  std::string_view text = name;
  if (!text.starts_with(entries_word) || !text.ends_with(segment_ending)) return {};
  text = text.substr(entries_word.size(), text.size() - entries_word.size() - segment_ending.size());
  const auto dash = text.find('-');
  Seq first = 0, last = 0;
  if (dash == std::string_view::npos || !parse(text.substr(0, dash), first) || !parse(text.substr(dash + 1), last))
    return {};
  if (last < first || last - first >= segment_entries_max) return {};
  return SegmentMark{first, last - first + 1, 0, {}};
}

// So much of the file from there, as far as it goes; nothing when it is not there.
std::optional<std::string> bytes_of(const fs::path& file, std::uint64_t from = 0, std::uint64_t count = ~0ull) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error == std::errc::no_such_file_or_directory) return {};
  std::ifstream in(file, std::ios::binary);
  std::string bytes(from < size ? std::min<std::uint64_t>(count, size - from) : 0, '\0');
  if (!error && in && in.seekg(static_cast<std::streamoff>(from)) &&
      in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    return bytes;
  throw Fault(Fault::Kind::disk, "cannot read " + file.string() + ": " + std::strerror(errno), file.string());
}

}  // namespace

std::string BackupDamage::Range::en() const {
  return first == last ? "entry " + std::to_string(first)
                       : "entries " + std::to_string(first) + " to " + std::to_string(last);
}
std::string BackupDamage::Range::zh() const {
  return first == last ? "第 " + std::to_string(first) + " 条"
                       : "第 " + std::to_string(first) + " 至 " + std::to_string(last) + " 条";
}

fs::path manifest_in(const fs::path& folder, std::uint32_t number) {
  return folder / (std::string(manifest_word) + padded(number, 4) + std::string(manifest_ending));
}
fs::path segment_in(const fs::path& folder, Seq first, std::uint64_t count) {
  return folder / (std::string(entries_word) + padded(first, 12) + "-" + padded(first + count - 1, 12) +
                   std::string(segment_ending));
}

BackupReader::BackupReader(fs::path place) : place_(std::move(place)) {
  std::error_code error;
  const auto status = fs::status(place_, error);
  if (fs::is_directory(status))
    look_into_folder();
  else if (fs::is_regular_file(status))
    look_into_file();
  else
    throw Fault(Fault::Kind::disk, "there is nothing to read at " + place_.string(), place_.string());
}

void BackupReader::look_into_folder() {
  std::vector<std::uint32_t> numbers;
  for (const auto& file : fs::directory_iterator(place_))
    if (const auto number = manifest_number(file.path().filename().string())) numbers.push_back(*number);
  std::sort(numbers.begin(), numbers.end());
  std::uint32_t expected = 1;
  for (const auto number : numbers) {
    for (; expected < number; ++expected) {
      const auto name = manifest_in({}, expected).string();
      damages_.push_back({"the manifest " + name + " is missing", "缺备份清单 " + name});
    }
    ++expected;
    const auto file = manifest_in(place_, number);
    const auto name = file.filename().string();
    auto read = read_manifest(bytes_of(file, 0, manifest_bytes_max).value_or(""));
    if (!read || read->length != fs::file_size(file))
      damages_.push_back({"the manifest " + name + " is damaged", "备份清单 " + name + " 已损坏"});
    else if (read->manifest.number != number)
      damages_.push_back({"the manifest " + name + " is that of backup " + std::to_string(read->manifest.number),
                          "备份清单 " + name + " 其实是第 " + std::to_string(read->manifest.number) + " 次备份的"});
    else if (!manifests_.empty() && (read->manifest.ledger != manifests_.front().ledger ||
                                     read->manifest.algorithm != manifests_.front().algorithm))
      damages_.push_back({"the manifest " + name + " is of another ledger", "备份清单 " + name + " 属于另一本台账"});
    else
      manifests_.push_back(std::move(read->manifest));
  }
}

void BackupReader::look_into_file() {
  one_file_ = true;
  auto read = read_manifest(*bytes_of(place_, 0, manifest_bytes_max));
  if (!read) {
    damages_.push_back({"the manifest at the beginning of " + place_.string() + " is damaged",
                        place_.string() + " 开头的备份清单已损坏"});
    find_segments(*bytes_of(place_));
    return;
  }
  auto offset = static_cast<std::uint64_t>(read->length);
  for (const auto& segment : read->manifest.segments) {
    offsets_.push_back({segment, offset});
    offset += segment.bytes;
  }
  if (fs::file_size(place_) > offset)
    damages_.push_back({place_.string() + " goes on after its last segment", place_.string() + " 末尾有多余的内容"});
  manifests_.push_back(std::move(read->manifest));
}

// Where the manifest cannot tell, their first lines do.
void BackupReader::find_segments(const std::string& bytes) {
  for (auto at = bytes.find(segment_word); at != std::string::npos; at = bytes.find(segment_word, at + 1)) {
    const auto line = read_segment_line(std::string_view(bytes).substr(at));
    if (!line || line->count == 0) continue;
    if (!offsets_.empty()) offsets_.back().segment.bytes = at - offsets_.back().offset;
    offsets_.push_back({{line->first, line->count, bytes.size() - at, {}}, at});
  }
}

record::DigestAlgorithm BackupReader::algorithm() const {
  if (!manifests_.empty()) return manifests_.front().algorithm;
  for (const auto& segment : segments_found())
    if (const auto bytes = read(segment))
      if (const auto line = read_segment_line(*bytes)) return line->algorithm;
  return record::DigestAlgorithm::sha256;
}

std::vector<SegmentMark> BackupReader::segments() const {
  std::vector<SegmentMark> all;
  for (const auto& manifest : manifests_) all.insert(all.end(), manifest.segments.begin(), manifest.segments.end());
  return all;
}

std::vector<SegmentMark> BackupReader::segments_found() const {
  std::vector<SegmentMark> all;
  if (one_file_) {
    for (const auto& each : offsets_) all.push_back(each.segment);
    return all;
  }
  for (const auto& file : fs::directory_iterator(place_))
    if (const auto segment = segment_named(file.path().filename().string())) all.push_back(*segment);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.count > b.count;  // what a stopped backup left is the shorter one
  });
  return all;
}

std::optional<std::string> BackupReader::read(const SegmentMark& segment) const {
  if (!one_file_) return bytes_of(segment_in(place_, segment.first, segment.count));
  const auto at = std::find_if(offsets_.begin(), offsets_.end(),
                               [&](const At& each) { return each.segment.first == segment.first; });
  return at == offsets_.end() ? std::nullopt : bytes_of(place_, at->offset, segment.bytes);
}

std::string BackupReader::name(const SegmentMark& segment) const {
  const auto file = segment_in({}, segment.first, segment.count).string();
  return one_file_ ? file.substr(0, file.size() - segment_ending.size()) : file;
}

}  // namespace ducha::store
