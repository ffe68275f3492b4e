#include "ledger/store/verify.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

// All that verification says of a ledger.
std::vector<Damage> damages(const Log& log) {
  std::vector<Damage> found;
  verify(log,
         {&Ledger::entry, [&](const Damage& damage) { found.push_back(damage); }, [](std::uint64_t, std::uint64_t) {}});
  return found;
}

bool names(const std::vector<Damage>& found, Seq seq) {
  return std::any_of(found.begin(), found.end(), [&](const Damage& damage) { return damage.seq == seq; });
}
bool says(const std::vector<Damage>& found, std::string_view words) {
  return std::any_of(found.begin(), found.end(),
                     [&](const Damage& damage) { return damage.what.find(words) != std::string::npos; });
}

// Someone who reaches past the log and into the database.
struct Intruder {
  Ledger ledger;
  Intruder() {
    ledger.append({{0, "a"}, {0, "a"}, {1, "b"}});
    ledger.append_many(10);
  }
  Database& database() { return ledger.log().database(); }
  void put(Family family, std::string_view key, std::string_view value) { ledger.put(family, key, value); }
  void erase(Family family, std::string_view key) {
    Writes rows = database().writes();
    rows.erase(family, key);
    database().commit(std::move(rows));
  }
  // The tile of the leaves that the first entries have, with another digest in it / cut after so many.
  void put_leaf(Seq seq, const Digest& digest) {
    auto tile = database().get(Family::tree, keys::tile(0, 0)).value();
    put(Family::tree, keys::tile(0, 0), tile.replace(seq * 32, 32, keys::text(digest)));
  }
  void cut_leaves(std::size_t count) {
    put(Family::tree, keys::tile(0, 0), database().get(Family::tree, keys::tile(0, 0)).value().substr(0, count * 32));
  }
  std::vector<Damage> found() { return damages(ledger.log()); }
};

TEST_CASE("a sound ledger verifies without a word, and says how far it is", "[store][verify]") {
  for (const record::DigestAlgorithm algorithm : {record::DigestAlgorithm::sha256, record::DigestAlgorithm::sm3}) {
    Ledger ledger{algorithm};
    CHECK(damages(ledger.log()).empty());
    ledger.append({{0, "a"}, {0, "a"}, {1, "b"}});
    ledger.append_many(10);
    ledger.reopen(Access::read);
    CHECK(damages(ledger.log()).empty());

    std::uint64_t last_done = 0, last_of = 0;
    verify(ledger.log(), {&Ledger::entry, [](const Damage&) {},
                          [&](std::uint64_t done, std::uint64_t of) { last_done = done, last_of = of; }});
    CHECK(last_done == 13);
    CHECK(last_of == 13);
  }
}

TEST_CASE("entries are taken up to the first that is not sound, and what is done beside only when all is",
          "[store][verify]") {
  bool beside = false;
  const auto sound = [&](const Log& log) {
    std::vector<Seq> seqs;
    beside = false;
    verify(log, {&Ledger::entry, [](const Damage&) {}, [](std::uint64_t, std::uint64_t) {},
                 [&](const record::Entry& entry, std::span<const std::byte>) { seqs.push_back(entry.envelope.seq); },
                 [&] { beside = true; }});
    return seqs;
  };
  const auto up_to = [](Seq last) {
    std::vector<Seq> seqs(last);
    std::iota(seqs.begin(), seqs.end(), Seq{0});
    return seqs;
  };
  CHECK(sound(Intruder().ledger.log()) == up_to(13));
  CHECK(beside);
  Intruder altered;
  altered.put(Family::entries, keys::entry(4), "0 1 other 0 1");
  CHECK(sound(altered.ledger.log()) == up_to(4));
  CHECK_FALSE(beside);
  Intruder missing;
  missing.erase(Family::entries, keys::entry(7));
  CHECK(sound(missing.ledger.log()) == up_to(7));
  // Altered with its digest: not an envelope any more, so nothing after it.
  Intruder unread;
  const std::string nothing = "no envelope";
  record::Hasher hasher(record::DigestAlgorithm::sha256);
  unread.put(Family::entries, keys::entry(5), nothing);
  unread.put_leaf(5, hasher.leaf(std::as_bytes(std::span(nothing))));
  CHECK(sound(unread.ledger.log()) == up_to(5));
  CHECK_FALSE(beside);
  Intruder leafless;
  leafless.cut_leaves(2);
  CHECK(sound(leafless.ledger.log()) == up_to(2));
}

TEST_CASE("an altered entry is named", "[store][verify]") {
  Intruder intruder;
  std::string altered = intruder.ledger.entries[5];
  altered[0] ^= 1;
  intruder.put(Family::entries, keys::entry(5), altered);
  const auto found = intruder.found();
  CHECK(names(found, 5));
  CHECK(says(found, "entry 5 is not what was recorded"));
  CHECK_FALSE(says(found, "entry 4 is not what was recorded"));
  CHECK_FALSE(says(found, "entry 6 is not what was recorded"));
}

TEST_CASE("two altered entries are both named", "[store][verify]") {
  Intruder intruder;
  for (const Seq seq : {Seq{2}, Seq{9}}) {
    intruder.put(Family::entries, keys::entry(seq), intruder.ledger.entries[seq] + "0");
  }
  const auto found = intruder.found();
  CHECK(says(found, "entry 2 is not what was recorded"));
  CHECK(says(found, "entry 9 is not what was recorded"));
}

TEST_CASE("bytes that are no entry are reported, and reading goes on", "[store][verify]") {
  Intruder intruder;
  intruder.put(Family::entries, keys::entry(5), "nonsense");
  intruder.put(Family::entries, keys::entry(8), intruder.ledger.entries[8] + "0");
  const auto found = intruder.found();
  CHECK(says(found, "not an envelope"));
  CHECK(says(found, "entry 8 is not what was recorded"));
}

TEST_CASE("a missing entry is reported, and reading goes on", "[store][verify]") {
  Intruder intruder;
  intruder.erase(Family::entries, keys::entry(5));
  intruder.put(Family::entries, keys::entry(8), intruder.ledger.entries[8] + "0");
  const auto found = intruder.found();
  CHECK(names(found, 5));
  CHECK(names(found, 8));
}

TEST_CASE("an altered or missing node of the tree is reported", "[store][verify]") {
  Intruder intruder;
  intruder.ledger.append_many(60);
  std::string_view said;
  SECTION("altered") {
    intruder.put(Family::tree, keys::tile(1, 0), std::string(64, 'x'));
    said = "tree: the node over entry 63 at level 5 does not agree";
  }
  SECTION("one of two missing") {
    intruder.put(Family::tree, keys::tile(1, 0),
                 intruder.database().get(Family::tree, keys::tile(1, 0))->substr(0, 32));
    said = "tree: the node at level 5, index 1 is missing";
  }
  SECTION("missing") {
    intruder.erase(Family::tree, keys::tile(1, 0));
    said = "tree: the node at level 5, index 0 is missing";
  }
  SECTION("a leaf missing") {
    intruder.cut_leaves(31);
    said = "tree: the node at level 0, index 31 is missing";
  }
  SECTION("all of a tile's leaves missing") {
    intruder.erase(Family::tree, keys::tile(0, 1));
    said = "tree: the node at level 0, index 32 is missing";
  }
  CHECK(says(intruder.found(), said));
}

TEST_CASE("a row of the stream index that is wrong, missing or too many is reported", "[store][verify]") {
  Intruder intruder;
  SECTION("wrong") { intruder.put(Family::streams, keys::stream(0, 1), keys::entry(7)); }
  SECTION("missing") { intruder.erase(Family::streams, keys::stream(0, 1)); }
  SECTION("too many") { intruder.put(Family::streams, keys::stream(9, 0), keys::entry(1)); }
  CHECK(says(intruder.found(), "stream index"));
}

TEST_CASE("a receipt that is wrong, missing or too many is reported", "[store][verify]") {
  Intruder intruder;
  record::Hasher sha256(record::DigestAlgorithm::sha256);
  SECTION("wrong") { intruder.put(Family::commands, keys::text(keys::command("a", sha256)), keys::entry(1)); }
  SECTION("missing") { intruder.erase(Family::commands, keys::text(keys::command("a", sha256))); }
  SECTION("too many") {
    intruder.put(Family::commands, keys::text(keys::command("never given", sha256)), keys::entry(0));
  }
  CHECK(says(intruder.found(), "receipts"));
}

TEST_CASE("two commands of one identity are told, though each row fits an entry", "[store][verify]") {
  Intruder intruder;
  const std::string& entry = intruder.ledger.entries[8];
  const auto command = entry.find(' ', entry.find(' ') + 1) + 1;
  const auto twice = std::string(entry).replace(command, entry.find(' ', command) - command, "a");
  intruder.put(Family::entries, keys::entry(8), twice);
  record::Hasher hasher(record::DigestAlgorithm::sha256);
  intruder.put_leaf(8, hasher.leaf(std::as_bytes(std::span(twice))));
  const auto found = intruder.found();
  CHECK(says(found, "entry 8 repeats the identity of an earlier command"));
  CHECK(says(found, "receipts: a row that no entry accounts for"));
  CHECK_FALSE(says(found, "stream index"));
}

TEST_CASE("rows beyond what the head counts are reported", "[store][verify]") {
  Intruder intruder;
  SECTION("an entry") { intruder.put(Family::entries, keys::entry(13), "0 9 z 0 1"); }
  SECTION("a node") {
    intruder.put(Family::tree, keys::tile(0, 0),
                 intruder.database().get(Family::tree, keys::tile(0, 0)).value() + std::string(32, 'x'));
  }
  SECTION("a tile") { intruder.put(Family::tree, keys::tile(0, 1), std::string(32, 'x')); }
  SECTION("a tile over them") { intruder.put(Family::tree, keys::tile(1, 0), std::string(32, 'x')); }
  CHECK_FALSE(intruder.found().empty());
}

TEST_CASE("a row in the head's family that is not the head is reported", "[store][verify]") {
  Intruder intruder;
  intruder.put(Family::head, "hidden", "note");
  CHECK_FALSE(intruder.found().empty());
}

}  // namespace
}  // namespace ducha::store
