#include "ledger/receipt.h"

#include <string>

#include "ledger/clerk.h"
#include "tests/ledger/store/ledger.h"

namespace ducha {
namespace {

constexpr std::int64_t now = 1'672'000'000'000;  // in December 2022

class Nobody : public Follower {
 public:
  std::string rows_of(const domain::Docket&) override { return {}; }
  void follow(store::Writes&, const Appending&) override {}
};

struct Office {
  store::Folder folder;
  Nobody follower;
  std::optional<store::Log> log;
  std::optional<Clerk> clerk;

  Office() {
    const auto path = folder.path() / "ledger";
    store::Log::create(path, record::DigestAlgorithm::sha256, record::edition);
    log.emplace(path, store::Access::write);
    Clerk(*log, follower).found("区政府督查室", now);
    clerk.emplace(*log, follower);
  }
  static Digest content_of(const std::string& id) {
    return record::Hasher(record::DigestAlgorithm::sha256).of("content of " + id);
  }
  Answer open(const std::string& id, std::optional<LookedUp> looked_up = {}) {
    const domain::Command command{id, "2022-" + id, *parse_day("2022-03-01"),
                                  {}, {},           domain::Open{"雨污分流", {}, {}, {}, {}, {}, {}}};
    return clerk->take(command, {now, content_of(id), {}, looked_up});
  }
};

TEST_CASE("a receipt is read from the entry that the command began with", "[ledger][receipt]") {
  Office office;
  const auto told = std::get<Recorded>(office.open("1")).receipt;
  office.clerk->commit();
  CHECK(told.request == Office::content_of("1"));
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
