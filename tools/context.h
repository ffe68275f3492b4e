// What every command is given: where the ledger is, in which language to speak, where to, and what time it is.

#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "ledger/base/day.h"
#include "ledger/domain/flag.h"
#include "ledger/domain/refusal.h"
#include "tools/language.h"
#include "tools/render/render.h"

namespace ducha::tools {

// What `main` answers to the shell.
enum class Exit : int { done = 0, refused = 1, usage = 2, fault = 3, unverified = 4 };

struct Context {
  std::filesystem::path ledger;
  Language language = Language::zh;
  std::ostream& out;      // results
  std::ostream& remarks;  // everything else
  std::int64_t now = 0;   // milliseconds since 1970-01-01T00:00:00Z

  Day today() const { return shanghai_day(now); }
  // One of two sentences, by language.
  std::string_view say(std::string_view zh, std::string_view en) const { return language == Language::zh ? zh : en; }
};

// A refusal as a person reads it: what is wrong, and what to do.
struct Said {
  std::string wrong, remedy;
};
Said say(const domain::No& no, Language language);
// A flag as a person reads it.
std::string say(const domain::Flagged& flagged, Language language);

}  // namespace ducha::tools
