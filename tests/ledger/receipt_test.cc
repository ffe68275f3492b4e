#include "ledger/receipt.h"

#include <string>

#include "tests/ledger/counter.h"

namespace ducha {
namespace {

struct Office {
  store::Folder folder;
  Onlooker follower;
  std::optional<store::Log> log;
  std::optional<Clerk> clerk;

  Office() {
    make_ledger(folder.path() / "ledger", follower);
    log.emplace(folder.path() / "ledger", store::Access::write);
    clerk.emplace(*log, follower);
  }
  Answer open(const std::string& id, std::optional<LookedUp> looked_up = {}) {
    return clerk->take(opening(id), {now, content_of(id), {}, looked_up});
  }
};

TEST_CASE("a receipt is read from the entry that the command began with", "[ledger][receipt]") {
  Office office;
  const auto told = std::get<Recorded>(office.open("1")).receipt;
  office.clerk->commit();
  CHECK(told.request == content_of("1"));
  CHECK(receipt_of(*office.log, "1") == told);
  CHECK_FALSE(receipt_of(*office.log, "2"));
  CHECK(std::get<Repeated>(office.open("1")).receipt == told);
}

TEST_CASE("what was looked up beforehand holds until something is appended", "[ledger][receipt]") {
  Office office;
  Lookup look_up(*office.log);
  const auto before = look_up("1");
  CHECK_FALSE(before.first);
  const auto told = std::get<Recorded>(office.open("1", before)).receipt;
  // Taken, not yet appended: the clerk knows of it all the same.
  CHECK(std::get<Repeated>(office.open("1", before)).receipt == told);
  office.clerk->commit();
  CHECK(std::get<Repeated>(office.open("1", before)).receipt == told);
  const auto after = look_up("1");
  CHECK(after.first == told.first);
  CHECK(std::get<Repeated>(office.open("1", after)).receipt == told);
}

TEST_CASE("however many are looked up, of a log of few commands or of many, each is found that is there",
          "[ledger][receipt]") {
  Office office;
  const auto commands = GENERATE(std::size_t{20}, std::size_t{1'200});
  for (std::size_t i = 0; i < commands; ++i) REQUIRE(std::holds_alternative<Recorded>(office.open(std::to_string(i))));
  office.clerk->commit();
  Lookup look_up(*office.log);
  const auto look_for_all = [&](std::size_t there) {
    bool same = true;
    for (std::size_t i = 0; i < 3'000; ++i) {
      const auto found = look_up(std::to_string(i % (2 * commands)));
      const auto expected = office.log->first_of(std::to_string(i % (2 * commands)));
      same = same && found.first == expected && expected.has_value() == (i % (2 * commands) < there);
    }
    CHECK(same);
  };
  look_for_all(commands);
  // What is appended afterwards is found as well.
  REQUIRE(std::holds_alternative<Recorded>(office.open(std::to_string(commands))));
  office.clerk->commit();
  look_for_all(commands + 1);
}

TEST_CASE("a receipt that points elsewhere than to its command's first entry is a fault", "[ledger][receipt][fault]") {
  Office office;
  const auto elsewhere = GENERATE(Seq{0}, Seq{1}, Seq{1'000'000});  // another's first, its second, none
  record::Hasher sha256(record::DigestAlgorithm::sha256);
  // The founding is one command of several facts.
  auto rows = office.log->database().writes();
  rows.put(store::Family::commands, store::keys::text(store::keys::command("astray", sha256)),
           store::keys::entry(elsewhere));
  office.log->database().commit(std::move(rows));
  const auto fault = store::fault_of([&] { receipt_of(*office.log, "astray"); });
  REQUIRE(fault);
  CHECK(fault->kind() == Fault::Kind::damaged);
  CHECK(store::fault_of([&] { office.open("astray"); }));
}

}  // namespace
}  // namespace ducha
