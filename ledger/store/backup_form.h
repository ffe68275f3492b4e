// 备份: the form of a backup. Whoever knows this page and the entry can read and check one with nothing of ours.
//
//   segment  = line places entries
//   line     = "ducha-entries/v1 first=" SEQ " count=" N " root=" ALGORITHM ":" HEX "\n"
//   places   = N times: offset 8, length 4, leaf 32      numbers big-endian; the offset is within `entries`
//   entries  = entries first … first + N - 1, end to end, as the ledger holds them
//
//   manifest = head segment-line* file* end
//   head     = "ducha-backup/v1 number=" N " size=" N " root=" ALGORITHM ":" HEX
//              " edition=" N " ledger=" HEX " taken=" TIME "\n"
//   segment-line = "segment first=" SEQ " count=" N " bytes=" N " digest=" HEX "\n"
//   file     = "file name=" NAME " bytes=" N "\n" the bytes "\n"
//   end      = "end digest=" HEX "\n"
//
// `root` is the root (RFC 6962) of all entries from 0 to the last of the segment, of the manifest that of the whole
// ledger then; `leaf` is H(0x00 ‖ entry); `ledger` is the leaf of entry 0, by which one ledger is told from another.
// Digests are by the ledger's own algorithm: of a segment's bytes, and of all of the manifest before its last line.
//
// In a folder each segment and each manifest is a file; a manifest has the lines of the segments it added, and
// those before it the rest. A backup in one file is its manifest and then its segments, in the order of their lines.
// Nothing here touches the disk.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/record/digest.h"
#include "ledger/record/merkle.h"

namespace ducha::store {

// A segment holds no more: whoever reads one makes room for as many as its line says.
inline constexpr std::uint64_t segment_entries_max = 1u << 20;

// A segment as a manifest names it.
struct SegmentMark {
  Seq first = 0;
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;
  Digest digest;
  bool operator==(const SegmentMark&) const = default;
};

// A small file of the ledger that goes along: its public key, the checkpoints it gave out.
struct KeptFile {
  std::string name;  // its path in the ledger's folder
  std::string text;
  bool operator==(const KeptFile&) const = default;
};

struct Manifest {
  std::uint32_t number = 1;  // of the backup in its folder, from 1 without a gap
  record::Sealed head;
  record::DigestAlgorithm algorithm = record::DigestAlgorithm::sha256;
  std::uint32_t edition = 0;
  Digest ledger;
  std::int64_t taken = 0;  // milliseconds since 1970-01-01T00:00:00Z
  std::vector<SegmentMark> segments;
  std::vector<KeptFile> files;

  std::string text() const;
  bool operator==(const Manifest&) const = default;
};

// What `bytes` begin with, and how long it is. Nothing when that is no manifest, or not as it was written.
struct ReadManifest {
  Manifest manifest;
  std::size_t length = 0;
};
std::optional<ReadManifest> read_manifest(std::string_view bytes);

// Gathers entries, one after the other.
class SegmentBuilder {
 public:
  explicit SegmentBuilder(Seq first) : first_(first) {}

  void add(std::span<const std::byte> entry, const Digest& leaf);
  Seq first() const { return first_; }
  std::uint64_t count() const { return count_; }
  // How long the segment would be, but for its line.
  std::size_t bytes() const { return places_.size() + entries_.size(); }
  // The segment; `root` of all entries up to its last.
  std::string text(record::DigestAlgorithm algorithm, const Digest& root) const;

 private:
  Seq first_;
  std::uint64_t count_ = 0;
  std::string places_, entries_;
};

// The line a segment begins with, and its first word.
inline constexpr std::string_view segment_word = "ducha-entries/v1";
std::string segment_line(record::DigestAlgorithm algorithm, Seq first, std::uint64_t count, const Digest& root);
struct SegmentLine {
  Seq first = 0;
  std::uint64_t count = 0;
  record::DigestAlgorithm algorithm = record::DigestAlgorithm::sha256;
  Digest root;
};
std::optional<SegmentLine> read_segment_line(std::string_view segment);

// An entry as a segment holds it.
struct HeldEntry {
  Seq seq = 0;
  bool there = false;                // the segment is not cut short before its end
  std::span<const std::byte> bytes;  // borrowed
  Digest leaf;                       // by its place
  Digest computed;                   // of the bytes
  bool sound() const { return there && leaf == computed; }
};
// The entries of a segment that is said to hold `count` from `first`; whatever state it is in, so many are given, and
// its line is not looked at. By `hasher`, which is of the ledger's algorithm.
std::vector<HeldEntry> entries_in(std::string_view segment, Seq first, std::uint64_t count, record::Hasher& hasher);

}  // namespace ducha::store
