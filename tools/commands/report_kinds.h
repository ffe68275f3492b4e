// Which reports there are: one line each, with what it may be asked and how it is made.
//
// A new report is a file in projections/reports/, a page beside this file and a line in report_kinds.cc: the words of
// the command line and the command itself walk the table.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ledger/domain/deadline.h"
#include "projections/reports/reports.h"

namespace ducha::tools {

// What a report may be asked besides the day, the knowledge and the format, which all are.
enum Ask : unsigned {
  ask_unit = 1u << 0,          // --unit
  ask_leader = 1u << 1,        // --leader
  ask_docket = 1u << 2,        // --docket
  ask_period = 1u << 3,        // --from, --to
  ask_within = 1u << 4,        // --within: what falls due soon
  ask_by = 1u << 5,            // --by: what is counted by
  ask_rules = 1u << 6,         // --rules: what if
  ask_explain = 1u << 7,       // --explain
  ask_over = 1u << 8,          // --over: how old
  ask_days = 1u << 9,          // --days: how late
  ask_the_unit = 1u << 10,     // the unit is what it is about
  ask_the_decision = 1u << 11  // so is the decision
};

// What was asked, read.
struct Question {
  reports::Filter filter;
  reports::Period period;
  std::optional<Day> within;
  reports::By by = reports::By::unit;
  bool explain = false;
  std::optional<domain::Limit> over, days;
  std::string decision;
};

struct ReportKind {
  const char* name;
  const char* zh;  // what it is, for help
  const char* en;
  unsigned asks;
  // Nothing when what it is about is unknown.
  std::optional<reports::Report> (*make)(const projections::Books& books, const Question& question);
  const char* examples;
};

// In the order help lists them.
std::span<const ReportKind> report_kinds();
// Null when there is none of that name.
const ReportKind* report_kind(std::string_view name);

}  // namespace ducha::tools
