// The views beside the log: followed or rebuilt, they are the same rows.

#include "projections/views.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <stdlib.h>

#include "ledger/clerk.h"
#include "ledger/history.h"
#include "tests/catch.h"

namespace ducha::projections {
namespace {

using store::Family;

constexpr std::int64_t now = 1'672'000'000'000;  // in December 2022

class Desk {
 public:
  struct Unfounded {};  // its ledger is made and has no entry yet
  explicit Desk(Unfounded) {
    std::string name = (std::filesystem::temp_directory_path() / "ducha-views-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()));
    folder_ = name;
    store::Log::create(folder_ / "ledger", record::DigestAlgorithm::sha256, record::edition);
    log_.emplace(folder_ / "ledger", store::Access::write);
  }
  Desk() : Desk(Unfounded{}) {
    Clerk(*log_, views_).found("区政府督查室", now);
    record("2022-01-04", {}, domain::RegisterUnit{"QZJJ", "区住建局", {}, {}, {}});
  }
  ~Desk() {
    log_.reset();
    std::error_code left_behind;
    std::filesystem::remove_all(folder_, left_behind);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  void record(std::string_view on, std::string docket, domain::Body body) {
    Clerk clerk(*log_, views_);
    const domain::Command command{
        "c" + std::to_string(++commands_), std::move(docket), *parse_day(on), {}, {}, std::move(body)};
    REQUIRE(std::holds_alternative<Recorded>(clerk.take(command, {now, {}, {}})));
    clerk.commit();
  }
  std::string last_command() const { return "c" + std::to_string(commands_); }
  store::Log& log() { return *log_; }

  using Rows = std::map<std::string, std::string>;
  std::map<Family, Rows> rows() const {
    std::map<Family, Rows> all;
    for (const auto family :
         {Family::dockets, Family::children, Family::duties, Family::cards, Family::timeline, Family::office,
          Family::decisions, Family::decision_numbers, Family::reach, Family::bookmarks})
      log_->database().scan(family, {}, {}, [&](std::string_view key, std::string_view row) {
        all[family].emplace(key, row);
        return true;
      });
    return all;
  }
  std::vector<ViewDamage> differences() const {
    std::vector<ViewDamage> told;
    verify_views(*log_, [&](const ViewDamage& damage) { told.push_back(damage); });
    return told;
  }
  void forget(Family family) {
    auto writes = log_->writes();
    writes.clear(family);
    log_->database().commit(std::move(writes));
  }

 private:
  std::filesystem::path folder_;
  std::optional<store::Log> log_;
  Views views_;
  int commands_ = 0;
};

// Two dockets, one below the other: paper that arrives late, a correction, an opening corrected and done again.
void live(Desk& desk) {
  domain::Assign assign;
  assign.lead = "区住建局";
  assign.due = domain::parse_limit("2022-09-30");
  desk.record("2022-01-10", "A", domain::Open{"雨污分流", {}, {}, {}, {}, {}, {}});
  desk.record("2022-01-11", "A", assign);
  desk.record("2022-02-11", "A", domain::Urge{"QZJJ", {}});
  desk.record("2022-01-12", "A", domain::Accept{"QZJJ"});  // late paper
  desk.record("2022-02-12", "A", domain::Urge{"QZJJ", {}});
  desk.record("2022-02-13", {}, domain::Correct{desk.last_command(), "重复"});
  desk.record("2022-03-01", "B", domain::Open{"加装电梯", {}, {}, {}, {}, {}, "A"});
  desk.record("2022-03-02", {}, domain::Correct{desk.last_command(), "标题有误"});
  desk.record("2022-03-01", "B", domain::Open{"既有住宅加装电梯", {}, {}, {}, {}, {}, "A"});
  desk.record("2022-04-01", {}, domain::Decide{"2022-1", "第1次会议", {}, {}, {}, {}, false, {}, {}});
}

TEST_CASE("views that followed the log are those a rebuild gives", "[projections][views]") {
  Desk desk;
  live(desk);
  const auto followed = desk.rows();
  CHECK(desk.differences().empty());
  CHECK(rebuild(desk.log(), [](std::uint64_t, std::uint64_t) {}) == 2);
  CHECK(desk.rows() == followed);
  for (const auto& [family, rows] : followed) {
    desk.forget(family);
    CHECK(desk.differences().size() == 1);
    rebuild(desk.log(), [](std::uint64_t, std::uint64_t) {});
    CHECK(desk.rows() == followed);
  }
}

TEST_CASE("a ledger whose init was stopped before its first entry lacks no row", "[projections][views]") {
  Desk desk(Desk::Unfounded{});
  CHECK(desk.differences().empty());
  CHECK(rebuild(desk.log(), [](std::uint64_t, std::uint64_t) {}) == 0);
  CHECK(desk.rows().empty());
}

TEST_CASE("the office's entries kept side by side are those of its stream", "[projections][views]") {
  Desk desk;
  live(desk);
  const auto entries_of_office = [&] {
    std::vector<record::Entry> entries;
    const auto history = history_of(desk.log(), office_stream);
    for (const auto& kept : history) entries.push_back(kept.entry());
    std::vector<std::pair<Seq, std::string>> told;
    for (const auto& entry : entries) told.emplace_back(entry.envelope.seq, entry.envelope.command);
    return told;
  };
  const auto side_by_side = entries_of_office();
  REQUIRE(side_by_side.size() == desk.log().stream_size(office_stream));
  desk.forget(Family::office);
  CHECK(entries_of_office() == side_by_side);
  // A ledger that has only the later ones, because an earlier program began it, is read from the log as well.
  desk.record("2022-04-02", {}, domain::Decide{"2022-2", "第2次会议", {}, {}, {}, {}, false, {}, {}});
  CHECK(entries_of_office().size() == side_by_side.size() + 1);
}

TEST_CASE("what happens is recorded though a row that is carried on is none, and that is told of",
          "[projections][views]") {
  Desk desk;
  live(desk);
  const auto course = desk.rows().at(Family::timeline).begin()->first;
  for (const auto& [family, key] :
       {std::pair(Family::timeline, course), std::pair(Family::bookmarks, std::string("day"))}) {
    auto writes = desk.log().writes();
    writes.put(family, key, "?");
    desk.log().database().commit(std::move(writes));
    desk.record("2022-04-02", "A", domain::Urge{"QZJJ", {}});
    if (family == Family::timeline) CHECK(desk.differences().size() == 1);
    rebuild(desk.log(), [](std::uint64_t, std::uint64_t) {});
    CHECK(desk.differences().empty());
  }
}

TEST_CASE("a row that is not what the entries give is told of", "[projections][views]") {
  Desk desk;
  live(desk);
  for (const auto family : {Family::duties, Family::office, Family::timeline}) {
    const auto rows = desk.rows().at(family);
    const auto put = [&](const std::string& key, const std::string& row) {
      auto writes = desk.log().writes();
      writes.put(family, key, row);
      desk.log().database().commit(std::move(writes));
    };
    put(rows.begin()->first, "other");
    CHECK(desk.differences().size() == 1);
    put(rows.begin()->first, rows.begin()->second);
    CHECK(desk.differences().empty());
    put("zzzz surplus", "");
    CHECK(desk.differences().size() == 1);
    rebuild(desk.log(), [](std::uint64_t, std::uint64_t) {});
    CHECK(desk.differences().empty());
  }
}

}  // namespace
}  // namespace ducha::projections
