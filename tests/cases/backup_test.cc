// A backup that can be trusted: what comes back answers byte for byte, what is damaged is named, and whatever stops
// one leaves what was there before.

#include <algorithm>
#include <cstdlib>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "ledger/store/log.h"
#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

namespace fs = std::filesystem;

// A docket is urged so often, by commands of its own.
std::string urges(int count, const std::string& name) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += R"({"do":"urge","id":")" + name + "-" + std::to_string(i) +
            R"(","docket":"2022-001","on":"2022-02-01","unit":"QZJJ","channel":"电话)" + std::to_string(i) + "\"}\n";
  return text;
}

void urge(const Desk& desk, int count, const std::string& name) {
  desk.write(name + ".jsonl", urges(count, name));
  REQUIRE(desk.run("import " + name + ".jsonl").exit == 0);
}

// Whatever anyone may ask of a ledger.
std::vector<std::string> answers(const Desk& desk, const std::string& ledger) {
  std::vector<std::string> all;
  for (const char* question :
       {"log", "verify", "export", "report duties --on 2022-07-01 --format json", "report overdue --on 2022-07-01",
        "report standing --from 2022-01-01 --to 2022-06-30 --on 2022-07-01 --format csv",
        "report cards --on 2022-07-01 --format json", "history 2022-001", "batches --format json"}) {
    const auto ran = desk.run(std::string(question) + " --ledger " + ledger);
    INFO(question << ": " << ran.remarks);
    CHECK(ran.exit == 0);
    all.push_back(ran.out);
  }
  return all;
}

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(folder)) names.push_back(file.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

int checked_elsewhere(const Desk& desk, const std::string& place) {
  const auto line = "cd '" + desk.path("").string() + "' && perl " DUCHA_SOURCE_DIR "/tests/cases/check_backup.pl " +
                    place + " >/dev/null";
  return std::system(line.c_str());
}

void flip(const fs::path& file, std::size_t at) {
  auto bytes = contents(file);
  REQUIRE(at < bytes.size());
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  std::ofstream(file, std::ios::binary) << bytes;
}

bool says(const Ran& ran, const std::string& words) { return ran.out.find(words) != std::string::npos; }

TEST_CASE("a restored ledger answers byte for byte as the one that was backed up", "[backup]") {
  const std::string digest = GENERATE("sha256", "sm3"), place = GENERATE("B", "B.ducha");
  INFO(digest << " " << place);
  const Desk desk;
  import_beginning(desk, "--digest " + digest);
  REQUIRE(desk.run("key new --name ducha.example").exit == 0);
  REQUIRE(desk.run("checkpoint -o c1").exit == 0);
  urge(desk, 20, "u");
  const auto taken = desk.run("backup " + place);
  INFO(taken.out << taken.remarks);
  REQUIRE(taken.exit == 0);
  CHECK(fs::is_directory(desk.path(place)) == (place == "B"));
  CHECK(checked_elsewhere(desk, place) == 0);
  CHECK(desk.run("backup list " + place).exit == 0);

  const auto restored = desk.run("restore " + place + " --ledger N --checkpoint c1");
  INFO(restored.out << restored.remarks);
  REQUIRE(restored.exit == 0);
  CHECK(answers(desk, "N") == answers(desk, "L"));
  // It goes on as a ledger does, and a backup of it goes on where the first ended.
  CHECK(desk.run("key show --ledger N").out == desk.run("key show").out);
  CHECK(desk.run("checkpoint --ledger N").exit == 1);  // the secret was not in the backup
  CHECK(desk.run("key new --name another --ledger N").exit == 1);
  CHECK(desk.run("urge docket=2022-001 unit=QCZJ on=2022-02-02 --ledger N").exit == 0);
  CHECK(desk.run("verify --ledger N").exit == 0);
  if (place == "B") CHECK(desk.run("backup B --ledger N").exit == 0);
}

TEST_CASE("a second backup writes only what is new, and each can be restored", "[backup]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("backup B").exit == 0);
  const auto first = answers(desk, "L");
  const auto before = files_in(desk.path("B"));
  const auto whole = contents(desk.path("B") / before.back());
  urge(desk, 3, "u");
  const auto second = desk.run("backup B");
  CHECK(says(second, "3 entries, of them new") == false);
  CHECK(says(second, "of them new 3, written"));
  const auto after = files_in(desk.path("B"));
  CHECK(after.size() == before.size() + 2);  // a manifest and a segment
  CHECK(std::includes(after.begin(), after.end(), before.begin(), before.end()));
  CHECK(contents(desk.path("B") / before.back()) == whole);
  std::uintmax_t bytes = 0;
  for (const auto& name : after)
    if (!std::binary_search(before.begin(), before.end(), name)) bytes += fs::file_size(desk.path("B") / name);
  CHECK(says(second, "written " + std::to_string(bytes) + " bytes"));

  CHECK(says(desk.run("backup B"), "nothing new"));
  CHECK(files_in(desk.path("B")) == after);
  CHECK(checked_elsewhere(desk, "B") == 0);
  REQUIRE(desk.run("restore B --backup 1 --ledger N1").exit == 0);
  CHECK(answers(desk, "N1") == first);
  REQUIRE(desk.run("restore B --ledger N2").exit == 0);
  CHECK(answers(desk, "N2") == answers(desk, "L"));
  CHECK(desk.run("restore B --backup 3 --ledger N3").exit == 1);
}

TEST_CASE("a backup beside an import holds all of the file or none, and keeps nobody waiting", "[backup]") {
  const Desk desk;
  import_beginning(desk);
  desk.write("u.jsonl", urges(4000, "u"));
  const auto none = desk.run("log").out;
  const pid_t child = ::fork();
  if (child == 0) ::_exit(desk.run("import u.jsonl >imported 2>&1; true").exit);
  for (int i = 0; i < 3; ++i) {
    const auto taken = desk.run("backup B" + std::to_string(i));
    INFO(taken.out << taken.remarks);
    CHECK(taken.exit == 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  const auto all = desk.run("log").out;
  CHECK(all.size() > none.size());
  for (int i = 0; i < 3; ++i) {
    const auto place = std::to_string(i);
    REQUIRE(desk.run("restore B" + place + " --ledger N" + place).exit == 0);
    const auto log = desk.run("log --ledger N" + place).out;
    CHECK((log == none || log == all));
  }
}

// Two backups in B; the last but one entry of the docket 2022-001 says 电话1.
struct Backed {
  Desk desk;
  fs::path first, second;  // segments
  Backed() {
    import_beginning(desk);
    REQUIRE(desk.run("backup B").exit == 0);
    urge(desk, 3, "u");
    REQUIRE(desk.run("backup B").exit == 0);
    const auto names = files_in(desk.path("B"));
    REQUIRE(names.size() == 4);
    first = desk.path("B") / names[2], second = desk.path("B") / names[3];
  }
  // The list says so with exit code 4, and restoring leaves nothing.
  void check_named(const std::string& words, bool first_sound) {
    const auto listed = desk.run("backup list B"), restored = desk.run("restore B --ledger N");
    for (const auto* ran : {&listed, &restored}) {
      INFO(ran->out << ran->remarks);
      CHECK(ran->exit == 4);
      CHECK(says(*ran, words));
    }
    CHECK_FALSE(fs::exists(desk.path("N")));
    CHECK_FALSE(fs::exists(desk.path("N.restoring")));
    CHECK(desk.run("backup B").exit == 4);
    CHECK(desk.run("restore B --backup 1 --ledger N1").exit == (first_sound ? 0 : 4));
    CHECK(checked_elsewhere(desk, "B") != 0);
  }
};

TEST_CASE("a damaged backup is refused by the name of what is damaged", "[backup]") {
  Backed backed;
  const auto& folder = backed.desk.path("B");
  const auto name = [](const fs::path& file) { return file.filename().string(); };
  SECTION("an entry") {
    const auto at = contents(backed.second).find("电话1");
    REQUIRE(at != std::string::npos);
    flip(backed.second, at);
    backed.check_named("is not what was recorded (of 2022-001)", true);
  }
  SECTION("a segment cut short") {
    fs::resize_file(backed.second, fs::file_size(backed.second) - 1);
    backed.check_named("segment " + name(backed.second) + ": entry", true);
  }
  SECTION("a segment cut to nothing") {
    fs::resize_file(backed.first, 0);
    backed.check_named("entry 0 is cut off", false);
  }
  SECTION("a segment missing") {
    fs::remove(backed.second);
    backed.check_named("segment " + name(backed.second) + " is missing", true);
  }
  SECTION("a segment in another's place") {
    fs::copy_file(backed.first, backed.second, fs::copy_options::overwrite_existing);
    backed.check_named("segment " + name(backed.second) + " is another one", true);
  }
  SECTION("a segment's line") {
    flip(backed.second, contents(backed.second).find("root="));
    backed.check_named("segment " + name(backed.second), true);
  }
  SECTION("a digest beside an entry, not the entry") {
    flip(backed.second, contents(backed.second).find('\n') + 20);
    backed.check_named("though all its entries are whole", true);
  }
  SECTION("a manifest") {
    flip(folder / "backup-0002.manifest", 30);
    backed.check_named("backup-0002.manifest is damaged", true);
  }
  SECTION("a manifest missing") {
    fs::remove(folder / "backup-0001.manifest");
    backed.check_named("backup-0001.manifest is missing", false);
  }
  SECTION("a manifest in another's place") {
    fs::copy_file(folder / "backup-0001.manifest", folder / "backup-0002.manifest",
                  fs::copy_options::overwrite_existing);
    backed.check_named("is that of backup 1", true);
  }
}

TEST_CASE("whichever byte of a backup in one file is altered, it is not restored", "[backup]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("backup B.ducha").exit == 0);
  CHECK(desk.run("backup B.ducha").exit == 1);  // none is written over
  const auto whole = contents(desk.path("B.ducha"));
  for (std::size_t at = 7; at < whole.size(); at += whole.size() / 12) {
    INFO("byte " << at << " of " << whole.size());
    flip(desk.path("B.ducha"), at);
    const auto restored = desk.run("restore B.ducha --ledger N");
    CHECK(restored.exit == 4);
    CHECK(says(restored, "damage: "));
    CHECK_FALSE(fs::exists(desk.path("N")));
    std::ofstream(desk.path("B.ducha"), std::ios::binary) << whole;
  }
  CHECK(desk.run("restore B.ducha --ledger N").exit == 0);
}

TEST_CASE("nothing is restored over what is there", "[backup]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("backup B").exit == 0);
  const auto before = desk.run("log").out;
  const auto refused = desk.run("restore B --ledger L");
  CHECK(refused.exit == 3);
  CHECK(refused.remarks.find("there is a ledger in L already") != std::string::npos);
  CHECK(desk.run("log").out == before);
  fs::create_directories(desk.path("N"));
  desk.write("N/letter", "");
  CHECK(desk.run("restore B --ledger N").exit == 1);
  fs::remove(desk.path("N/letter"));
  fs::create_directories(desk.path("N.restoring/store"));  // of one that was killed
  CHECK(desk.run("restore B --ledger N").exit == 0);
  CHECK_FALSE(fs::exists(desk.path("N.restoring")));
  CHECK(desk.run("backup L").exit == 1);
  CHECK(desk.run("restore nowhere --ledger M").exit == 3);
  fs::create_directories(desk.path("empty"));
  CHECK(desk.run("restore empty --ledger M").exit == 1);
  CHECK(desk.run("backup list empty").exit == 1);
}

TEST_CASE("a disk that fills up leaves what was there, and nothing half written", "[backup]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("backup B").exit == 0);
  urge(desk, 3000, "u");
  const auto before = files_in(desk.path("B"));
  // A file may grow to so many blocks of 512 bytes and no further, as on a disk that is full.
  const auto limited = [&](int blocks, const std::string& words) {
    const auto line = "cd '" + desk.path("").string() + "' && (trap '' XFSZ; ulimit -f " + std::to_string(blocks) +
                      "; " DUCHA_PROGRAM " --lang en --ledger L " + words + ") >out 2>remarks";
    const int status = std::system(line.c_str());
    return Ran{WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(desk.path("out")),
               contents(desk.path("remarks"))};
  };
  const auto taken = limited(100, "backup B");
  CHECK(taken.exit == 3);
  CHECK(taken.remarks.find("fault") != std::string::npos);
  CHECK(files_in(desk.path("B")) == before);
  CHECK(limited(100, "backup C").exit == 3);
  CHECK_FALSE(fs::exists(desk.path("C")));
  CHECK(limited(100, "backup C.ducha").exit == 3);
  CHECK_FALSE(fs::exists(desk.path("C.ducha")));
  CHECK_FALSE(fs::exists(desk.path("C.ducha.part")));
  REQUIRE(desk.run("backup B").exit == 0);
  CHECK(limited(400, "restore B --ledger N").exit == 3);
  CHECK_FALSE(fs::exists(desk.path("N")));
  CHECK_FALSE(fs::exists(desk.path("N.restoring")));
  CHECK(desk.run("restore B --ledger N").exit == 0);
}

TEST_CASE("what a stopped backup left behind goes with the next one", "[backup]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("backup B").exit == 0);
  desk.write("B/entries-000000000100-000000000102.segment", "half");
  desk.write("B/backup-0002.manifest.part", "half");
  desk.write("B/letter", "not ours");
  CHECK(desk.run("backup list B").exit == 0);
  urge(desk, 3, "u");
  REQUIRE(desk.run("backup B").exit == 0);
  CHECK_FALSE(fs::exists(desk.path("B/entries-000000000100-000000000102.segment")));
  CHECK_FALSE(fs::exists(desk.path("B/backup-0002.manifest.part")));
  CHECK(fs::exists(desk.path("B/letter")));
}

TEST_CASE("a folder of backups tells another ledger, one that was cut, and one that was altered", "[backup]") {
  const Desk desk, other;
  import_beginning(desk);
  REQUIRE(desk.run("backup B").exit == 0);
  fs::copy(desk.path("L"), desk.path("kept"), fs::copy_options::recursive);
  urge(desk, 2, "u");
  REQUIRE(desk.run("backup B").exit == 0);

  const auto cut = desk.run("backup B --ledger kept");
  CHECK(cut.exit == 4);
  CHECK(cut.remarks.find("was cut") != std::string::npos);
  desk.write("v.jsonl", urges(5, "v"));
  REQUIRE(desk.run("import v.jsonl --ledger kept").exit == 0);
  const auto altered = desk.run("backup B --ledger kept");
  CHECK(altered.exit == 4);
  CHECK(altered.remarks.find("was altered") != std::string::npos);
  // The checkpoint of the one is not held to by the other.
  REQUIRE(desk.run("key new --name ducha.example --ledger kept").exit == 0);
  REQUIRE(desk.run("checkpoint -o c --ledger kept").exit == 0);
  const auto forged = desk.run("restore B --ledger N --checkpoint c");
  CHECK(forged.exit == 4);
  CHECK_FALSE(fs::exists(desk.path("N")));

  import_beginning(other, "--office 另一个督查室");
  const auto strange = other.run("backup " + desk.path("B").string());
  CHECK(strange.exit == 1);
  CHECK(strange.remarks.find("another ledger") != std::string::npos);
}

TEST_CASE("the secret key goes along only when asked for", "[backup]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("key new --name ducha.example").exit == 0);
  const auto secret = contents(desk.path("L/key"));
  REQUIRE(desk.run("backup B.ducha").exit == 0);
  CHECK(contents(desk.path("B.ducha")).find("PRIVATE KEY") == std::string::npos);
  REQUIRE(desk.run("backup C.ducha --with-key").exit == 0);
  CHECK((fs::status(desk.path("C.ducha")).permissions() & fs::perms::others_all) == fs::perms::none);
  REQUIRE(desk.run("restore C.ducha --ledger N").exit == 0);
  CHECK(contents(desk.path("N/key")) == secret);
  CHECK(fs::status(desk.path("N")).permissions() == fs::perms::owner_all);
  CHECK(desk.run("checkpoint --ledger N").exit == 0);
}

TEST_CASE("nothing before a checkpoint has changed, or verify says what did", "[verify]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("key new --name ducha.example").exit == 0);
  REQUIRE(desk.run("checkpoint -o c1").exit == 0);
  urge(desk, 2, "u");
  const auto held = desk.run("verify --since c1");
  CHECK(held.exit == 0);
  CHECK(says(held, "none of them altered"));
  REQUIRE(desk.run("checkpoint -o c2").exit == 0);

  const Desk other;
  import_beginning(other);
  const auto cut = other.run("verify --since " + desk.path("c2").string());
  CHECK(cut.exit == 4);
  CHECK(says(cut, "its end was cut off"));
  const auto altered = other.run("verify --since " + desk.path("c1").string());
  CHECK(altered.exit == 4);
  CHECK(says(altered, "some were altered"));
  CHECK(desk.run("verify --since a.jsonl").exit == 1);
}

}  // namespace
}  // namespace ducha::cases
