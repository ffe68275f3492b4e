#include "ledger/store/backup.h"

#include <algorithm>
#include <set>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "ledger/base/fault.h"
#include "ledger/store/backup_walk.h"
#include "ledger/store/folder.h"
#include "ledger/store/segments.h"
#include "ledger/store/synced_file.h"
#include "ledger/store/tiles.h"

namespace ducha::store {

namespace fs = std::filesystem;

namespace {

Manifest manifest_of(const Log& log, const BackupAsk& ask) {
  Manifest manifest;
  const auto& head = log.head();
  manifest.head = {head.size, head.root};
  manifest.algorithm = head.algorithm;
  manifest.edition = head.edition;
  manifest.ledger = stored_leaf(log.database(), 0);
  manifest.taken = ask.now;
  return manifest;
}

// One backup at a time goes into a folder. The lock is the operating system's and goes with the process.
class FolderLock {
 public:
  explicit FolderLock(const fs::path& folder) : file_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    if (file_ >= 0) ::close(file_);
    throw Fault(Fault::Kind::locked, "another process takes a backup into " + folder.string());
  }
  ~FolderLock() { ::close(file_); }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_;
};

// A folder that was made for this and goes again when nothing comes of it.
class MadeFolder {
 public:
  explicit MadeFolder(const fs::path& folder) : folder_(folder), made_(make_private_folder(folder)) {}
  ~MadeFolder() {
    std::error_code not_empty;
    if (made_) fs::remove(folder_, not_empty);
  }
  MadeFolder(const MadeFolder&) = delete;
  MadeFolder& operator=(const MadeFolder&) = delete;

 private:
  fs::path folder_;
  bool made_;
};

// Files put in place for a manifest that is not there yet; taken away again when it never comes.
class Pending {
 public:
  ~Pending() {
    std::error_code left_behind;  // goes with the next backup
    for (const auto& file : files_) fs::remove(file, left_behind);
  }
  void add(const fs::path& file) { files_.push_back(file); }
  void keep() { files_.clear(); }

 private:
  std::vector<fs::path> files_;
};

// What a stopped backup left: nothing that a manifest names.
void clean_up(const fs::path& folder, const BackupReader& backups) {
  std::set<fs::path> named;
  for (const auto& segment : backups.segments()) named.insert(segment_in(folder, segment.first, segment.count));
  for (const auto& segment : backups.segments_found())
    if (const auto file = segment_in(folder, segment.first, segment.count); !named.contains(file)) fs::remove(file);
  std::vector<fs::path> parts;
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto name = file.path().filename().string();
    if (name.ends_with(".segment.part") || name.ends_with(".manifest.part")) parts.push_back(file.path());
  }
  for (const auto& part : parts) fs::remove(part);
}

std::optional<NoBackup> unfit(const Log& log, const Manifest& last) {
  if (last.ledger != stored_leaf(log.database(), 0) || last.algorithm != log.head().algorithm)
    return NoBackup::of_another;
  if (last.head.size > log.head().size) return NoBackup::of_a_longer;
  if (log.root_at(last.head.size) != last.head.root) return NoBackup::of_other_past;
  return {};
}

// The files that are not in the backups before as they are now.
std::vector<KeptFile> new_files(const std::vector<Manifest>& before, const std::vector<KeptFile>& files) {
  std::vector<KeptFile> fresh;
  for (const auto& file : files) {
    const std::string* kept = nullptr;
    for (const auto& manifest : before)
      for (const auto& each : manifest.files)
        if (each.name == file.name) kept = &each.text;
    if (!kept || *kept != file.text) fresh.push_back(file);
  }
  return fresh;
}

bool reads_back(const BackupReader& backups, const BackupAsk& ask) {
  bool sound = true;
  BackupWalk walk;
  walk.damage = [&](const BackupDamage& damage) {
    sound = false;
    ask.damage(damage);
  };
  walk.progress = ask.reading_back;
  walk_backup(backups, walk);
  return sound;
}

std::optional<Manifest> write_file(const fs::path& file, Manifest manifest, Segments segments, const BackupAsk& ask,
                                   Backup& backup) {
  // The manifest comes first and says of each segment what it is, so the entries are read twice. They are the same
  // both times: a reader sees what was there when it was opened.
  manifest.head.root = segments.each(
      [&](const SegmentMark& segment, const std::string&) { manifest.segments.push_back(segment); }, [](Seq) {});
  SyncedFile written(file);
  const auto text = manifest.text();
  written.write(text);
  backup.bytes_new = text.size();
  segments.each(
      [&](const SegmentMark& segment, const std::string& bytes) {
        written.write(bytes);
        backup.bytes_new += segment.bytes;
      },
      [&](Seq seq) { ask.writing(seq, manifest.head.size); });
  written.sync();
  if (!reads_back(BackupReader(written.part()), ask)) return {};
  written.put_in_place();
  sync_folder(file.parent_path());
  return manifest;
}

}  // namespace

std::variant<Backup, NoBackup> back_up_to_folder(const Log& log, const fs::path& folder, const BackupAsk& ask) {
  if (log.head().size == 0) return NoBackup::empty;
  if (Database::is_in(folder)) return NoBackup::is_a_ledger;
  const MadeFolder made(folder);
  const FolderLock lock(folder);
  BackupReader backups(folder);
  if (!backups.damages().empty()) {
    for (const auto& damage : backups.damages()) ask.damage(damage);
    return NoBackup::damaged;
  }
  Backup backup{manifest_of(log, ask)};
  Seq first = 0;
  if (!backups.manifests().empty()) {
    const auto& last = backups.manifests().back();
    if (const auto no = unfit(log, last)) return *no;
    first = last.head.size;
    backup.manifest.number = last.number + 1;
  }
  clean_up(folder, backups);
  backup.manifest.files = new_files(backups.manifests(), ask.files);
  backup.entries_new = log.head().size - first;
  backup.anything_new = backup.entries_new > 0 || !backup.manifest.files.empty();
  Pending pending;
  segments_of(log, first)
      .each(
          [&](const SegmentMark& segment, const std::string& bytes) {
            SyncedFile file(segment_in(folder, segment.first, segment.count));
            file.write(bytes);
            pending.add(file.place());
            file.put_in_place();
            backup.manifest.segments.push_back(segment);
            backup.bytes_new += bytes.size();
          },
          [&](Seq seq) { ask.writing(seq, log.head().size); });
  sync_folder(folder);
  if (backup.anything_new)
    backups.expect(backup.manifest);
  else
    backup.manifest = backups.manifests().back();
  // Those of before are read as well: what has rotted is found while the ledger it came from is still there.
  if (!reads_back(backups, ask)) return NoBackup::damaged;
  if (!backup.anything_new) return backup;
  SyncedFile manifest(manifest_in(folder, backup.manifest.number));
  const auto text = backup.manifest.text();
  manifest.write(text);
  backup.bytes_new += text.size();
  manifest.put_in_place();
  pending.keep();
  sync_folder(folder);
  return backup;
}

std::variant<Backup, NoBackup> back_up_to_file(const Log& log, const fs::path& file, const BackupAsk& ask) {
  if (log.head().size == 0) return NoBackup::empty;
  if (fs::exists(file)) return NoBackup::is_there;
  Backup backup{manifest_of(log, ask)};
  backup.manifest.files = ask.files;
  backup.entries_new = log.head().size;
  auto written = write_file(file, backup.manifest, segments_of(log, 0), ask, backup);
  if (!written) return NoBackup::damaged;
  backup.manifest = std::move(*written);
  return backup;
}

std::optional<Manifest> write_backup_file(const fs::path& file, Manifest base, std::uint64_t size,
                                          const EntryScan& entries, const BackupAsk& ask) {
  base.head.size = size;
  entries(0, 1, [&](Seq, std::span<const std::byte> bytes) {
    base.ledger = record::Hasher(base.algorithm).leaf(bytes);
    return true;
  });
  Backup told;
  Segments segments(base.algorithm, {}, size, entries, [](Seq, Seq, const Digest&) {});
  return write_file(file, std::move(base), std::move(segments), ask, told);
}

}  // namespace ducha::store
