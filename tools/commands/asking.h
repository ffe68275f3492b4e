// The words by which a report or a document is asked for, read: days, what was known when, units, limits.

#pragma once

#include <optional>
#include <string>

#include "ledger/store/log.h"
#include "projections/books.h"
#include "tools/context.h"

namespace ducha::tools {

// A word of the command line that cannot be read: the whole sentence.
struct Misread {
  std::string wrong;
};

// All throw Misread. `option` is the word that named it.
Day day_named(const Context& context, const std::string& option, const std::string& text, Day otherwise);
// A sequence number, or a time; nothing when nothing was asked.
std::optional<Seq> known_at(const Context& context, const store::Log& log, const std::string& text);
// The code of a unit told by code, name or alias; empty when none was.
std::string unit_code(const Context& context, const domain::Office& office, const std::string& name);
// What is meant by a few days where none were named.
inline constexpr domain::Limit three_workdays{domain::Limit::Kind::workdays, 3, {}};
// Whether a limit may also be the day itself.
enum class Dated : bool { may_be, never };
// "3wd", "7d"; nothing when nothing was asked.
std::optional<domain::Limit> limit(const Context& context, const std::string& option, const std::string& text,
                                   Dated dated = Dated::never);

}  // namespace ducha::tools
