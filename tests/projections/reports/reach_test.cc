// Which dockets a report reads: those that concern it, by the view `reach`, and all when that cannot be relied on.

#include "projections/reach.h"

#include <set>
#include <string>

#include "ledger/base/fault.h"
#include "projections/gathered.h"
#include "tests/projections/reports/desk.h"
#include "tools/render/json.h"

namespace ducha::reports {
namespace {

using projections::Books;
using projections::Reach;
using store::Family;

std::string json(const Report& report) {
  std::ostringstream text;
  tools::render_json(report, text);
  return text.str();
}

std::set<std::string> visited(const Books& books, const Books::Wanted& wanted) {
  std::set<std::string> codes;
  books.each(wanted, [&](const projections::Card& card, const projections::DutiesRow&) { codes.insert(card.docket); });
  std::size_t count = 0;
  books.each_duties(wanted, [&](const projections::DutiesRow&) { ++count; });
  CHECK(count == codes.size());
  return codes;
}

TEST_CASE("a row of reach comes back as it was, and a cut one is damage", "[reach]") {
  for (const auto& reach : {Reach{}, Reach{day("2022-03-04"), {}}, Reach{day("1970-01-01"), {}}, Reach{{}, {"A"}},
                            Reach{{}, {"区住建局", "中央门街道"}}}) {
    const auto bytes = bytes_of(reach);
    const auto [day, units] = std::pair(bytes.substr(0, projections::reach_day_bytes),
                                        std::string_view(bytes).substr(projections::reach_day_bytes));
    if (reach.until)
      CHECK(projections::day_in(day) == *reach.until);
    else
      CHECK(day == "\xff\xff\xff\xff");
    const auto owing = projections::owing_in(units);
    CHECK(std::vector<std::string>(owing.begin(), owing.end()) == reach.owing);
    for (std::size_t size = 0; size < units.size(); ++size) {
      try {
        const auto cut = projections::owing_in(units.substr(0, size));
        CHECK(cut.size() < reach.owing.size());
      } catch (const Fault& fault) {
        CHECK(fault.kind() == Fault::Kind::damaged);
      }
    }
  }
}

TEST_CASE("what is owed by a unit, and what happened since a day, choose the dockets", "[reach]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","due":"2022-03-31"}
{"do":"accept","docket":"1","on":"2022-01-12","unit":"A"}
{"do":"complete","docket":"1","on":"2022-03-01","unit":"A"}
{"do":"close","docket":"1","on":"2022-03-02"}
{"do":"open","docket":"2","on":"2022-02-10","title":"路"}
{"do":"assign","docket":"2","on":"2022-02-11","lead":"B","supporting":["S"],"due":"2022-06-30"}
{"do":"open","docket":"3","on":"2022-02-10","title":"灯"}
)");
  const auto books = desk.books("2022-07-31");
  using Codes = std::set<std::string>;
  CHECK(visited(books, {}) == Codes{"1", "2", "3"});
  CHECK(visited(books, {.owed = true}) == Codes{"2"});
  CHECK(visited(books, {.owed = true, .unit = "S"}) == Codes{"2"});
  CHECK(visited(books, {.owed = true, .unit = "A"}).empty());
  CHECK(visited(books, {.since = day("2022-03-31")}) == Codes{"1", "2"});  // it was due that day
  CHECK(visited(books, {.since = day("2022-04-01")}) == Codes{"2"});
  CHECK(visited(books, {.since = day("2022-02-10")}) == Codes{"1", "2", "3"});
  // A day that the views do not show: what moved since is looked at, whatever it is now.
  CHECK(visited(desk.books("2022-02-20"), {.owed = true}).contains("1"));
}

TEST_CASE("of a day before a docket was opened nothing is shown of it, and what was opened by then is", "[reach]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","due":"2022-03-31"}
{"do":"open","docket":"2","on":"2022-05-10","title":"路"}
{"do":"assign","docket":"2","on":"2022-05-11","lead":"A","due":"2022-06-30"}
{"do":"open","docket":"3","on":"2022-05-12","title":"灯"}
)");
  const auto last = desk.log().head().size - 1;
  const auto codes = [&](std::string_view on, std::optional<Seq> known_at = {}) {
    return visited(desk.books(on, known_at), {});
  };
  using Codes = std::set<std::string>;
  CHECK(codes("2022-01-09").empty());
  CHECK(codes("2022-01-10") == Codes{"1"});
  CHECK(codes("2022-05-09") == Codes{"1"});
  CHECK(codes("2022-05-10") == Codes{"1", "2"});
  CHECK(codes("2022-12-31") == Codes{"1", "2", "3"});
  CHECK(codes("2022-12-31", last - 1) == Codes{"1", "2"});
  CHECK(codes("2022-05-09", last) == Codes{"1"});
  // Known late, long after it happened.
  desk.take(R"({"do":"open","docket":"4","on":"2022-02-01","title":"园"})");
  CHECK(codes("2022-05-09") == Codes{"1", "4"});
  CHECK(codes("2022-05-09", last) == Codes{"1"});
}

TEST_CASE("rows that another program laid down are not relied on, until they are rebuilt", "[reach]") {
  Desk desk;
  desk.take_samples();
  auto& log = desk.log();
  const auto asked = [&] {
    std::string text;
    for (const auto* on : {"2022-03-10", "2022-05-31"}) {
      const auto books = desk.books(on);
      text += json(overdue(books, {}, {})) + json(overdue(books, {.unit = "A"}, day("2022-06-30"))) +
              json(standing(books, year_2022(), By::unit, {})) + json(standing(books, year_2022(), By::source, {}));
    }
    return text;
  };
  const auto expected = asked();
  CHECK(projections::are_current(log));
  auto writes = log.writes();
  writes.clear(Family::reach);
  writes.put(Family::bookmarks, "views", std::string("\0\0\0\3", 4));
  log.database().commit(std::move(writes));
  CHECK_FALSE(projections::are_current(log));
  CHECK(asked() == expected);
  // What is appended does not make the rest whole.
  desk.take(R"({"do":"open","docket":"新1","on":"2022-05-31","title":"桥"})");
  CHECK_FALSE(projections::are_current(log));
  CHECK(visited(desk.books("2022-05-31"), {.since = day("2022-05-31")}).contains("新1"));
  projections::rebuild(log, [](std::uint64_t, std::uint64_t) {});
  CHECK(projections::are_current(log));
}

TEST_CASE("the rows of a long table are made when they are asked for, and are the same", "[reach]") {
  struct Row {
    std::string text;
    std::int64_t number;
  };
  static constexpr ColumnOf<Row> columns[] = {
      {{"text", "字", "Text"}, [](const Row& row) -> Cell { return row.text; }},
      {{"number", "数", "Number"}, [](const Row& row) -> Cell { return row.number; }},
  };
  std::vector<Row> rows;
  for (std::int64_t i = 0; i < 3 * static_cast<std::int64_t>(long_table); ++i) rows.push_back({std::to_string(i), i});
  Report made = part("table", "表", "Table"), kept = part("table", "表", "Table");
  tabulate(rows, columns, made);
  kept.columns = made.columns;
  for (const auto& row : rows) kept.rows.push_back({row.text, row.number});
  REQUIRE(made.rows.size() == rows.size());
  CHECK(json(made) == json(kept));
  // In any order, and as often as wanted.
  for (const std::size_t i : {std::size_t{0}, rows.size() - 1, Rows::held, std::size_t{0}, 2 * Rows::held})
    CHECK(made.rows[i] == kept.rows[i]);
  const auto& early = made.rows[7];
  for (std::size_t i = 8; i < 7 + Rows::held; ++i) CHECK(made.rows[i] == kept.rows[i]);
  CHECK(early == kept.rows[7]);
  CHECK(made.rows.back() == kept.rows.back());
  made.rows.push_back({"last", std::int64_t{-1}});
  CHECK(made.rows.back() == Rows::Row{"last", std::int64_t{-1}});
  CHECK(made.rows.size() == rows.size() + 1);
}

}  // namespace
}  // namespace ducha::reports
