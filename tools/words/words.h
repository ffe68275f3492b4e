// Which commands there are: one function a group, each in its file.

#pragma once

#include "tools/commands/commands.h"
#include "tools/words/word.h"

namespace ducha::tools {

// What the words of a line set; one line sets what one command needs.
struct Options {
  InitOptions init;
  ImportOptions import;
  RecordOptions record;
  BatchesOptions batches;
  ReportOptions report;
  KeyOptions key;
  ProofOptions proof;
  CalendarOptions calendar;
  RulesOptions rules;
  PrintOptions print;
};

inline constexpr InBoth taking_in{"录入", "Taking in"}, asking{"查询", "Asking"}, reports_group{"报表", "Reports"},
    documents_group{"公文", "Documents"}, upkeep{"维护", "Upkeep"}, proving{"证明", "Proving"},
    editions{"日历与规则", "Calendars and rules"};

void add_taking_in(Word& root, Options& options);
void add_reports(Word& root, Options& options);
void add_documents(Word& root, Options& options);
void add_upkeep(Word& root, Options& options);
void add_editions(Word& root, Options& options);
void add_proving(Word& root, Options& options);
// Every command of the ledger is a word of its own.
void add_verbs(Word& root, Options& options);

}  // namespace ducha::tools
