#include "tools/import/csv.h"

#include <algorithm>

#include "tests/catch.h"

using namespace ducha::tools;

namespace {

Reading read(std::string_view text) { return read_csv(text, Language::zh); }

std::string value(const Draft& draft, std::string_view name) {
  const auto found =
      std::find_if(draft.given.begin(), draft.given.end(), [&](const Given& g) { return g.name == name; });
  return found == draft.given.end() ? "(not given)" : found->values.at(0);
}

}  // namespace

TEST_CASE("a table with Chinese headers reads as one with the names of the fields", "[import][csv]") {
  const auto chinese = read("动作,督查事项编号,日 期, 牵头单位,协办时限\n交办,D-1,2022-07-01,区住建局,5wd\n");
  const auto english = read("do,docket,on,lead,supporting due\nassign,D-1,2022-07-01,区住建局,5wd\n");
  REQUIRE(chinese.complaints.empty());
  REQUIRE(english.complaints.empty());
  REQUIRE(chinese.drafts.size() == 1);
  REQUIRE(english.drafts.size() == 1);
  for (const std::string name : {"do", "docket", "on", "lead", "supportingDue"}) {
    CHECK(value(chinese.drafts[0], name) == value(english.drafts[0], name));
  }
  CHECK(value(chinese.drafts[0], "do") == "assign");
  CHECK(value(chinese.drafts[0], "supportingDue") == "5wd");
}

TEST_CASE("a row keeps the line it begins on, over quoted line breaks and blank lines", "[import][csv]") {
  const auto reading =
      read("do,docket,text\r\n\r\nfeedback,D-1,\"第一行\r\n第二行，含\"\"引号\"\"\"\r\nurge,D-2,x\r\n");
  REQUIRE(reading.complaints.empty());
  REQUIRE(reading.drafts.size() == 2);
  CHECK(reading.drafts[0].place == Place{3, 1});
  CHECK(reading.drafts[1].place == Place{5, 1});
  CHECK(value(reading.drafts[0], "text") == "第一行\r\n第二行，含\"引号\"");
  CHECK(reading.drafts[0].given[2].place == Place{3, 3});
  CHECK(reading.drafts[1].source == "urge,D-2,x");
}

TEST_CASE("lines may end as any system ends them, the last one not at all", "[import][csv]") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto reading = read("do,docket" + end + "accept,D-1" + end + "urge,D-2");
    REQUIRE(reading.drafts.size() == 2);
    CHECK(reading.drafts[1].place == Place{3, 1});
  }
}

TEST_CASE("empty cells are left out and empty rows skipped", "[import][csv]") {
  const auto reading = read("do,docket,note\naccept,D-1, \n,,\naccept,\"\",　\n");
  REQUIRE(reading.complaints.empty());
  REQUIRE(reading.drafts.size() == 2);
  CHECK(value(reading.drafts[0], "note") == "(not given)");
  CHECK(reading.drafts[1].given.size() == 1);
}

TEST_CASE("tabs and semicolons part columns when the header is parted by them", "[import][csv]") {
  for (const std::string mark : {"\t", ";"}) {
    const auto reading = read("do" + mark + "docket\naccept" + mark + "D-1\n");
    REQUIRE(reading.drafts.size() == 1);
    CHECK(value(reading.drafts[0], "docket") == "D-1");
  }
}

TEST_CASE("责任单位 leads alone and supports beside a lead", "[import][csv]") {
  CHECK(value(read("do,责任单位\nassign,甲局\n").drafts.at(0), "lead") == "甲局");
  const auto both = read("do,责任单位,牵头单位\nassign,甲局,乙局\n");
  CHECK(value(both.drafts.at(0), "lead") == "乙局");
  CHECK(value(both.drafts.at(0), "supporting") == "甲局");
}

TEST_CASE("a header nobody knows is shown with the nearest ones", "[import][csv]") {
  const auto reading = read("do,完成时恨,xyzzyqq\naccept,1,2\n");
  REQUIRE(reading.complaints.size() == 2);
  CHECK(reading.complaints[0].place == Place{1, 2});
  CHECK(reading.complaints[0].cell == "完成时恨");
  CHECK(reading.complaints[0].remedy.find("完成时限") != std::string::npos);
  CHECK(reading.complaints[1].remedy.find("删去这一列") != std::string::npos);
  CHECK_FALSE(reading.separable);
}

TEST_CASE("a header is complained about when it misleads", "[import][csv]") {
  struct Case {
    std::string text;
    Place place;
    std::string wrong;
  };
  const Case cases[] = {
      {"do,牵头单位,主办单位\nassign,甲,乙\n", {1, 3}, "表头“主办单位”与前面的一列同为“lead”。"},
      {"docket,on\nD-1,2022-07-01\n", {1, 0}, "表中没有“do”（动作）一列，不知每行是什么命令。"},
      {"do,\naccept,x\nurge,y\n", {2, 2}, "第 2 列没有表头，但下面有内容。"},
  };
  for (const auto& [text, place, wrong] : cases) {
    const auto reading = read(text);
    REQUIRE(reading.complaints.size() == 1);
    CHECK(reading.complaints[0].place == place);
    CHECK(reading.complaints[0].wrong == wrong);
    CHECK_FALSE(reading.separable);
  }
  CHECK(read("do,\naccept,\n").complaints.empty());
}

TEST_CASE("rows must be as long as the header, but for empty cells behind", "[import][csv]") {
  const auto reading = read("do,docket,note\naccept,D-1\naccept,D-2,x,,\naccept,D-3,x,,多\n");
  REQUIRE(reading.drafts.size() == 1);
  CHECK(value(reading.drafts[0], "docket") == "D-2");
  REQUIRE(reading.complaints.size() == 2);
  CHECK(reading.complaints[0].place == Place{2, 2});
  CHECK(reading.complaints[0].wrong == "这一行只有 2 格，表头有 3 列。");
  CHECK(reading.complaints[1].place == Place{4, 5});
  CHECK(reading.complaints[1].cell == "多");
  CHECK(reading.separable);
}

TEST_CASE("a quotation mark out of place spoils its line only", "[import][csv]") {
  const auto reading = read("do,docket\naccept,5\"屏\naccept,\"a\"b\naccept,D-3\n");
  REQUIRE(reading.complaints.size() == 2);
  CHECK(reading.complaints[0].place == Place{2, 2});
  CHECK(reading.complaints[0].wrong == "双引号的位置不对。");
  CHECK(reading.complaints[1].place == Place{3, 2});
  REQUIRE(reading.drafts.size() == 1);
  CHECK(reading.drafts[0].place == Place{4, 1});
}

TEST_CASE("a quotation never closed is told with the row it begins in", "[import][csv]") {
  const auto reading = read("do,docket\naccept,D-1\naccept,\"D-2\naccept,D-3\n");
  CHECK(reading.drafts.size() == 1);
  REQUIRE(reading.complaints.size() == 1);
  CHECK(reading.complaints[0].place == Place{3, 2});
  CHECK(reading.complaints[0].wrong == "从这一行开始的双引号到文件结束都没有关闭。");
}

TEST_CASE("a command nobody knows is left as written for the decoder to tell", "[import][csv]") {
  CHECK(value(read("do,docket\n立向,D-1\n").drafts.at(0), "do") == "立向");
}
