// A desk of the office for reports: a small ledger told in batch lines, and what a report says about it.

#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <stdlib.h>

#include "ledger/clerk.h"
#include "projections/books.h"
#include "projections/reports/reports.h"
#include "projections/views.h"
#include "tests/catch.h"
#include "tools/import/decode.h"
#include "tools/import/json_lines.h"
#include "tools/render/cells.h"

namespace ducha::reports {

inline Day day(std::string_view text) { return parse_day(text).value(); }
inline Period year_2022() { return {day("2022-01-01"), day("2022-12-31")}; }

class Desk {
 public:
  Desk() {
    std::string name = (std::filesystem::temp_directory_path() / "ducha-reports-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()));
    folder_ = name;
    store::Log::create(folder_ / "ledger", record::DigestAlgorithm::sha256, record::edition);
    log_.emplace(folder_ / "ledger", store::Access::write);
    Clerk(*log_, views_).found("区政府督查室", noon("2022-01-01"));
    take(R"({"do":"register-unit","on":"2022-01-01","unit":"A","name":"区甲局"}
{"do":"register-unit","on":"2022-01-01","unit":"B","name":"区乙局"}
{"do":"register-unit","on":"2022-01-01","unit":"C","name":"区丙局"}
{"do":"register-unit","on":"2022-01-01","unit":"S","name":"东街道","kind":"subdistrict"}
{"do":"register-unit","on":"2022-01-01","unit":"T","name":"西街道","kind":"subdistrict"}
{"do":"set-portfolio","on":"2022-01-01","post":"副区长一","units":["A","S"]}
{"do":"set-portfolio","on":"2022-01-01","post":"副区长二","units":["B"]}
{"do":"decide","on":"2022-01-04","decision":"常1","title":"常务会议","source":"executive"}
{"do":"decide","on":"2022-01-04","decision":"访1","title":"来信","source":"petition"}
)");
  }
  ~Desk() {
    log_.reset();
    std::error_code left_behind;
    std::filesystem::remove_all(folder_, left_behind);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // Records batch lines, on a day late enough for anything unless one is named.
  void take(std::string_view lines, std::string_view recorded = "2024-12-31") {
    const auto read = tools::read_json_lines(lines, tools::Language::en);
    REQUIRE(read.complaints.empty());
    tools::Decoder decoder(log_->head().algorithm, tools::Language::en);
    std::vector<tools::Complaint> complaints;
    Clerk clerk(*log_, views_);
    for (const auto& draft : read.drafts) {
      INFO(draft.source);
      const auto decoded = decoder.decode(draft, complaints);
      REQUIRE(complaints.empty());
      const auto answer = clerk.take(decoded->command, {noon(recorded), decoded->request, {}});
      const auto* no = std::get_if<domain::No>(&answer);
      INFO((no ? std::string(name_of(no->refusal)) + " " + no->subject : std::string()));
      REQUIRE_FALSE(no);
    }
    clerk.commit();
  }

  // The sample year up to its fifth month.
  void take_samples() {
    for (const auto* name : {"00-office", "2022-01", "2022-02", "2022-03", "2022-04", "2022-05"}) {
      std::ifstream file(std::filesystem::path(DUCHA_SOURCE_DIR) / "tests" / "samples" /
                         (std::string(name) + ".jsonl"));
      REQUIRE(file);
      std::ostringstream text;
      text << file.rdbuf();
      take(text.str());
    }
  }

  projections::Books books(std::string_view on, std::optional<Seq> known_at = {}) const {
    return {*log_, {day(on), known_at}};
  }
  store::Log& log() { return *log_; }

 private:
  static std::int64_t noon(std::string_view on) { return parse_instant(std::string(on) + "T12:00:00+08:00").value(); }

  std::filesystem::path folder_;
  std::optional<store::Log> log_;
  projections::Views views_;
};

// The named columns of each row as a machine reads them, one blank between; `-` for nothing.
inline std::vector<std::string> told(const Report& report, const std::vector<std::string_view>& names) {
  std::vector<std::string> lines;
  for (const auto& row : report.rows) {
    std::string line;
    for (const auto name : names) {
      std::string cell = "no column";
      for (std::size_t i = 0; i < row.size(); ++i)
        if (report.columns[i].name == name) cell = tools::plain(row[i]);
      line += (line.empty() ? "" : " ") + (cell.empty() ? "-" : cell);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

// Where the report has the column.
inline std::size_t column(const Report& report, std::string_view name) {
  for (std::size_t i = 0; i < report.columns.size(); ++i)
    if (report.columns[i].name == name) return i;
  FAIL("no column " << name);
  return 0;
}

inline std::string plain_row(const std::vector<Cell>& row) {
  std::string line;
  for (const auto& cell : row) line += tools::plain(cell) + " | ";
  return line;
}

using Lines = std::vector<std::string>;

}  // namespace ducha::reports
