// Backups where they lie: a folder of manifests and segments, or one file (ledger/store/backup_form.h).

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledger/store/backup_form.h"

namespace ducha::store {

// What is wrong with a backup, in both languages, and the entries that are lost by it, if any are.
struct BackupDamage {
  std::string what, what_zh;
  struct Range {
    Seq first, last;
    // entries 3 to 7, 第 3 至 7 条; of one alone: entry 3, 第 3 条
    std::string en() const;
    std::string zh() const;
  };
  std::optional<Range> lost = {};
};

// backup-0001.manifest, entries-000000000000-000000001859.segment
std::filesystem::path manifest_in(const std::filesystem::path& folder, std::uint32_t number);
std::filesystem::path segment_in(const std::filesystem::path& folder, Seq first, std::uint64_t count);

class BackupReader {
 public:
  // Looks at what is there. Throws Fault::disk when nothing is, or it cannot be read.
  explicit BackupReader(std::filesystem::path place);

  bool one_file() const { return one_file_; }
  const std::filesystem::path& place() const { return place_; }
  // Those that can be read, the oldest first, and what is wrong with the others.
  const std::vector<Manifest>& manifests() const { return manifests_; }
  const std::vector<BackupDamage>& damages() const { return damages_; }
  // Of the ledger that was backed up; where no manifest tells, by the first segment that does.
  record::DigestAlgorithm algorithm() const;
  // The segments of all manifests, in order; as `found` where there are whether or not a manifest names them: their
  // digests are not known then.
  std::vector<SegmentMark> segments() const;
  std::vector<SegmentMark> segments_found() const;
  // Its bytes as they are; nothing when it is not there.
  std::optional<std::string> read(const SegmentMark& segment) const;
  // What a person calls it.
  std::string name(const SegmentMark& segment) const;

  // As if this manifest, not yet written, lay there as well.
  void expect(Manifest manifest) { manifests_.push_back(std::move(manifest)); }

 private:
  void look_into_folder();
  void look_into_file();
  void find_segments(const std::string& bytes);

  std::filesystem::path place_;
  bool one_file_ = false;
  std::vector<Manifest> manifests_;
  std::vector<BackupDamage> damages_;
  struct At {
    SegmentMark segment;
    std::uint64_t offset;
  };
  std::vector<At> offsets_;  // of one file
};

}  // namespace ducha::store
