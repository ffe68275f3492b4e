// What may befall a ledger between two openings, and what the next opening makes of it.

#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

namespace fs = std::filesystem;

// Opening ends in damage, and the sentence names what is told.
void check_damaged(Ledger& ledger, Access access, std::initializer_list<const char*> told) {
  const auto fault = fault_of([&] { ledger.reopen(access); });
  REQUIRE(fault);
  CHECK(fault->kind() == Fault::Kind::damaged);
  for (const char* words : told) CHECK_THAT(fault->what(), Catch::Contains(words));
}

TEST_CASE("power that fails during an append leaves the ledger as before it", "[store][recovery]") {
  Ledger ledger;
  ledger.append_many(4);
  const std::string acknowledged = [&] {
    std::ifstream file(ledger.anchor(), std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), {}};
  }();
  ledger.append_many(1);
  ledger.close();
  // The fifth entry was on its way: neither its record nor the anchor had reached the disk whole.
  std::ofstream(ledger.anchor(), std::ios::binary) << acknowledged;
  ledger.tear_tail(20);
  ledger.reopen();
  ledger.check_holds(4);
}

TEST_CASE("an append stopped before the anchor was written is kept, and the anchor brought up", "[store][recovery]") {
  Ledger ledger;
  ledger.append_many(4);
  const auto lagging = ledger.path() / "lagging";
  fs::copy_file(ledger.anchor(), lagging);
  ledger.append_many(1);
  ledger.close();
  fs::rename(lagging, ledger.anchor());
  ledger.reopen();
  ledger.check_holds(5);
  ledger.close();
  const auto anchored = Anchor(ledger.path(), false).read();
  REQUIRE(anchored);
  CHECK(anchored->size == 5);
  CHECK(anchored->root == ledger.root_of(5));
}

// A ledger whose fifth entry was acknowledged and is gone.
struct Shortened {
  Ledger ledger;
  Shortened() {
    ledger.append_many(5);
    ledger.close();
  }
};

TEST_CASE("an acknowledged append whose record is torn away is missed by a writer", "[store][recovery][fault]") {
  Shortened shortened;
  shortened.ledger.tear_tail(20);
  check_damaged(shortened.ledger, Access::write, {"4 entries", "5 were acknowledged"});
}

TEST_CASE("an acknowledged append whose record is torn away is missed by a reader", "[store][recovery][fault]") {
  Shortened shortened;
  shortened.ledger.tear_tail(20);
  check_damaged(shortened.ledger, Access::read, {"4 entries", "5 were acknowledged"});
}

TEST_CASE("a write-ahead log cut at a record's boundary looks whole, and a writer notices",
          "[store][recovery][fault]") {
  Shortened shortened;
  shortened.ledger.cut_at_record_boundary();
  check_damaged(shortened.ledger, Access::write, {"4 entries", "5 were acknowledged"});
}

TEST_CASE("a write-ahead log cut at a record's boundary looks whole, and a reader notices",
          "[store][recovery][fault]") {
  Shortened shortened;
  shortened.ledger.cut_at_record_boundary();
  check_damaged(shortened.ledger, Access::read, {"4 entries", "5 were acknowledged"});
}

TEST_CASE("a byte flipped in the middle of the write-ahead log is damage, not a shorter log",
          "[store][recovery][fault]") {
  Ledger ledger;
  ledger.append_many(100);
  ledger.close();
  const auto wal = ledger.write_ahead_log();
  Ledger::flip_byte(wal, fs::file_size(wal) / 2);
  check_damaged(ledger, Access::write, {});
}

TEST_CASE("a write-ahead log taken away is missed", "[store][recovery][fault]") {
  Ledger ledger;
  ledger.append_many(5);
  ledger.close();
  fs::remove(ledger.write_ahead_log());
  check_damaged(ledger, Access::write, {});
}

TEST_CASE("a table file taken away is damage, whatever the disk says", "[store][recovery][fault]") {
  Ledger ledger;
  ledger.append_many(5);
  ledger.reopen();  // recovery moves the write-ahead log into table files
  ledger.close();
  fs::remove(ledger.newest(".sst"));
  check_damaged(ledger, Access::write, {});
}

TEST_CASE("an anchor taken away or spoilt is missed", "[store][recovery][fault]") {
  Ledger ledger;
  ledger.append_many(5);
  ledger.close();
  SECTION("taken away") { fs::remove(ledger.anchor()); }
  SECTION("spoilt") {
    Ledger::flip_byte(ledger.anchor(), 30);
    Ledger::flip_byte(ledger.anchor(), 4096 + 30);
  }
  check_damaged(ledger, Access::read, {"HEAD"});
  check_damaged(ledger, Access::write, {"HEAD"});
}

TEST_CASE("the anchor of another ledger of the same size does not fit", "[store][recovery][fault]") {
  Ledger ledger;
  ledger.append_many(5);
  Ledger other;
  for (int i = 0; i < 5; ++i) other.append({{0, "other" + std::to_string(i)}});
  ledger.close();
  other.close();
  fs::copy_file(other.anchor(), ledger.anchor(), fs::copy_options::overwrite_existing);
  check_damaged(ledger, Access::write, {"5"});
}

TEST_CASE("a flipped byte in a table file is found by checking the files", "[store][recovery][fault]") {
  Ledger ledger;
  ledger.append_many(5);
  ledger.reopen();
  ledger.close();
  // The data block stands at the front of a table file.
  for (const auto& file : fs::directory_iterator(ledger.database())) {
    if (file.path().extension() == ".sst") Ledger::flip_byte(file.path(), 10);
  }
  const auto fault = fault_of([&] {
    ledger.reopen(Access::read);
    ledger.log().database().check_files();
  });
  REQUIRE(fault);
  CHECK(fault->kind() == Fault::Kind::damaged);
}

}  // namespace
}  // namespace ducha::store
