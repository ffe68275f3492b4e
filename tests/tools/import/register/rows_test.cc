// Which rows of a register are dockets, and what a merge leaves to them.

#include "tools/import/register/rows.h"

#include "tests/catch.h"

using namespace ducha::tools;

namespace {

using Cells = std::vector<std::string>;

// A sheet as a workbook has it, with its merges; of CSV without a name.
RegisterSheet sheet_of(const std::vector<Cells>& rows, const std::vector<Merge>& merges = {},
                       const std::string& name = {}) {
  RegisterSheet sheet(Language::zh, std::filesystem::temp_directory_path());
  const Table table{name, 0, merges};
  std::size_t line = 0;
  for (const auto& cells : rows) {
    Row row;
    row.line = ++line;
    for (const auto& cell : cells) row.cells.push_back({cell.empty() ? Cell::Kind::empty : Cell::Kind::text, cell, {}});
    sheet.take(table, std::move(row));
  }
  sheet.finish(table);
  return sheet;
}

const Cells header{"序号", "任务来源", "工作任务", "责任单位", "牵头领导", "进展情况"};

}  // namespace

TEST_CASE("subtotals, signatures, headings and a header once more are no dockets", "[register][rows]") {
  const auto sheet = sheet_of({{"区重点工作台账"},
                               {"填报单位:督查室"},
                               header,
                               {"一、城市更新"},
                               {"1", "常务会议", "修复大桥", "区住建局", "副区长一", "开工"},
                               {"小计", "", "1项"},
                               header,
                               {"（二）民生"},
                               {"2", "", "新建食堂", "区民政局", "", ""},
                               {"合计", "", "2"},
                               {"填表人:科员", "", "", "", "审核人:科长"},
                               {"注:以上为六月底数据"}});
  REQUIRE(sheet.has_header());
  CHECK(sheet.titles() == std::vector<std::string>{"区重点工作台账", "填报单位:督查室"});
  REQUIRE(sheet.rows().size() == 2);
  CHECK(sheet.rows()[0].section == "一、城市更新");
  CHECK(sheet.rows()[1].section == "（二）民生");
  std::vector<std::size_t> lines;
  for (const auto& row : sheet.left_out()) lines.push_back(row.line);
  CHECK(lines == std::vector<std::size_t>{4, 6, 7, 8, 10, 11, 12});
}

TEST_CASE("in CSV the blanks of a merge take the value above where a column may be merged", "[register][rows]") {
  const auto sheet = sheet_of({header,
                               {"1", "常务会议", "修复大桥", "区住建局", "副区长一", "开工"},
                               {"2", "", "清理河道", "区城管局", "", ""},
                               {"", "", "", "区财政局", "", ""}});
  const auto& rows = sheet.rows();
  REQUIRE(rows.size() == 3);
  CHECK(sheet.cell(rows[1], Column::source) == "常务会议");
  CHECK(sheet.cell(rows[1], Column::leader) == "副区长一");
  CHECK(sheet.cell(rows[1], Column::text).empty());  // how far a thing is stands in each row
  CHECK_FALSE(rows[1].continues);
  CHECK(rows[2].continues);
  CHECK(sheet.cell(rows[2], Column::title) == "清理河道");
  CHECK(sheet.cell(rows[2], Column::ordinal) == "2");
  CHECK(sheet.cell(rows[2], Column::lead) == "区财政局");
  CHECK(sheet.cells_filled() > 0);
}

TEST_CASE("a lead left blank beside a task of its own is not taken from above", "[register][rows]") {
  const auto sheet = sheet_of({header, {"1", "", "修复大桥", "区住建局", "", ""}, {"2", "", "清理河道", "", "", ""}});
  REQUIRE(sheet.rows().size() == 2);
  CHECK(sheet.cell(sheet.rows()[1], Column::lead).empty());
}

TEST_CASE("in a workbook a merge fills what it covers and nothing else", "[register][rows]") {
  const std::vector<Merge> merges{{2, 3, 4, 4}, {2, 3, 6, 6}};  // the lead, and the progress
  const auto sheet = sheet_of({header,
                               {"1", "会议", "修复大桥", "区住建局", "", "开工"},
                               {"2", "", "清理河道", "", "", ""},
                               {"3", "", "新建食堂", "", "", ""}},
                              merges, "台账");
  const auto& rows = sheet.rows();
  REQUIRE(rows.size() == 3);
  CHECK(sheet.cell(rows[1], Column::lead) == "区住建局");
  CHECK(sheet.cell(rows[1], Column::text).empty());
  CHECK(sheet.cell(rows[1], Column::source).empty());
  CHECK(sheet.cell(rows[2], Column::lead).empty());
}

TEST_CASE("the error of a formula is a complaint where the column is read, and nowhere else", "[register][rows]") {
  const Cells wider{"序号", "工作任务", "责任单位", "进展情况", "天气"};
  const auto sheet = sheet_of({wider, {"1", "修复大桥", "区住建局", "#REF!", "#N/A"}});
  REQUIRE(sheet.complaints().size() == 1);
  CHECK(sheet.complaints().front().place == Place{2, 4});
  CHECK(sheet.complaints().front().cell == "#REF!");
}

TEST_CASE("rows are given again as they were read, in their order and one by one, however many there are",
          "[register][rows]") {
  std::vector<Cells> written{header};
  constexpr std::size_t count = 30'000;  // more than memory holds of them
  for (std::size_t i = 1; i <= count; ++i)
    written.push_back({std::to_string(i), i % 3 == 0 ? "" : "常务会议", "事项" + std::string(i % 500, 'x'), "区住建局",
                       "副区长一", std::string(i * 7919 % 400, 'y')});
  const auto sheet = sheet_of(written, {}, "台账");
  REQUIRE(sheet.rows().size() == count);
  const auto same = [&](std::size_t i, const RegisterRow& row) {
    return row.line == i + 2 && sheet.cell(row, Column::ordinal) == written[i + 1][0] &&
           sheet.cell(row, Column::title) == written[i + 1][2] && sheet.cell(row, Column::text) == written[i + 1][5];
  };
  std::size_t i = 0, alike = 0;
  for (const auto& row : sheet.rows()) alike += same(i++, row) ? 1 : 0;
  CHECK(i == count);
  CHECK(alike == count);
  for (std::size_t step = 0; step < 500; ++step) {  // in no order
    const auto at = step * 7919 % count;
    const auto row = sheet.rows()[at];
    REQUIRE(same(at, row));
    REQUIRE(sheet.rows().line(at) == row.line);
  }
}

TEST_CASE("merges one below the other and side by side each fill their own", "[register][rows]") {
  const std::vector<Merge> merges{{5, 6, 2, 2}, {2, 4, 2, 2}, {3, 5, 4, 4}, {1, 2, 4, 4}, {4, 5, 3, 3}};
  const auto sheet = sheet_of({header,
                               {"1", "会议", "修复大桥", "区住建局", "", ""},
                               {"2", "", "清理河道", "区城管局", "", ""},
                               {"3", "", "新建食堂", "", "", ""},
                               {"4", "批示", "", "", "", ""},
                               {"5", "", "整治街巷", "区民政局", "", ""}},
                              merges, "台账");
  const auto& rows = sheet.rows();
  REQUIRE(rows.size() == 5);
  Cells sources, leads, titles;
  for (const auto& row : rows) {
    sources.push_back(sheet.cell(row, Column::source));
    leads.push_back(sheet.cell(row, Column::lead));
    titles.push_back(sheet.cell(row, Column::title));
  }
  CHECK(sources == Cells{"会议", "会议", "会议", "批示", "批示"});
  CHECK(leads == Cells{"区住建局", "区城管局", "区城管局", "区城管局", "区民政局"});
  CHECK(titles == Cells{"修复大桥", "清理河道", "新建食堂", "新建食堂", "整治街巷"});
  CHECK(rows.continues(3));
  CHECK_FALSE(rows.continues(2));
  CHECK(sheet.cells_filled() == 6);
}
