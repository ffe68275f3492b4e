#include <map>

#include "ledger/record/entry.h"
#include "projections/books.h"

namespace ducha::projections {

void Books::each_recorded(const std::function<void(const Recorded&)>& visit) const {
  std::map<StreamNo, std::string> dockets;
  std::optional<Recorded> command;  // whose entries are being read; they lie side by side
  const auto tell = [&] {
    if (command) visit(*command);
    command.reset();
  };
  record::EntryReader reader;
  log_.scan(0, last_ + 1, [&](Seq seq, std::span<const std::byte> bytes) {
    const auto entry = reader.read(bytes, seq);
    const auto& envelope = entry.envelope;
    if (const auto* opened = std::get_if<domain::DocketOpened>(&entry.fact))
      dockets.emplace(envelope.stream, opened->docket);
    if (command && command->command == envelope.command) {
      ++command->entries;
      return true;
    }
    tell();
    const auto* correction = std::get_if<domain::CommandCorrected>(&entry.fact);
    const auto docket = dockets.find(envelope.stream);
    command = Recorded{seq,
                       1,
                       envelope.on,
                       shanghai_day(envelope.recorded_at),
                       std::string(envelope.command),
                       std::string(envelope.actor),
                       docket == dockets.end() ? std::string() : docket->second,
                       std::visit([](const auto& fact) { return std::string_view(fact.name); }, entry.fact),
                       correction ? std::string(correction->entry) : std::string()};
    return true;
  });
  tell();
}

}  // namespace ducha::projections
