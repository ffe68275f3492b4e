#include "ledger/store/log.h"

#include <set>

#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

TEST_CASE("a new ledger is empty, and its root is the digest of nothing", "[store][log]") {
  for (const record::DigestAlgorithm algorithm : {record::DigestAlgorithm::sha256, record::DigestAlgorithm::sm3}) {
    Ledger ledger{algorithm};
    ledger.check_holds(0);
    CHECK(ledger.log().head().algorithm == algorithm);
    CHECK(ledger.log().head().edition == Ledger::edition);
    CHECK(ledger.log().stream_count() == 0);
  }
}

TEST_CASE("what was appended is read back in order, also after opening anew", "[store][log]") {
  Ledger ledger;
  ledger.append({{0, "init"}, {0, "init"}, {0, "init"}});
  ledger.append({{1, "open"}});
  ledger.append({{1, "assign"}, {1, "assign"}, {2, "open another"}});
  ledger.check_holds(7);
  ledger.reopen();
  ledger.check_holds(7);
  ledger.append({{2, "assign another"}});
  ledger.reopen(Access::read);
  ledger.check_holds(8);
  CHECK(ledger.log().read(7) == ledger.entries[7]);
}

TEST_CASE("a scan gives the part asked for and stops when told to", "[store][log]") {
  Ledger ledger;
  ledger.append_many(10);
  std::vector<Seq> seen;
  ledger.log().scan(3, 6, [&](Seq seq, std::span<const std::byte>) { return seen.push_back(seq), true; });
  CHECK(seen == std::vector<Seq>{3, 4, 5});
  seen.clear();
  ledger.log().scan(3, 10, [&](Seq seq, std::span<const std::byte>) { return seen.push_back(seq), seq < 4; });
  CHECK(seen == std::vector<Seq>{3, 4});
  seen.clear();
  ledger.log().scan(4, 4, [&](Seq seq, std::span<const std::byte>) { return seen.push_back(seq), true; });
  CHECK(seen.empty());
}

TEST_CASE("a scan past the end, or for an entry that is not there, is a fault", "[store][log][fault]") {
  Ledger ledger;
  ledger.append_many(3);
  const auto scan = fault_of([&] { ledger.log().scan(0, 4, [](Seq, std::span<const std::byte>) { return true; }); });
  REQUIRE(scan);
  CHECK(scan->kind() == Fault::Kind::damaged);
  CHECK(scan->seq() == 3);
  const auto read = fault_of([&] { ledger.log().read(3); });
  REQUIRE(read);
  CHECK(read->seq() == 3);
}

TEST_CASE("each stream counts its own entries", "[store][log]") {
  Ledger ledger;
  ledger.append({{0, "a"}, {1, "b"}, {0, "c"}});
  ledger.append({{1, "d"}, {2, "e"}, {0, "f"}});
  for (const Access access : {Access::write, Access::read}) {
    ledger.reopen(access);
    CHECK(ledger.log().stream_size(0) == 3);
    CHECK(ledger.log().stream_size(1) == 2);
    CHECK(ledger.log().stream_size(2) == 1);
    CHECK(ledger.log().stream_size(3) == 0);
    CHECK(ledger.log().stream_count() == 3);
    CHECK(ledger.log().stream(0) == std::vector<Seq>{0, 2, 5});
    CHECK(ledger.log().stream(1) == std::vector<Seq>{1, 3});
    CHECK(ledger.log().stream(3).empty());
  }
}

TEST_CASE("a command given again finds the receipt of the first time", "[store][log]") {
  Ledger ledger;
  ledger.append({{0, "first"}, {0, "first"}, {1, "second"}});
  ledger.reopen();
  CHECK(ledger.log().first_of("first") == 0);
  CHECK(ledger.log().first_of("second") == 2);
  CHECK_FALSE(ledger.log().first_of("third"));
  record::Hasher sha256(record::DigestAlgorithm::sha256);
  ledger.put(Family::commands, keys::text(keys::command("fourth", sha256)), "nonsense!");
  CHECK(fault_of([&] { ledger.log().first_of("fourth"); }));
}

TEST_CASE("entries planned on another state of their stream are not appended", "[store][log][fault]") {
  Ledger ledger;
  ledger.append({{0, "a"}, {1, "b"}});
  const std::string entry = "1 5 late 0 1";
  const auto append = [&](std::uint32_t version) {
    const Stored stored{1, version, bytes_of(entry)};
    ledger.log().append({&stored, 1}, {{"late", 2}}, ledger.log().writes());
  };
  for (const std::uint32_t moved : {0u, 2u}) {
    CHECK(fault_of([&] { append(moved); }));
    ledger.check_holds(2);
    CHECK_FALSE(ledger.log().first_of("late"));
  }
  CHECK_FALSE(fault_of([&] { append(1); }));
  CHECK(ledger.log().stream_size(1) == 2);
}

TEST_CASE("the rows of the views land with the entries, and not without them", "[store][log]") {
  Ledger ledger;
  ledger.append({{0, "a"}});
  const std::string entry = "0 1 b 0 1";
  const auto append = [&](std::uint32_t version) {
    Writes rows = ledger.log().writes();
    rows.put(Family::cards, "card", "row");
    const Stored stored{0, version, bytes_of(entry)};
    ledger.log().append({&stored, 1}, {{"b", 1}}, std::move(rows));
  };
  CHECK(fault_of([&] { append(3); }));
  CHECK_FALSE(ledger.log().database().get(Family::cards, "card"));
  append(1);
  ledger.reopen(Access::read);
  CHECK(ledger.log().database().get(Family::cards, "card") == "row");
  CHECK(ledger.log().head().size == 2);
}

TEST_CASE("the root of every earlier size is still known", "[store][log]") {
  Ledger ledger;
  ledger.append_many(20);
  ledger.reopen(Access::read);
  for (std::size_t size = 0; size <= 20; ++size) CHECK(ledger.log().root_at(size) == ledger.root_of(size));
}

TEST_CASE("one large append and many small ones give the same root", "[store][log]") {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < 50; ++i) lines.push_back({static_cast<StreamNo>(i % 3), "c" + std::to_string(i)});
  Ledger large;
  large.append(lines);
  Ledger small;
  for (const Line& line : lines) small.append({line});
  CHECK(large.log().head().root == small.log().head().root);
}

TEST_CASE("a reader keeps the log it opened while the writer appends", "[store][log]") {
  Ledger ledger;
  ledger.append_many(5);
  Log reader(ledger.path(), Access::read);
  ledger.append_many(5);
  CHECK(reader.head().size == 5);
  CHECK(reader.head().root == ledger.root_of(5));
  std::size_t read = 0;
  reader.scan(0, 5, [&](Seq seq, std::span<const std::byte> bytes) {
    CHECK(text_of(bytes) == ledger.entries[seq]);
    return ++read, true;
  });
  CHECK(read == 5);
  CHECK(Log(ledger.path(), Access::read).head().size == 10);
}

// Every file below a folder, with its size and the time of its last change.
std::set<std::string> files_of(const std::filesystem::path& folder) {
  std::set<std::string> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    files.insert(file.path().string() + ' ' + std::to_string(file.last_write_time().time_since_epoch().count()) + ' ' +
                 (file.is_regular_file() ? std::to_string(file.file_size()) : std::string()));
  }
  return files;
}

TEST_CASE("a reader leaves nothing behind in the ledger", "[store][log]") {
  Ledger ledger;
  ledger.append_many(5);
  ledger.close();
  const auto before = files_of(ledger.path());
  ledger.reopen(Access::read);
  ledger.check_holds(5);
  ledger.close();
  CHECK(files_of(ledger.path()) == before);
}

TEST_CASE("a command that has its receipt is not appended again", "[store][log][fault]") {
  Ledger ledger;
  ledger.append({{0, "a"}, {1, "b"}});
  const std::string entry = "1 1 b 0 1", other = "1 2 c 0 1";
  const std::vector<Stored> stored{{1, 1, bytes_of(entry)}, {1, 2, bytes_of(other)}};
  const auto append = [&](std::vector<Received> commands) {
    return fault_of([&] { ledger.log().append(stored, commands, ledger.log().writes()); });
  };
  CHECK(append({{"b", 2}, {"c", 3}}));
  CHECK(append({{"c", 2}, {"c", 3}}));
  ledger.check_holds(2);
  CHECK(ledger.log().first_of("b") == 1);
  CHECK_FALSE(ledger.log().first_of("c"));
  CHECK_FALSE(append({{"d", 2}, {"c", 3}}));
}

}  // namespace
}  // namespace ducha::store
