// A backup that is stopped at any of its steps leaves those of before, and the next one goes on from there.

#include "ledger/store/backup.h"

#include "ledger/store/backup_walk.h"
#include "ledger/store/restore.h"
#include "ledger/store/salvage.h"
#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

namespace fs = std::filesystem;

BackupAsk quiet() {
  BackupAsk ask;
  ask.now = 1656612000000;
  ask.damage = [](const BackupDamage&) {};
  ask.writing = ask.reading_back = [](std::uint64_t, std::uint64_t) {};
  return ask;
}

bool taken(const std::variant<Backup, NoBackup>& answer) { return std::holds_alternative<Backup>(answer); }

// All that is wrong, and which backups can be restored.
struct Walked {
  std::vector<std::string> damages;
  std::vector<bool> sound;
  explicit Walked(const fs::path& place) {
    BackupWalk walk;
    walk.damage = [&](const BackupDamage& damage) { damages.push_back(damage.what); };
    sound = walk_backup(BackupReader(place), walk);
  }
};

void restore(const fs::path& from, const fs::path& to) {
  const BackupReader backup(from);
  Log::create(to, backup.manifests().front().algorithm, Ledger::edition);
  Log log(to, Access::write);
  Replay replay(log, &Ledger::envelope_of);
  BackupWalk walk;
  walk.entry = [&](Seq seq, std::span<const std::byte> bytes, bool) { replay.take(seq, bytes); };
  walk_backup(backup, walk);
  replay.finish();
  CHECK(log.head().root == backup.manifests().back().head.root);
}

TEST_CASE("whatever part of a backup the power cut off, the backups of before are whole and the next one lands",
          "[store][backup]") {
  Ledger ledger;
  Folder place;
  const auto folder = place.path() / "B", state = place.path() / "state";
  ledger.append_many(4);
  REQUIRE(taken(back_up_to_folder(ledger.log(), folder, quiet())));
  fs::copy(folder, state);
  ledger.append_many(3);
  REQUIRE(taken(back_up_to_folder(ledger.log(), folder, quiet())));

  // Files reach the disk in the order in which they are written: the segment, its name, the manifest, its name.
  const auto segment = segment_in({}, 4, 3).string(), manifest = manifest_in({}, 2).string();
  const auto whole = fs::file_size(folder / segment);
  const int stopped = GENERATE(0, 1, 2, 3, 4);
  if (stopped <= 1) {
    fs::copy_file(folder / segment, state / (segment + ".part"));
    if (stopped == 0) fs::resize_file(state / (segment + ".part"), whole / 2);
  } else {
    fs::copy_file(folder / segment, state / segment);
  }
  if (stopped == 3) {
    fs::copy_file(folder / manifest, state / (manifest + ".part"));
    fs::resize_file(state / (manifest + ".part"), 20);
  }
  if (stopped == 4) fs::copy_file(folder / manifest, state / manifest);

  const Walked left(state);
  CHECK(left.damages.empty());
  CHECK(left.sound.size() == (stopped == 4 ? 2 : 1));
  CHECK(left.sound.front());

  ledger.append_many(1);
  REQUIRE(taken(back_up_to_folder(ledger.log(), state, quiet())));
  const Walked mended(state);
  CHECK(mended.damages.empty());
  CHECK(mended.sound.back());
  for (const auto& file : fs::directory_iterator(state)) CHECK(file.path().extension() != ".part");
  restore(state, place.path() / "restored");
}

TEST_CASE("a ledger whose own entry was altered is not backed up, and the entry is named", "[store][backup]") {
  Ledger ledger;
  Folder place;
  ledger.append_many(6);
  ledger.put(Family::entries, keys::entry(3), "0 1 other 0 1");
  const auto folder = place.path() / "B", file = place.path() / "B.ducha";
  for (const auto& fault : {fault_of([&] { back_up_to_folder(ledger.log(), folder, quiet()); }),
                            fault_of([&] { back_up_to_file(ledger.log(), file, quiet()); })}) {
    REQUIRE(fault);
    CHECK(fault->kind() == Fault::Kind::damaged);
    CHECK(fault->seq() == 3);
  }
  CHECK_FALSE(fs::exists(folder));
  CHECK(fs::is_empty(place.path()));
}

TEST_CASE("a backup of an empty log is none", "[store][backup]") {
  Ledger ledger;
  Folder place;
  CHECK(back_up_to_file(ledger.log(), place.path() / "B.ducha", quiet()).index() == 1);
  CHECK(back_up_to_folder(ledger.log(), place.path() / "B", quiet()).index() == 1);
  CHECK(fs::is_empty(place.path()));
}

TEST_CASE("a segment of another ledger does not give the root, and is named", "[store][backup]") {
  Ledger ledger, other;
  Folder place;
  ledger.append_many(4);
  for (int i = 0; i < 4; ++i) other.append({{0, "o" + std::to_string(i)}});
  REQUIRE(taken(back_up_to_folder(ledger.log(), place.path() / "B", quiet())));
  REQUIRE(taken(back_up_to_folder(other.log(), place.path() / "C", quiet())));
  const auto segment = segment_in({}, 0, 4);
  fs::copy_file(place.path() / "C" / segment, place.path() / "B" / segment, fs::copy_options::overwrite_existing);
  const Walked walked(place.path() / "B");
  CHECK(walked.sound == std::vector<bool>{false});
  REQUIRE_FALSE(walked.damages.empty());
  CHECK_THAT(walked.damages.front(), Catch::Contains(segment.string()));
}

TEST_CASE("a second backup into a folder that one is being taken into is told to wait", "[store][backup]") {
  Ledger ledger;
  Folder place;
  ledger.append_many(2);
  auto ask = quiet();
  std::optional<Fault> fault;
  ask.reading_back = [&](std::uint64_t, std::uint64_t) {
    if (!fault) fault = fault_of([&] { back_up_to_folder(ledger.log(), place.path() / "B", quiet()); });
  };
  REQUIRE(taken(back_up_to_folder(ledger.log(), place.path() / "B", ask)));
  REQUIRE(fault);
  CHECK(fault->kind() == Fault::Kind::locked);
}

TEST_CASE("an altered entry is not salvaged, and what is confirmed ends with the last head that is known",
          "[store][salvage]") {
  Ledger ledger;
  Folder place;
  ledger.append_many(6);
  ledger.put(Family::entries, keys::entry(3), "0 1 other 0 1");
  ledger.close();
  const record::Sealed earlier{2, ledger.root_of(2)};
  auto salvage = salvage_wreck(read_wreck(ledger.path(), place.path() / "scratch"), {earlier});
  // The write-ahead log holds the entry as it was recorded beside what it was made.
  CHECK(salvage.size == 6);
  CHECK(salvage.entries.size() == 5);
  CHECK(salvage.prefix() == 3);
  CHECK(salvage.confirmed == 6);  // the digests give the head, whichever entries are left
  CHECK(fs::is_empty(place.path()));
}

}  // namespace
}  // namespace ducha::store
