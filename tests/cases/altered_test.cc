// Any one byte altered is found: by the entry's name where someone altered it through the database, and by the
// store's own sums where the disk did.

#include <algorithm>
#include <optional>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/record/entry.h"
#include "ledger/store/verify.h"
#include "tests/cases/program.h"
#include "tests/catch.h"
#include "tests/support/chance.h"

namespace ducha::cases {
namespace {

namespace fs = std::filesystem;

void put(store::Log& log, Seq seq, const std::string& bytes) {
  auto writes = log.writes();
  writes.put(store::Family::entries, store::keys::entry(seq), bytes);
  log.database().commit(std::move(writes));
}

// Whether verification names that entry.
bool named(const store::Log& log, Seq seq) {
  bool found = false;
  record::EntryReader reader;
  store::verify(log, {[&](const store::Checks::Stored& stored, const store::TellDamage&) {
                        return reader.read(stored.bytes, stored.seq);
                      },
                      [&](const store::Damage& damage) { found = found || damage.seq == seq; },
                      [](std::uint64_t, std::uint64_t) {}});
  return found;
}

std::string flipped(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1u << at % 8));
  return bytes;
}

TEST_CASE("whichever byte of an entry someone alters, verification names the entry", "[altered]") {
  const Desk desk;
  import_beginning(desk);
  store::Log log(desk.path("L"), store::Access::write);
  // What a unit registered, and what was assigned to whom; the calendars before them are long.
  std::vector<Seq> short_ones;
  for (Seq seq = 0; seq < log.head().size; ++seq)
    if (log.read(seq).size() < 600) short_ones.push_back(seq);
  REQUIRE(short_ones.size() > 12);
  for (const auto seq : {short_ones.front(), short_ones[4], short_ones.back()}) {
    const auto whole = log.read(seq);
    for (std::size_t at = 0; at < whole.size(); ++at) {
      INFO("entry " << seq << ", byte " << at << " of " << whole.size());
      put(log, seq, flipped(whole, at));
      CHECK(named(log, seq));
    }
    put(log, seq, whole);
    CHECK_FALSE(named(log, seq));
  }
}

TEST_CASE("an altered entry is named in both languages, with exit code 4", "[altered]") {
  const Desk desk;
  import_beginning(desk);
  Seq last = 0;
  {
    store::Log log(desk.path("L"), store::Access::write);
    last = log.head().size - 1;
    const auto whole = log.read(last);
    put(log, last, flipped(whole, whole.size() - 2));
  }
  const auto english = desk.run("verify"), chinese = desk.run("verify", "zh");
  CHECK(english.exit == 4);
  CHECK(english.out.find("entry " + std::to_string(last) + " is not what was recorded") != std::string::npos);
  CHECK(chinese.exit == 4);
  CHECK(chinese.out.find("第 " + std::to_string(last) + " 条记录已不是当初所记") != std::string::npos);
}

TEST_CASE("views that an earlier program laid down are no damage, and a rebuilding renews them", "[altered]") {
  const Desk desk;
  import_beginning(desk);
  {
    store::Log log(desk.path("L"), store::Access::write);
    const auto row = log.database().get(store::Family::bookmarks, "views").value();
    auto writes = log.writes();
    writes.put(store::Family::bookmarks, "views", std::string(3, '\0') + '\1' + row.substr(4));
    writes.erase(store::Family::timeline, store::keys::stream(1));
    log.database().commit(std::move(writes));
  }
  const auto english = desk.run("verify"), chinese = desk.run("verify", "zh");
  CHECK(english.exit == 4);
  CHECK(english.out.empty());
  CHECK(english.remarks.find("earlier version") != std::string::npos);
  CHECK(chinese.exit == 4);
  CHECK(chinese.remarks.find("先前版本") != std::string::npos);
  REQUIRE(desk.run("rebuild").exit == 0);
  CHECK(desk.run("verify").exit == 0);
}

TEST_CASE("a row of the index that is none is told, also when its docket is read once more", "[altered]") {
  const Desk desk;
  import_beginning(desk);
  desk.write("b.jsonl", R"({"do":"withdraw","id":"w1","docket":"2022-001","on":"2022-03-01","reason":"并入年度计划"}
{"do":"urge","id":"late","docket":"2022-001","on":"2022-02-01","unit":"QZJJ"}
)");
  REQUIRE(desk.run("import b.jsonl").exit == 0);
  REQUIRE(desk.run("verify").exit == 0);
  for (const auto& row : {std::string("x"), std::string(8, '\xFF'), std::string()}) {
    {
      store::Log log(desk.path("L"), store::Access::write);
      auto writes = log.writes();
      writes.put(store::Family::streams, store::keys::stream(1, 2), row);
      log.database().commit(std::move(writes));
    }
    const auto ran = desk.run("verify");
    CHECK(ran.exit == 4);
    CHECK(ran.out.find("stream index") != std::string::npos);
  }
}

TEST_CASE("whichever byte of its files the disk alters, verification does not pass", "[altered]") {
  const Desk desk;
  import_beginning(desk);
  REQUIRE(desk.run("rebuild").exit == 0);  // opened for writing again: what was in the log of writes is in table files
  support::Chance chance(20220701);
  std::size_t tried = 0;
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(desk.path("L") / "store"))
    if (file.path().extension() == ".sst" || (file.path().extension() == ".log" && file.file_size() > 0))
      files.push_back(file.path());
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 5);
  for (const auto& file : files) {
    const auto whole = contents(file);
    for (int each = 0; each < 2; ++each, ++tried) {
      const auto at = static_cast<std::size_t>(chance.below(whole.size()));
      INFO(file.filename() << ", byte " << at << " of " << whole.size());
      std::ofstream(file, std::ios::binary) << flipped(whole, at);
      const auto ran = desk.run("verify");
      CHECK((ran.exit == 3 || ran.exit == 4));
      CHECK(ran.out.find("verified") == std::string::npos);
    }
    std::ofstream(file, std::ios::binary) << whole;
  }
  CHECK(tried > 10);
  CHECK(desk.run("verify").exit == 0);
}

}  // namespace
}  // namespace ducha::cases
