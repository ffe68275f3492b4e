#include <ostream>

#include "ledger/office_of.h"
#include "tools/commands/commands.h"
#include "tools/commands/entry_line.h"

namespace ducha::tools {

// Entries as they lie: one line each, its fields apart by tabs.
Exit log(const Context& context, const ReportOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  const auto office = office_of(log);
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
    print_entry(context.out, seq, entry, office);
    return true;
  });
  return Exit::done;
}

}  // namespace ducha::tools
