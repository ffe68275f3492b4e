// The envelope of an entry: everything the ledger says about a fact apart from the fact itself.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ledger/base/day.h"
#include "ledger/base/id.h"

namespace ducha::record {

// Where a command came from when it came from a batch file.
struct Origin {
  Digest file;             // of the file's bytes, by the ledger's own digest algorithm
  std::string_view name;   // the file's name, without its folder
  std::uint32_t row = 0;   // line, or row of the sheet; 0: not from a file
  std::string_view sheet;  // of a workbook; empty: the file has no sheets
  bool operator==(const Origin&) const = default;
};

// Text is borrowed: from the command on the way in, from the stored bytes on the way out.
struct Envelope {
  Seq seq = 0;
  std::int64_t recorded_at = 0;     // when the ledger took it in, milliseconds since 1970-01-01T00:00:00Z
  Day on;                           // the day the thing happened
  StreamNo stream = office_stream;  // the office, or the docket it belongs to
  std::uint32_t version = 0;        // its place in the stream, from 0 without a gap
  std::string_view command;         // identity of the command it came from
  std::uint16_t part = 0;           // its place among the facts of that command, from 0
  std::uint16_t parts = 1;          // how many facts that command became
  Digest request;                   // of the command's content as given; tells a repeat from a reused identity
  std::string_view actor;           // `by`: the unit or post that records; may be empty
  std::string_view note;            // on part 0 only; may be empty
  Origin origin;
  bool operator==(const Envelope&) const = default;
};

}  // namespace ducha::record
