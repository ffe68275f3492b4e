#include <ostream>

#include "ledger/history.h"
#include "projections/telling.h"
#include "tools/commands/commands.h"
#include "tools/render/cells.h"

namespace ducha::tools {

// Entries as they lie: one line each, its fields apart by tabs.
Exit log(const Context& context, const ReportOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  const auto office = record::fold_office(record::counting(history_of(log, office_stream)));
  record::EntryReader reader;
  std::optional<StreamNo> only;
  if (!options.docket.empty()) {
    const auto stream = log.database().get(store::Family::dockets, options.docket);
    if (!stream) {
      context.remarks << say({domain::Refusal::docket_unknown, options.docket, {}}, context.language).wrong << "\n";
      return Exit::refused;
    }
    only = store::keys::big_endian<StreamNo>(*stream);
  }
  log.scan(0, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
    const auto entry = reader.read(bytes, seq);
    const auto& envelope = entry.envelope;
    if (only && envelope.stream != *only) return true;
    const auto told = projections::tell(entry.fact, office, envelope.on);
    context.out << seq << '\t' << shanghai_time(envelope.recorded_at) << '\t' << to_string(envelope.on) << '\t'
                << envelope.stream << '/' << envelope.version << '\t' << envelope.command << '\t' << told.name.name
                << '\t' << plain(told.fields);
    if (!envelope.actor.empty()) context.out << "\tby=" << envelope.actor;
    if (envelope.origin.row > 0) {
      context.out << '\t' << envelope.origin.name << ':';
      if (!envelope.origin.sheet.empty()) context.out << envelope.origin.sheet << ':';
      context.out << envelope.origin.row;
    }
    context.out << '\n';
    return true;
  });
  return Exit::done;
}

}  // namespace ducha::tools
