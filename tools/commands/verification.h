// Everything a ledger keeps, held against its entries: by `verify`, and by `restore` before it answers.

#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "ledger/store/log.h"
#include "tools/commands/commands.h"
#include "tools/context.h"

namespace ducha::tools {

enum class Verified : std::uint8_t { sound, views_earlier, views_differ, damaged };

// `damage` is told every one there is, in both languages; what the store cannot read is one too.
Verified verify_ledger(const Context& context, const store::Log& log, const std::filesystem::path& ledger,
                       const std::function<void(const std::string& zh, const std::string& en)>& damage);

// `verify`, and that the ledger holds to the older checkpoint of `since`.
Exit verify(const Context& context, const ProofOptions& options);

}  // namespace ducha::tools
