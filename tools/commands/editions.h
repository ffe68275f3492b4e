// What the commands about editions of calendars and rules share: which were adopted, how one is recorded, what a new
// calendar would move.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/clerk.h"
#include "ledger/domain/recount.h"
#include "projections/books.h"
#include "tools/context.h"
#include "tools/import/draft.h"

namespace ducha::tools {

// An edition as it was adopted. Editions count from their place in the log on, whatever their day says.
struct Adoption {
  Seq seq = 0;
  Day on;
  std::int64_t recorded_at = 0;  // milliseconds since 1970
  int year = 0;                  // of a calendar
  std::string edition, source, content;
};
// In the order of the log; corrected ones are left out.
std::vector<Adoption> calendars_adopted(const store::Log& log);
std::vector<Adoption> rules_adopted(const store::Log& log);

// Where a moving due day stands.
struct DocketMoves {
  std::string docket;
  std::vector<domain::Move> moves;
  bool suspended = false;  // its moves wait until it goes on
  bool ended = false;      // only rectifications are left
};
// What the calendar would move, docket by docket in the order of their numbers; of one docket when it is named.
std::vector<DocketMoves> moves_in(const store::Log& log, const domain::Calendar& calendar, std::string_view docket);

// The table of moves: docket, duty, unit, from, to, how it is counted.
reports::Report moves_report(const std::vector<DocketMoves>& moves, const domain::Office& office,
                             reports::Footer footer);

// A command made of a few words, given to the clerk. The same words give the same identity.
using Words = std::vector<std::pair<std::string_view, std::string>>;
Answer submit(Clerk& clerk, const Context& context, record::DigestAlgorithm algorithm, const Words& words);

// Tells what is wrong with a file, each with its line.
void tell(const Context& context, const std::string& file, const std::vector<Complaint>& complaints);
// Tells a refusal.
void tell(const Context& context, const domain::No& no);

// The file's text as UTF-8; nothing when it cannot be had, which has been told.
std::optional<std::string> text_of(const Context& context, const std::string& file);

// The rule set of a file, or nothing: what is wrong has been told.
std::optional<domain::Rules> rules_of(const Context& context, const std::string& file);

// Writes a report in the format asked for: text, json, csv or md. False, and told, when there is no such format.
bool put(const Context& context, const std::string& format, const reports::Report& report);
// Whether the format is text or json; told when it is neither.
bool text_or_json(const Context& context, const std::string& format);

}  // namespace ducha::tools
