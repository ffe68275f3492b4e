#include "projections/moved.h"

#include "ledger/history.h"
#include "projections/gathered.h"
#include "projections/views.h"
#include "tests/ledger/many_dockets.h"

namespace ducha::projections {
namespace {

using store::Family;

struct Office {
  store::Folder folder;
  Views views;
  std::optional<store::Log> log;

  explicit Office(std::size_t dockets) {
    make_ledger(folder.path() / "ledger", views);
    log.emplace(folder.path() / "ledger", store::Access::write);
    live_many(*log, views, dockets, 11);
  }
};

// By looking at every entry of every docket. A correction has no day of its own.
Moved looked_through(const store::Log& log, Day on, Seq last) {
  Moved moved;
  for (StreamNo stream = office_stream + 1; stream < log.stream_count(); ++stream) {
    bool all = true, any = false;
    std::vector<Seq> entries;
    for (const auto& kept : history_of(log, stream)) {
      const bool corrects = std::holds_alternative<domain::CommandCorrected>(kept->fact);
      const bool seen = kept->envelope.seq <= last && (corrects || kept->envelope.on <= on);
      if (seen) entries.push_back(kept->envelope.seq);
      all = all && seen;
      any = any || (seen && !corrects);
    }
    if (all) continue;
    (any ? moved.folded : moved.unseen).push_back(stream);
    if (any) moved.entries.push_back(entries);
  }
  return moved;
}

TEST_CASE("the dockets that moved since a day or a state of knowledge are those with an entry out of sight",
          "[projections]") {
  const Office office(150);
  const auto& log = *office.log;
  const auto size = log.head().size;
  REQUIRE(are_current(log));
  std::size_t folded = 0, unseen = 0;
  for (const char* on : {"2021-12-31", "2022-01-04", "2022-03-15", "2022-07-31", "2022-10-20", "2022-12-31"})
    for (const Seq last : {Seq{0}, Seq{3}, size / 4, size / 2, size - 2, size - 1}) {
      INFO(on << ", known at " << last);
      const auto found = moved_since(log, *parse_day(on), last), expected = looked_through(log, *parse_day(on), last);
      CHECK(found.folded == expected.folded);
      CHECK(found.entries == expected.entries);
      CHECK(found.unseen == expected.unseen);
      folded += expected.folded.size();
      unseen += expected.unseen.size();
    }
  CHECK(folded > 0);
  CHECK(unseen > 0);
}

using Rows = std::map<std::pair<Family, std::string>, std::string>;

void gather(Gathered& into, const store::Log& log, Seq first, Seq last) {
  record::EntryReader reader;
  log.scan(first, last, [&](Seq seq, std::span<const std::byte> bytes) {
    into.take(reader.read(bytes, seq), bytes);
    return true;
  });
}

TEST_CASE("what two gather of a log's halves gives the rows that followed it, wherever it is halved", "[projections]") {
  const Office office(30);
  const auto& log = *office.log;
  const auto size = log.head().size;
  Rows followed;
  for (std::size_t i = 0; i < std::size(store::family_names); ++i)
    if (const auto family = static_cast<Family>(i); is_view(family))
      log.database().scan(family, {}, {}, [&](std::string_view key, std::string_view row) {
        followed.emplace(std::pair(family, key), row);
        return true;
      });
  REQUIRE(followed.size() > size);
  // Of dockets that have ended only the rows may be kept, and they may go on after all.
  const auto folded_max = GENERATE(std::size_t{0}, std::size_t{5}, Gathered::folded_usual);
  for (Seq middle = 0; middle <= size; ++middle) {
    Gathered all(size, folded_max), later(size, folded_max);
    gather(all, log, 0, middle);
    gather(later, log, middle, size);
    all.join(std::move(later));
    Rows rows;
    all.put_all(
        log,
        [&](Family family, const std::string& key, const std::string& row) {
          CHECK(rows.emplace(std::pair(family, key), row).second);
        },
        false);
    CHECK(rows == followed);
  }
}

}  // namespace
}  // namespace ducha::projections
