#include "ledger/store/backup_form.h"

#include <algorithm>
#include <charconv>

#include "ledger/base/day.h"
#include "ledger/record/lines.h"
#include "ledger/store/keys.h"

namespace ducha::store {
namespace {

constexpr std::string_view manifest_word = "ducha-backup/v1";
constexpr std::size_t digest_bytes = 32, place_bytes = 8 + 4 + digest_bytes;

// Takes a line apart: a word, and then members `name=value`, each asked for in its turn.
class Members {
 public:
  Members(std::string_view line, std::string_view word) : rest_(line), good_(line.starts_with(word)) {
    if (good_) rest_.remove_prefix(word.size());
  }

  std::string_view text(std::string_view name) {
    const auto begin = " " + std::string(name) + "=";
    if (!good_ || !rest_.starts_with(begin)) return fail();
    rest_.remove_prefix(begin.size());
    const auto value = rest_.substr(0, rest_.find(' '));
    rest_.remove_prefix(value.size());
    return value;
  }
  template <class Number>
  void number(std::string_view name, Number& into) {
    const auto value = text(name);
    const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), into);
    good_ = good_ && error == std::errc{} && stop == value.data() + value.size();
  }
  void digest(std::string_view name, Digest& into) { hex(text(name), into); }
  void root(std::string_view name, record::DigestAlgorithm& algorithm, Digest& into) {
    const auto value = text(name);
    const auto colon = value.find(':');
    const auto known = record::digest_algorithm(value.substr(0, colon));
    if (!known || colon == std::string_view::npos) {
      fail();
      return;
    }
    algorithm = *known;
    hex(value.substr(colon + 1), into);
  }
  void instant(std::string_view name, std::int64_t& into) {
    const auto read = parse_instant(text(name));
    good_ = good_ && read;
    into = read.value_or(0);
  }
  bool good() const { return good_ && rest_.empty(); }

 private:
  std::string_view fail() {
    good_ = false;
    return {};
  }
  void hex(std::string_view value, Digest& into) {
    const auto read = digest_from_hex(value);
    good_ = good_ && read;
    into = read.value_or(Digest{});
  }

  std::string_view rest_;
  bool good_;
};

}  // namespace

std::string Manifest::text() const {
  auto text = std::string(manifest_word) + " number=" + std::to_string(number) + " size=" + std::to_string(head.size) +
              " root=" + record::labelled(algorithm, head.root) + " edition=" + std::to_string(edition) +
              " ledger=" + to_hex(ledger) + " taken=" + shanghai_time(taken) + "\n";
  for (const auto& each : segments)
    text += "segment first=" + std::to_string(each.first) + " count=" + std::to_string(each.count) +
            " bytes=" + std::to_string(each.bytes) + " digest=" + to_hex(each.digest) + "\n";
  for (const auto& file : files)
    text += "file name=" + file.name + " bytes=" + std::to_string(file.text.size()) + "\n" + file.text + "\n";
  return text + "end digest=" + to_hex(record::Hasher(algorithm).of(std::string_view(text))) + "\n";
}

std::optional<ReadManifest> read_manifest(std::string_view bytes) {
  auto rest = bytes;
  ReadManifest read;
  auto& manifest = read.manifest;
  const auto first = record::take_line(rest);
  if (!first) return {};
  Members head(*first, manifest_word);
  head.number("number", manifest.number);
  head.number("size", manifest.head.size);
  head.root("root", manifest.algorithm, manifest.head.root);
  head.number("edition", manifest.edition);
  head.digest("ledger", manifest.ledger);
  head.instant("taken", manifest.taken);
  if (!head.good()) return {};
  for (;;) {
    const auto before = bytes.size() - rest.size();
    const auto line = record::take_line(rest);
    if (!line) return {};
    if (line->starts_with("segment ")) {
      Members members(*line, "segment");
      auto& segment = manifest.segments.emplace_back();
      members.number("first", segment.first);
      members.number("count", segment.count);
      members.number("bytes", segment.bytes);
      members.digest("digest", segment.digest);
      if (!members.good() || segment.count == 0 || segment.count > segment_entries_max) return {};
    } else if (line->starts_with("file ")) {
      Members members(*line, "file");
      auto& file = manifest.files.emplace_back();
      file.name = members.text("name");
      std::size_t length = 0;
      members.number("bytes", length);
      if (!members.good() || rest.size() <= length || rest[length] != '\n') return {};
      file.text = rest.substr(0, length);
      rest.remove_prefix(length + 1);
    } else {
      Members members(*line, "end");
      Digest digest;
      members.digest("digest", digest);
      if (!members.good() || record::Hasher(manifest.algorithm).of(bytes.substr(0, before)) != digest) return {};
      read.length = bytes.size() - rest.size();
      return read;
    }
  }
}

void SegmentBuilder::add(std::span<const std::byte> entry, const Digest& leaf) {
  keys::append_big_endian(places_, static_cast<std::uint64_t>(entries_.size()));
  keys::append_big_endian(places_, static_cast<std::uint32_t>(entry.size()));
  places_.append(reinterpret_cast<const char*>(leaf.bytes.data()), leaf.bytes.size());
  entries_.append(reinterpret_cast<const char*>(entry.data()), entry.size());
  ++count_;
}

std::string SegmentBuilder::text(record::DigestAlgorithm algorithm, const Digest& root) const {
  return segment_line(algorithm, first_, count_, root) + places_ + entries_;
}

std::string segment_line(record::DigestAlgorithm algorithm, Seq first, std::uint64_t count, const Digest& root) {
  return std::string(segment_word) + " first=" + std::to_string(first) + " count=" + std::to_string(count) +
         " root=" + record::labelled(algorithm, root) + "\n";
}

std::optional<SegmentLine> read_segment_line(std::string_view segment) {
  const auto text = record::take_line(segment);
  if (!text) return {};
  Members members(*text, segment_word);
  SegmentLine line;
  members.number("first", line.first);
  members.number("count", line.count);
  members.root("root", line.algorithm, line.root);
  return members.good() && line.count <= segment_entries_max ? std::optional(line) : std::nullopt;
}

std::vector<HeldEntry> entries_in(std::string_view segment, Seq first, std::uint64_t count, record::Hasher& hasher) {
  // The line is as long as it is by what it says, whether or not it can still be read.
  const auto line = segment_line(hasher.algorithm(), first, count, {}).size();
  const auto places = segment.substr(std::min(line, segment.size()));
  const auto entries = places.substr(std::min<std::uint64_t>(count * place_bytes, places.size()));
  std::vector<HeldEntry> held;
  for (std::uint64_t i = 0; i < count; ++i) {
    auto& entry = held.emplace_back();
    entry.seq = first + i;
    if ((i + 1) * place_bytes > places.size()) continue;
    const auto place = places.substr(i * place_bytes, place_bytes);
    const auto offset = keys::big_endian<std::uint64_t>(place);
    const auto length = keys::big_endian<std::uint32_t>(place.substr(8));
    entry.leaf = keys::digest(place.substr(12));
    if (offset > entries.size() || length > entries.size() - offset) continue;
    const auto bytes = entries.substr(offset, length);
    entry.bytes = std::as_bytes(std::span(bytes.data(), bytes.size()));
    entry.computed = hasher.leaf(entry.bytes);
    entry.there = true;
  }
  return held;
}

}  // namespace ducha::store
