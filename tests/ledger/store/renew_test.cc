#include "ledger/store/renew.h"

#include "ledger/store/salvage.h"
#include "ledger/store/tiles.h"
#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

// A ledger whose rows are as the first programs laid them down.
void make_earlier(Ledger& ledger) {
  auto& database = ledger.log().database();
  record::Hasher hasher(ledger.log().head().algorithm), sha256(record::DigestAlgorithm::sha256);
  auto rows = database.writes();
  rows.clear(Family::tree);
  record::Tree tree;
  for (const auto& leaf : ledger.leaves)
    tree.append(hasher, leaf, [&](record::NodeId place, const Digest& node) {
      rows.put(Family::tree, std::string(1, static_cast<char>(place.level)) + keys::entry(place.index),
               keys::text(node));
    });
  for (Seq seq = 0; seq < ledger.entries.size(); ++seq) {
    const auto envelope = Ledger::envelope_of(bytes_of(ledger.entries[seq]), seq);
    if (envelope.part == 0)
      rows.put(Family::commands, keys::text(keys::command(envelope.command, sha256)),
               (keys::entry(seq) + keys::entry(seq + envelope.parts - 1u)).append(keys::text(envelope.request)));
  }
  database.commit(std::move(rows));
}

std::size_t damages(const Log& log) {
  std::size_t count = 0;
  verify(log, {&Ledger::entry, [&](const Damage&) { ++count; }, [](std::uint64_t, std::uint64_t) {}});
  return count;
}

TEST_CASE("a ledger of an earlier form is brought up when it is written to, and says so to a reader",
          "[store][renew]") {
  for (const record::DigestAlgorithm algorithm : {record::DigestAlgorithm::sha256, record::DigestAlgorithm::sm3}) {
    Ledger ledger{algorithm};
    ledger.append({{0, "a"}, {0, "a"}, {1, "b"}});
    ledger.append_many(60);
    make_earlier(ledger);
    const auto refused = fault_of([&] { ledger.reopen(Access::read); });
    REQUIRE(refused);
    CHECK(refused->kind() == Fault::Kind::older);
    ledger.reopen();
    ledger.check_holds(63);
    CHECK(damages(ledger.log()) == 0);
    CHECK(ledger.log().first_of("b") == 2);
    CHECK_FALSE(is_of_earlier_form(ledger.log().database()));
    ledger.append_many(10);
    ledger.reopen(Access::read);
    ledger.check_holds(73);
    CHECK(damages(ledger.log()) == 0);
  }
}

TEST_CASE("one whose digests are not those of its head is not brought up, and stays as it is",
          "[store][renew][fault]") {
  Ledger ledger;
  ledger.append_many(40);
  make_earlier(ledger);
  const std::string leaf = std::string(1, '\0') + keys::entry(7);
  SECTION("another digest") { ledger.put(Family::tree, leaf, std::string(32, 'x')); }
  SECTION("a digest less") {
    auto rows = ledger.log().database().writes();
    rows.erase(Family::tree, leaf);
    ledger.log().database().commit(std::move(rows));
  }
  for (int tries = 0; tries < 2; ++tries) {
    const auto refused = fault_of([&] { ledger.reopen(); });
    REQUIRE(refused);
    CHECK(refused->kind() == Fault::Kind::damaged);
  }
}

TEST_CASE("of a damaged ledger of an earlier form what agrees with its digests is salvaged",
          "[store][renew][salvage]") {
  Ledger ledger;
  ledger.append_many(40);
  make_earlier(ledger);
  ledger.put(Family::entries, keys::entry(7), ledger.entries[7] + "0");
  ledger.close();
  const Folder scratch;
  const auto salvage = salvage_wreck(read_wreck(ledger.path(), scratch.path() / "scratch"), {});
  CHECK(salvage.entries.size() == 39);
  CHECK_FALSE(salvage.entries.contains(7));
  CHECK(salvage.confirmed == 40);  // by the digests, the altered one's among them
}

TEST_CASE("one that lost its anchor is not brought up either", "[store][renew][fault]") {
  Ledger ledger;
  ledger.append_many(40);
  make_earlier(ledger);
  ledger.close();
  std::filesystem::remove(ledger.anchor());
  CHECK(fault_of([&] { ledger.reopen(); }));
  const Database database(ledger.path(), Access::read);
  CHECK(is_of_earlier_form(database));
}

TEST_CASE("an empty ledger is of no earlier form", "[store][renew]") {
  Ledger ledger;
  CHECK_FALSE(is_of_earlier_form(ledger.log().database()));
}

}  // namespace
}  // namespace ducha::store
