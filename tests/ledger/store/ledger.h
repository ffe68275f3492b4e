// A small ledger in a folder of its own, and what may befall it.
//
// Entries are lines of text ("stream version command part parts"), since the store does not read them; beside
// the ledger stands what it ought to hold, so that every story can ask whether it still does.

#pragma once

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stdlib.h>

#include "ledger/base/fault.h"
#include "ledger/record/entry.h"
#include "ledger/store/log.h"
#include "ledger/store/verify.h"
#include "tests/catch.h"
#include "tests/ledger/record/naive_root.h"

namespace ducha::store {

// A folder that goes when the story ends.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "ducha-store-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code left_behind;
    std::filesystem::remove_all(path_, left_behind);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The fault that `act` ends in; nothing when it goes well.
template <class Act>
std::optional<Fault> fault_of(Act act) {
  try {
    act();
  } catch (const Fault& fault) {
    return fault;
  }
  return {};
}

inline std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span{text}); }
inline std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// One fact to record. Neighbours of the same command are its parts.
struct Line {
  StreamNo stream;
  std::string command;
};

class Ledger {
 public:
  explicit Ledger(record::DigestAlgorithm algorithm = record::DigestAlgorithm::sha256) : hasher_(algorithm) {
    Log::create(path(), algorithm, edition);
    reopen();
  }
  static constexpr std::uint32_t edition = 1;

  std::filesystem::path path() const { return folder_.path() / "ledger"; }
  std::filesystem::path database() const { return path() / "store"; }
  std::filesystem::path anchor() const { return path() / "HEAD"; }
  Log& log() { return *log_; }

  void close() { log_.reset(); }
  void reopen(Access access = Access::write) {
    close();
    log_.emplace(path(), access);
  }

  // Appends the lines as one batch.
  void append(const std::vector<Line>& lines) {
    before_last_append_ = log_size();
    std::vector<std::string> encoded;
    std::vector<Stored> stored;
    std::vector<Received> received;
    for (std::size_t i = 0; i < lines.size();) {
      std::size_t parts = 1;
      while (i + parts < lines.size() && lines[i + parts].command == lines[i].command) ++parts;
      const Seq first = entries.size() + i;
      received.push_back({lines[i].command, first});
      for (std::size_t part = 0; part < parts; ++part, ++i) {
        encoded.push_back(std::to_string(lines[i].stream) + ' ' + std::to_string(versions[lines[i].stream]++) + ' ' +
                          lines[i].command + ' ' + std::to_string(part) + ' ' + std::to_string(parts));
      }
    }
    std::map<StreamNo, std::uint32_t> next;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const StreamNo stream = lines[i].stream;
      const auto known = next.try_emplace(stream, log().stream_size(stream)).first;
      stored.push_back({stream, known->second++, bytes_of(encoded[i])});
    }
    log().append(stored, received, log().writes());
    for (const std::string& entry : encoded) {
      entries.push_back(entry);
      leaves.push_back(hasher_.leaf(bytes_of(entry)));
    }
  }
  // So many entries, each its own command, over three streams in turn.
  void append_many(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t seq = entries.size();
      append({{static_cast<StreamNo>(seq % 3), "c" + std::to_string(seq)}});
    }
  }

  // Power fails while the last record is on its way to the disk.
  void tear_tail(std::uintmax_t bytes) {
    const auto wal = write_ahead_log();
    std::filesystem::resize_file(wal, std::filesystem::file_size(wal) - bytes);
  }
  // The last append is gone without a trace in the write-ahead log.
  void cut_at_record_boundary() { std::filesystem::resize_file(write_ahead_log(), before_last_append_); }
  static void flip_byte(const std::filesystem::path& file, std::uintmax_t at) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(at));
    const char flipped = static_cast<char>(stream.get() ^ 0x10);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(flipped);
    REQUIRE(stream.flush());
  }

  // The newest file of the database with such an ending.
  std::filesystem::path newest(std::string_view ending) const {
    std::filesystem::path found;
    for (const auto& file : std::filesystem::directory_iterator(database())) {
      if (file.path().extension() == ending && file.path().filename() > found.filename()) found = file.path();
    }
    REQUIRE_FALSE(found.empty());
    return found;
  }
  std::filesystem::path write_ahead_log() const { return newest(".log"); }

  // Whether the ledger holds exactly the first `size` of what was appended.
  void check_holds(std::size_t size) {
    REQUIRE(log().head().size == size);
    CHECK(log().head().root == root_of(size));
    Seq next = 0;
    log().scan(0, size, [&](Seq seq, std::span<const std::byte> bytes) {
      CHECK(seq == next++);
      CHECK(text_of(bytes) == entries.at(seq));
      return true;
    });
    CHECK(next == size);
  }
  Digest root_of(std::size_t size) { return record::naive_root(hasher_, std::span{leaves}.first(size)); }

  static Digest request_of(std::string_view command) {
    record::Hasher hasher(record::DigestAlgorithm::sha256);
    return hasher.of("request of " + std::string{command});
  }
  // Reaches past the log and into the database.
  void put(Family family, std::string_view key, std::string_view value) {
    auto rows = log().database().writes();
    rows.put(family, key, value);
    log().database().commit(std::move(rows));
  }
  // The same for verification; nothing else can be wrong with a line.
  static record::Entry entry(const Checks::Stored& stored, const TellDamage&) {
    return {envelope_of(stored.bytes, stored.seq), {}};
  }
  // What a line of text says as an envelope; a fault when it is none.
  static record::Envelope envelope_of(std::span<const std::byte> bytes, Seq seq) {
    const std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      words.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    if (words.size() != 5) throw Fault{Fault::Kind::damaged, "not an envelope", seq};
    const auto number = [&](std::string_view word) {
      unsigned value = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
      if (error != std::errc{} || end != word.data() + word.size()) {
        throw Fault{Fault::Kind::damaged, "not an envelope", seq};
      }
      return value;
    };
    record::Envelope envelope;
    envelope.seq = seq;
    envelope.stream = number(words[0]);
    envelope.version = number(words[1]);
    envelope.command = words[2];
    envelope.part = static_cast<std::uint16_t>(number(words[3]));
    envelope.parts = static_cast<std::uint16_t>(number(words[4]));
    envelope.request = request_of(words[2]);
    return envelope;
  }

  std::vector<std::string> entries;  // what the ledger ought to hold
  std::vector<Digest> leaves;
  std::map<StreamNo, std::uint32_t> versions;  // how many entries each stream ought to have

 private:
  std::uintmax_t log_size() const { return std::filesystem::file_size(write_ahead_log()); }

  Folder folder_;
  record::Hasher hasher_;
  std::optional<Log> log_;
  std::uintmax_t before_last_append_ = 0;
};

}  // namespace ducha::store
