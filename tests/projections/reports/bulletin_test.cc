// 督查通报: figures that add up, and who is behind.

#include "tests/projections/reports/desk.h"

namespace ducha::reports {
namespace {

// One docket of each class. `x` was opened in 2021 and is carried over; `z` was over before the period.
std::string every_class() {
  std::string lines = R"({"do":"open","docket":"z","on":"2021-03-01","title":"旧","decision":"旧1"}
{"do":"close","docket":"z","on":"2021-12-01"}
)";
  const auto docket = [&](const std::string& code, const std::string& opened, const std::string& due) {
    lines += R"({"do":"open","docket":")" + code + R"(","on":")" + opened + R"(","title":"事项","decision":"旧1"}
{"do":"assign","docket":")" +
             code + R"(","on":")" + opened + R"(","lead":"A","due":")" + due + "\"}\n";
  };
  docket("x", "2021-06-01", "2022-03-01");
  for (const auto* code : {"on_time", "late", "open", "suspended", "not_done", "merged", "withdrawn"})
    docket(code, "2022-01-10", std::string_view(code) == "open" ? "2022-12-01" : "2022-04-01");
  docket("done", "2022-01-10", "");
  lines += R"({"do":"complete","docket":"on_time","on":"2022-04-01","unit":"A"}
{"do":"complete","docket":"late","on":"2022-04-02","unit":"A"}
{"do":"close","docket":"done","on":"2022-04-02"}
{"do":"suspend","docket":"suspended","on":"2022-02-01","reason":"汛期","approver":"区长"}
{"do":"close","docket":"not_done","on":"2022-05-01","result":"not_done"}
{"do":"close","docket":"merged","on":"2022-03-01","result":"merged","into":"open"}
{"do":"withdraw","docket":"withdrawn","on":"2022-03-01","reason":"重复"}
)";
  return lines;
}

struct BulletinDesk : Desk {
  BulletinDesk() {
    take(R"({"do":"decide","on":"2021-01-04","decision":"旧1","title":"常务会议","source":"executive"})");
  }
};

TEST_CASE("a bulletin counts every docket in hand once, with shares that add up to a hundred", "[bulletin]") {
  BulletinDesk desk;
  desk.take(every_class());
  const Period half{day("2022-01-01"), day("2022-06-30")};
  const auto report = bulletin(desk.books("2022-07-01"), half, {});
  CHECK(told(report, {"class", "dockets", "share", "carried"}) ==
        Lines{"on_time 1 0.112 0", "late 1 0.111 0", "done_undated 1 0.111 0", "open 1 0.111 0", "overdue 1 0.111 1",
              "suspended 1 0.111 0", "not_done 1 0.111 0", "merged 1 0.111 0", "withdrawn 1 0.111 0"});
  std::int64_t all = 0;
  for (const auto& row : report.rows) all += std::get<Rate>(row[column(report, "share")]).part;
  CHECK(all == 1000);
  CHECK(report.asked.at(2) == std::pair<std::string_view, Cell>{"dockets", std::int64_t{9}});
}

TEST_CASE("a docket carried over stays in next year's bulletin until it is finished", "[bulletin]") {
  BulletinDesk desk;
  desk.take(every_class());
  const Period next{day("2023-01-01"), day("2023-12-31")};
  // What is open, overdue or suspended goes on; the rest was over in 2022.
  const auto report = bulletin(desk.books("2023-06-30"), next, {});
  std::int64_t dockets = 0, carried = 0;
  for (const auto& row : report.rows) {
    dockets += std::get<std::int64_t>(row[column(report, "dockets")]);
    carried += std::get<std::int64_t>(row[column(report, "carried")]);
  }
  CHECK(dockets == 3);
  CHECK(carried == 3);
  CHECK(told(report.parts[1], {"docket", "duties", "due"}).at(0) == "x acceptance:1 completion:1 2021-06-02");
}

TEST_CASE("laggards are named by item and unit, with what the unit said and how often it was urged", "[bulletin]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","supporting":["S"],"due":"2022-03-31","cadence":"monthly:25"}
{"do":"accept","docket":"1","on":"2022-01-12","unit":"A"}
{"do":"accept","docket":"1","on":"2022-01-12","unit":"S"}
{"do":"feedback","docket":"1","on":"2022-01-25","unit":"A","cause":"征地未完"}
{"do":"feedback","docket":"1","on":"2022-02-25","unit":"A","cause":"雨季停工"}
{"do":"urge","docket":"1","on":"2022-03-26","unit":"S"}
)");
  const Period quarter{day("2022-01-01"), day("2022-03-31")};
  const auto report = bulletin(desk.books("2022-04-02"), quarter, {});
  CHECK(told(report.parts[1], {"docket", "unit", "role", "duties", "overdue", "due", "days", "urges", "cause"}) ==
        Lines{"1 S supporting feedback:3 3 2022-01-25 67 1 -",
              "1 A lead completion:1 feedback:1 2 2022-03-25 8 0 雨季停工"});
  CHECK(told(report.parts[0], {"state", "lead", "supporting", "duties", "share"}) ==
        Lines{"on_time 3 1 4 0.444", "late 0 0 0 0", "missed 0 0 0 0", "overdue 2 3 5 0.556", "open 0 0 0 0",
              "excused 0 0 0 -"});
}

TEST_CASE("praise and measures of the period are told with their words", "[bulletin]") {
  Desk desk;
  desk.take(R"({"do":"open","docket":"1","on":"2022-01-10","title":"桥","decision":"常1"}
{"do":"assign","docket":"1","on":"2022-01-11","lead":"A","due":"2022-03-31"}
{"do":"criticise","docket":"1","on":"2022-02-01","unit":"A","text":"拖延","approver":"区长"}
{"do":"commend","on":"2022-02-02","unit":"B","text":"年度先进","approver":"区长"}
{"do":"commend","docket":"1","on":"2022-04-02","unit":"A","text":"在时段之后","approver":"区长"}
)");
  const Period quarter{day("2022-01-01"), day("2022-03-31")};
  const auto report = bulletin(desk.books("2022-04-10"), quarter, {});
  CHECK(told(report.parts[2], {"measure", "unit", "docket", "on", "text"}) ==
        Lines{"commend B - 2022-02-02 年度先进", "criticise A 1 2022-02-01 拖延"});
}

TEST_CASE("a bulletin of nothing shares nothing", "[bulletin]") {
  Desk desk;
  const auto report = bulletin(desk.books("2022-04-10"), year_2022(), {});
  CHECK(told(report, {"dockets", "share"}) == Lines(9, "0 0"));
}

}  // namespace
}  // namespace ducha::reports
