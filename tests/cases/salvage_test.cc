// Of a damaged ledger everything that still verifies is got out, what is lost is named, and the part without a gap is
// a ledger again.

#include <algorithm>
#include <set>
#include <vector>

#include "tests/cases/program.h"
#include "tests/catch.h"
#include "tests/support/chance.h"

namespace ducha::cases {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void flip(const fs::path& file, std::size_t at) {
  auto bytes = contents(file);
  REQUIRE(at < bytes.size());
  bytes[at] = static_cast<char>(bytes[at] ^ 4);
  std::ofstream(file, std::ios::binary) << bytes;
}

// A ledger of some three thousand entries over several blocks, and what `log` says of it.
struct Kept {
  Desk desk;
  std::vector<std::string> log;
  explicit Kept(int urges = 3000) {
    import_beginning(desk);
    std::string text;
    support::Chance chance(48);
    for (int i = 0; i < urges; ++i)
      text += R"({"do":"urge","id":"urge-)" + std::to_string(i) +
              R"(","docket":"2022-001","on":"2022-02-01","unit":"QZJJ","channel":"电话)" +
              std::to_string(chance.below(1'000'000'000)) + "\"}\n";
    desk.write("u.jsonl", text);
    if (urges > 0) REQUIRE(desk.run("import u.jsonl").exit == 0);
    log = lines_of(desk.run("log").out);
  }
  std::vector<fs::path> files(const std::string& ending) const {
    std::vector<fs::path> found;
    for (const auto& file : fs::directory_iterator(desk.path("L/store")))
      if (file.path().extension() == ending && file.file_size() > 0) found.push_back(file.path());
    std::sort(found.begin(), found.end());
    return found;
  }
  // What came out is of the ledger and nothing else; its beginning is a ledger again. How many entries came out.
  std::size_t check_found(const std::string& place) const {
    const auto found = lines_of(contents(desk.path(place + "/log.txt")));
    const std::set<std::string> known(log.begin(), log.end());
    CHECK(std::all_of(found.begin(), found.end(), [&](const auto& line) { return known.contains(line); }));
    CHECK(lines_of(contents(desk.path(place + "/entries.txt"))).size() == found.size());
    std::size_t prefix = 0;
    while (prefix < found.size() && found[prefix] == log[prefix]) ++prefix;
    if (prefix == 0) return found.size();
    fs::remove_all(desk.path("N"));
    const auto restored = desk.run("restore " + place + "/prefix.ducha --ledger N");
    INFO(restored.out << restored.remarks);
    CHECK(restored.exit == 0);
    CHECK(desk.run("verify --ledger N").exit == 0);
    CHECK(lines_of(desk.run("log --ledger N").out) ==
          std::vector(log.begin(), log.begin() + static_cast<long>(prefix)));
    return found.size();
  }
};

bool says(const Ran& ran, const std::string& words) { return ran.out.find(words) != std::string::npos; }

TEST_CASE("of a sound ledger everything is salvaged, and nothing of it is touched", "[salvage]") {
  const Kept kept(20);
  const auto ran = kept.desk.run("salvage L -o S");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 0);
  CHECK(says(ran, "lost 0"));
  CHECK(kept.check_found("S") == kept.log.size());
  CHECK(kept.desk.run("verify").exit == 0);
  CHECK(kept.desk.run("salvage L -o S").exit == 1);
  CHECK(kept.desk.run("salvage nowhere -o T").exit == 3);
  CHECK_FALSE(fs::exists(kept.desk.path("T")));
  CHECK_FALSE(fs::exists(kept.desk.path("T.part")));
}

TEST_CASE("of a ledger whose table file has a spoilt block the other blocks are salvaged", "[salvage]") {
  const Kept kept;
  REQUIRE(kept.desk.run("rebuild").exit == 0);  // opened again: what was in the log of writes is in table files
  // The entries' file is the one whose spoilt middle costs entries.
  std::size_t partly = 0;
  for (const auto& file : kept.files(".sst")) {
    if (fs::file_size(file) < 20'000) continue;
    const auto whole = contents(file);
    flip(file, whole.size() / 2);
    const auto ran = kept.desk.run("salvage L -o S");
    INFO(file.filename() << ": " << ran.out << ran.remarks);
    // Views are computed from the entries: a spoilt one costs nothing.
    CHECK(ran.exit == (says(ran, "damage: ") ? 4 : 0));
    const auto found = kept.check_found("S");
    if (found < kept.log.size()) {
      ++partly;
      CHECK(ran.exit == 4);
      CHECK(found > kept.log.size() / 2);
      CHECK(says(ran, "are lost (of 2022-001)"));
      CHECK(says(ran, "to read only: "));
    }
    CHECK(says(ran, "; lost " + std::to_string(kept.log.size() - found)));
    fs::remove_all(kept.desk.path("S"));
    std::ofstream(file, std::ios::binary) << whole;
  }
  CHECK(partly > 0);
}

TEST_CASE("a spoilt write-ahead log costs the records that are spoilt, not those around them", "[salvage]") {
  const Kept kept(0);
  for (int i = 0; i < 8; ++i)
    REQUIRE(kept.desk.run("urge docket=2022-001 unit=QZJJ on=2022-02-01 channel=" + std::to_string(i)).exit == 0);
  // Each opening for writing leaves what came before in table files: the last urge is in the log.
  const auto log = kept.files(".log");
  REQUIRE(log.size() == 1);
  const auto bytes = contents(log.front());
  flip(log.front(), bytes.size() / 2);
  CHECK(kept.desk.run("verify").exit != 0);
  const auto ran = kept.desk.run("salvage L -o S");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 4);
  CHECK(says(ran, "entry " + std::to_string(kept.log.size() + 7) + " is lost"));
  CHECK(says(ran, "salvaged " + std::to_string(kept.log.size() + 7) + " entries"));
}

TEST_CASE("a ledger that does not open at all is salvaged file by file", "[salvage]") {
  const Kept kept(20);
  SECTION("its directory of files is gone") {
    for (const auto& file : fs::directory_iterator(kept.desk.path("L/store")))
      if (file.path().filename().string().starts_with("MANIFEST")) fs::remove(file.path());
    fs::remove(kept.desk.path("L/store/CURRENT"));
  }
  SECTION("its anchor is gone") { fs::remove(kept.desk.path("L/HEAD")); }
  SECTION("its anchor and its directory are spoilt") {
    kept.desk.write("L/HEAD", "nonsense");
    kept.desk.write("L/store/CURRENT", "nonsense\n");
  }
  CHECK(kept.desk.run("log").exit == 3);
  const auto ran = kept.desk.run("salvage L -o S");
  INFO(ran.out << ran.remarks);
  CHECK(ran.exit == 0);
  CHECK(kept.check_found("S") == kept.log.size());
}

TEST_CASE("of a damaged backup every whole entry is salvaged, and the docket of the lost one is named", "[salvage]") {
  const Kept kept(20);
  const std::string place = GENERATE("B", "B.ducha");
  INFO(place);
  REQUIRE(kept.desk.run("backup " + place).exit == 0);
  const auto file = place == "B" ? kept.desk.path("B/entries-000000000000-" +
                                                  std::string(12 - std::to_string(kept.log.size() - 1).size(), '0') +
                                                  std::to_string(kept.log.size() - 1) + ".segment")
                                 : kept.desk.path(place);
  const auto whole = contents(file);
  SECTION("an entry") {
    flip(file, whole.find("已进场"));
    const auto ran = kept.desk.run("salvage " + place + " -o S");
    INFO(ran.out << ran.remarks);
    CHECK(ran.exit == 4);
    CHECK(says(ran, "is lost (of 2022-001)"));
    CHECK(kept.check_found("S") == kept.log.size() - 1);
  }
  SECTION("cut short") {
    fs::resize_file(file, whole.size() - 100);
    const auto ran = kept.desk.run("salvage " + place + " -o S");
    INFO(ran.out << ran.remarks);
    CHECK(ran.exit == 4);
    CHECK(kept.check_found("S") == kept.log.size() - 1);
  }
  SECTION("its manifest") {
    flip(place == "B" ? kept.desk.path("B/backup-0001.manifest") : file, 20);
    const auto ran = kept.desk.run("salvage " + place + " -o S");
    INFO(ran.out << ran.remarks);
    CHECK(ran.exit == 4);
    CHECK(says(ran, "lost 0"));
    CHECK(kept.check_found("S") == kept.log.size());
  }
}

}  // namespace
}  // namespace ducha::cases
