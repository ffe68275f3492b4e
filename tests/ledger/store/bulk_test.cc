#include "ledger/store/verify.h"
#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

namespace fs = std::filesystem;

std::string key(std::size_t number) {
  std::string key;
  keys::append_big_endian(key, static_cast<std::uint32_t>(number));
  return key;
}

using Rows = std::map<std::string, std::string>;

struct Open {
  Folder folder;
  fs::path path = folder.path() / "ledger";
  fs::path incoming = path / "incoming";
  std::optional<Database> database;

  Open() {
    Database::create(path);
    reopen();
  }
  void reopen() {
    database.reset();
    database.emplace(path, Access::write);
  }
  Writes large() { return database->writes(bulk_rows_min); }
  Rows rows(Family family) {
    Rows found;
    database->scan(family, {}, {}, [&](std::string_view name, std::string_view value) {
      found.emplace(name, value);
      return true;
    });
    return found;
  }
};

TEST_CASE("a large write lies over what was there, as a small one would", "[store][bulk]") {
  Open open;
  {
    auto small = open.database->writes();
    for (std::size_t i = 0; i < 10; ++i) small.put(Family::cards, key(i), "old");
    small.put(Family::duties, "kept", "old");
    open.database->commit(std::move(small));
  }
  auto large = open.large();
  for (std::size_t i = 5; i < 30; ++i) {
    if (i == 7)
      large.erase(Family::cards, key(i));
    else
      large.put(Family::cards, key(i), "new");
    large.put(Family::timeline, key(i), "");
  }
  CHECK(open.rows(Family::timeline).empty());
  open.database->commit(std::move(large));

  const auto check = [&] {
    const auto cards = open.rows(Family::cards);
    CHECK(cards.size() == 29);
    CHECK(cards.at(key(4)) == "old");
    CHECK(cards.at(key(5)) == "new");
    CHECK_FALSE(cards.contains(key(7)));
    CHECK(open.rows(Family::timeline).size() == 25);
    CHECK(open.rows(Family::duties) == Rows{{"kept", "old"}});
  };
  check();
  CHECK_FALSE(fs::exists(open.incoming));
  open.reopen();
  check();
  CHECK_NOTHROW(open.database->check_files());

  // And what comes after lies over it in turn.
  auto small = open.database->writes();
  small.put(Family::cards, key(5), "newest");
  open.database->commit(std::move(small));
  CHECK(open.rows(Family::cards).at(key(5)) == "newest");
}

TEST_CASE("a large write may clear a family and fill it again", "[store][bulk]") {
  Open open;
  {
    auto small = open.database->writes();
    for (std::size_t i = 0; i < 10; ++i) small.put(Family::cards, key(i), "old");
    small.put(Family::duties, "gone", "old");
    open.database->commit(std::move(small));
  }
  auto large = open.large();
  large.clear(Family::cards);
  large.clear(Family::duties);
  large.put(Family::cards, key(3), "new");
  open.database->commit(std::move(large));
  CHECK(open.rows(Family::cards) == Rows{{key(3), "new"}});
  CHECK(open.rows(Family::duties).empty());
  open.reopen();
  CHECK(open.rows(Family::cards) == Rows{{key(3), "new"}});
  CHECK(open.rows(Family::duties).empty());
}

TEST_CASE("a large write that is let go leaves nothing", "[store][bulk]") {
  Open open;
  {
    auto large = open.large();
    large.put(Family::cards, key(1), "never");
  }
  CHECK(open.rows(Family::cards).empty());
  CHECK_FALSE(fs::exists(open.incoming));
}

TEST_CASE("what a stopped large write laid down goes with the next opening", "[store][bulk][fault]") {
  Open open;
  open.database.reset();
  fs::create_directory(open.incoming);
  std::ofstream(open.incoming / "cards.sst") << "half a file";
  open.reopen();
  CHECK_FALSE(fs::exists(open.incoming));
  CHECK(open.rows(Family::cards).empty());
}

TEST_CASE("rows of a large write out of order are a fault and change nothing", "[store][bulk][fault]") {
  Open open;
  CHECK(fault_of([&] {
    auto large = open.large();
    large.put(Family::cards, key(2), "");
    large.put(Family::cards, key(1), "");
    open.database->commit(std::move(large));
  }));
  CHECK(open.rows(Family::cards).empty());
}

TEST_CASE("an append large enough for files of its own is the log that many small ones make", "[store][bulk][log]") {
  Ledger ledger;
  ledger.append_many(3);
  std::vector<Line> lines;
  for (std::size_t i = 0; i < bulk_rows_min + 7; ++i)
    lines.push_back({static_cast<StreamNo>(i * 7919 % 101), "large" + std::to_string(i / 2)});
  {
    // As `append` does, but told how large it is.
    std::map<StreamNo, std::uint32_t> next;
    std::vector<std::string> encoded;
    std::vector<Stored> stored;
    std::vector<Received> received;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Seq seq = 3 + i;
      const auto version = next.try_emplace(lines[i].stream, ledger.log().stream_size(lines[i].stream)).first->second++;
      const auto parts = i / 2 * 2 + 1 < lines.size() ? 2u : 1u;
      if (i % 2 == 0) received.push_back({lines[i].command, seq});
      encoded.push_back(std::to_string(lines[i].stream) + ' ' + std::to_string(version) + ' ' + lines[i].command + ' ' +
                        std::to_string(i % 2) + ' ' + std::to_string(parts));
    }
    next.clear();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto version = next.try_emplace(lines[i].stream, ledger.log().stream_size(lines[i].stream)).first->second++;
      stored.push_back({lines[i].stream, version, bytes_of(encoded[i])});
    }
    ledger.log().append(stored, received, ledger.log().writes(stored.size()));
    record::Hasher hasher(record::DigestAlgorithm::sha256);
    for (auto& text : encoded) {
      ledger.leaves.push_back(hasher.leaf(bytes_of(text)));
      ledger.entries.push_back(std::move(text));
    }
  }
  ledger.check_holds(3 + lines.size());
  ledger.reopen();
  ledger.check_holds(3 + lines.size());
  CHECK(ledger.log().first_of("large5") == 13);
  CHECK(ledger.log().anchored()->size == 3 + lines.size());

  std::vector<std::string> damages;
  const auto verified = [&] {
    damages.clear();
    verify(ledger.log(), {&Ledger::entry, [&](const Damage& damage) { damages.push_back(damage.what); },
                          [](std::uint64_t, std::uint64_t) {}});
    return damages;
  };
  CHECK(verified() == std::vector<std::string>{});
}

}  // namespace
}  // namespace ducha::store
