#include "tools/commands/entry_line.h"

#include <ostream>
#include <string>
#include <string_view>

#include "projections/telling.h"
#include "tools/render/cells.h"

namespace ducha::tools {
namespace {

// A text may hold lines of its own (an adopted calendar does) and must not pass for further entries or fields.
std::string escaped(std::string_view text) {
  std::string line;
  for (const char c : text) switch (c) {
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\\':
        line += "\\\\";
        break;
      default:
        line += c;
    }
  return line;
}

}  // namespace

void print_entry(std::ostream& out, Seq seq, const record::Entry& entry, const domain::Office& office) {
  const auto& envelope = entry.envelope;
  const auto told = projections::tell(entry.fact, office, envelope.on);
  out << seq << '\t' << shanghai_time(envelope.recorded_at) << '\t' << to_string(envelope.on) << '\t' << envelope.stream
      << '/' << envelope.version << '\t' << escaped(envelope.command) << '\t' << told.name.name << '\t'
      << escaped(plain(told.fields));
  if (!envelope.actor.empty()) out << "\tby=" << escaped(envelope.actor);
  if (envelope.origin.row > 0) {
    out << '\t' << escaped(envelope.origin.name) << ':';
    if (!envelope.origin.sheet.empty()) out << escaped(envelope.origin.sheet) << ':';
    out << envelope.origin.row;
  }
  out << '\n';
}

}  // namespace ducha::tools
