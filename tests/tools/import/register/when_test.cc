#include "tools/import/register/when.h"

#include <string>

#include "tests/catch.h"

using namespace ducha;
using namespace ducha::tools;

namespace {

// What a cell is read as, in one word or two.
std::string read(std::string_view cell, int year = 2022) {
  const auto when = read_when(cell, year);
  std::string said;
  switch (when.kind) {
    case When::Kind::nothing:
      break;
    case When::Kind::day:
      said = to_string(when.day);
      break;
    case When::Kind::limit:
      said = domain::to_string(when.limit);
      break;
    case When::Kind::months:
      said = std::to_string(when.months) + " months";
      break;
    case When::Kind::standing:
      said = "standing";
      break;
    case When::Kind::at_once:
      said = "at once";
      break;
    case When::Kind::unclear:
      said = "unclear";
      break;
  }
  if (when.cadence) said += (said.empty() ? "" : " ") + domain::to_string(*when.cadence);
  return said;
}

}  // namespace

TEST_CASE("a day is read in every form offices write it", "[register][when]") {
  for (const char* cell : {"2022-06-30",
                           "2022/6/30",
                           "2022.6.30",
                           "20220630",
                           "2022年6月30日",
                           "2022-06-30 00:00:00",
                           "6月30日",
                           "6月30日前",
                           "6月底前",
                           "６月３０日",
                           "六月底前完成",
                           "二○二二年六月三十日",
                           "二〇二二年六月三十日前",
                           "上半年",
                           "二季度末",
                           "第二季度",
                           "2022年6月",
                           "2022-06",
                           "202206",
                           "22年6月",
                           "6/30",
                           "6.30",
                           "44742",
                           "43280",
                           "1月-6月",
                           "3-6月",
                           "2022年1-6月",
                           "6月底前完成主体施工",
                           " 2022年6月30日 ",
                           "'2022-06-30",
                           "今年6月底"})
    CHECK((std::string(cell) + " " + read(cell)) == (std::string(cell) + " 2022-06-30"));
  for (const char* cell :
       {"年底前", "2022年", "2022年底", "12月底", "下半年", "四季度", "年内", "2022", "2022年内完成"})
    CHECK((std::string(cell) + " " + read(cell)) == (std::string(cell) + " 2022-12-31"));
  CHECK(read("二○○七年四月十三日") == "2007-04-13");
  CHECK(read("明年3月底") == "2023-03-31");
  CHECK(read("2月底", 2024) == "2024-02-29");
}

TEST_CASE("it is kept whether the year was written, and by which base a serial was read", "[register][when]") {
  CHECK(read_when("6月30日", 2022).year_implied);
  CHECK_FALSE(read_when("2022年6月30日", 2023).year_implied);
  CHECK(read_when("44742", 2022).serial_1900);
  CHECK(read_when("43280", 2022).serial_1904);
  CHECK(read("44742", 2010) == "unclear");
}

TEST_CASE("limits, feedback days and standing matters are no days", "[register][when]") {
  CHECK(read("3个工作日内") == "3wd");
  CHECK(read("会后5个工作日内") == "5wd");
  CHECK(read("自收文之日起15日内") == "15d");
  CHECK(read("三十天") == "30d");
  CHECK(read("两周内") == "14d");
  CHECK(read("一个月内") == "1 months");
  CHECK(read("每月25日前") == "monthly:25");
  CHECK(read("每季度最后一个月的30日前") == "quarterly:30");
  CHECK(read("2022年12月底前,每月25日前报送进展") == "2022-12-31 monthly:25");
  for (const char* cell : {"长期", "持续推进", "常态化", "全年", "长期坚持", "待定"}) CHECK(read(cell) == "standing");
  for (const char* cell : {"立行立改", "即时", "会后立即"}) CHECK(read(cell) == "at once");
  for (const char* cell : {"", " ", "/", "-", "—", "无"}) CHECK(read(cell).empty());
}

TEST_CASE("what may mean two days, or none there is, is unclear and never guessed", "[register][when]") {
  for (const char* cell :
       {"6月前", "6月初", "2022年2月30日", "2022-02-30", "20220230", "13月底", "6.3", "6月底前完成设计,12月底前完工",
        "春节前", "尽快", "2022年6月或7月", "五季度", "46000", "99999999999999999999", "2022年前"})
    CHECK((std::string(cell) + " " + read(cell)) == (std::string(cell) + " unclear"));
}

TEST_CASE("how often feedback is due may be said without a day", "[register][when]") {
  const auto cadence = [](std::string_view cell) {
    const auto read = read_cadence(cell);
    return read ? domain::to_string(*read) : "unclear";
  };
  CHECK(cadence("每月25日") == "monthly:25");
  CHECK(cadence("月报") == "monthly:31");
  CHECK(cadence("每季度末") == "quarterly:31");
  CHECK(cadence("每周五") == "weekly:5");
  CHECK(cadence("monthly:10") == "monthly:10");
  CHECK(cadence("不定期") == "none");
  CHECK(cadence("每半年") == "unclear");
}

TEST_CASE("the day and year of a title are found in it", "[register][when]") {
  CHECK(day_within("2022年重点工作台账(截至6月30日)") == std::nullopt);
  CHECK(day_within("督查台账(截至2022年6月30日)") == day_of({2022, 6, 30}));
  CHECK(day_within("2022年6月督查台账") == day_of({2022, 6, 30}));
  CHECK(year_within("区政府2022年度重点工作") == 2022);
  CHECK(year_within("二○二二年重点工作") == 2022);
  CHECK(year_within("重点工作第2022次") == std::nullopt);
}

TEST_CASE("a month later is the same day of it, or its last", "[register][when]") {
  CHECK(months_after(*day_of({2022, 1, 31}), 1) == day_of({2022, 2, 28}));
  CHECK(months_after(*day_of({2022, 11, 15}), 3) == day_of({2023, 2, 15}));
}
