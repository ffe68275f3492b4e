// How a ledger comes into being, and what is not taken for a new one.

#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

namespace fs = std::filesystem;

constexpr auto sha256 = record::DigestAlgorithm::sha256;

void make(const fs::path& folder) { Log::create(folder, sha256, Ledger::edition); }

std::optional<Fault::Kind> kind_of(const std::optional<Fault>& fault) {
  return fault ? std::optional(fault->kind()) : std::nullopt;
}

TEST_CASE("a ledger has its anchor from the beginning", "[store][birth]") {
  Ledger ledger;
  CHECK(fs::exists(ledger.anchor()));
  ledger.close();
  fs::remove(ledger.anchor());
  for (const Access access : {Access::read, Access::write}) {
    CHECK(kind_of(fault_of([&] { ledger.reopen(access); })) == Fault::Kind::damaged);
  }
}

TEST_CASE("a ledger that lost its anchor and its write-ahead log is not an empty one", "[store][birth][fault]") {
  Ledger ledger;
  ledger.append_many(5);
  ledger.close();
  fs::remove(ledger.anchor());
  fs::resize_file(ledger.write_ahead_log(), 0);
  for (const Access access : {Access::read, Access::write}) {
    const auto fault = fault_of([&] { ledger.reopen(access); });
    REQUIRE(fault);
    CHECK(fault->kind() == Fault::Kind::damaged);
    CHECK_THAT(fault->what(), Catch::Contains("HEAD"));
  }
  CHECK(kind_of(fault_of([&] { make(ledger.path()); })) == Fault::Kind::damaged);
}

TEST_CASE("a ledger that lost its store says so, and no new one is made in its place", "[store][birth][fault]") {
  Ledger ledger;
  ledger.append_many(5);
  ledger.close();
  fs::remove_all(ledger.database());
  for (const Access access : {Access::read, Access::write}) {
    const auto fault = fault_of([&] { ledger.reopen(access); });
    REQUIRE(fault);
    CHECK(fault->kind() == Fault::Kind::damaged);
    CHECK_THAT(fault->what(), Catch::Contains("5 entries"));
  }
  CHECK(kind_of(fault_of([&] { make(ledger.path()); })) == Fault::Kind::damaged);
}

TEST_CASE("an init that was stopped is taken up again", "[store][birth]") {
  Folder folder;
  const auto path = folder.path() / "ledger";
  SECTION("while the database was being made") {
    fs::create_directories(path / "new" / "store");
    std::ofstream(path / "new" / "store" / "CURRENT") << "MANIFEST";
  }
  SECTION("when only the anchor had been moved") {
    make(path);
    fs::remove_all(path / "store");
  }
  SECTION("before anything was recorded") { make(path); }
  CHECK_FALSE(fault_of([&] { make(path); }));
  CHECK(Log(path, Access::write).head().size == 0);
  CHECK_FALSE(fs::exists(path / "new"));
}

TEST_CASE("where something is recorded no ledger is made", "[store][birth]") {
  Ledger ledger;
  ledger.append_many(1);
  CHECK(kind_of(fault_of([&] { make(ledger.path()); })) == Fault::Kind::exists);
  ledger.check_holds(1);
}

}  // namespace
}  // namespace ducha::store
