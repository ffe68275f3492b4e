#include "tools/commands/last_import.h"

#include <nlohmann/json.hpp>

#include "ledger/base/fault.h"
#include "tools/private_file.h"

namespace ducha::tools {
namespace {

std::filesystem::path file_in(const std::filesystem::path& ledger) { return ledger / "last-import"; }

}  // namespace

void keep(const std::filesystem::path& ledger, const LastImport& import) {
  const nlohmann::ordered_json json{{"file", import.file},
                                    {"commands", import.commands},
                                    {"seconds", import.seconds},
                                    {"views", import.views_seconds}};
  try {
    write_private(file_in(ledger), json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
  } catch (const Fault&) {
    // What was imported is recorded all the same.
  }
}

std::optional<LastImport> last_import(const std::filesystem::path& ledger) {
  std::optional<std::string> text;
  try {
    text = read_file(file_in(ledger));
  } catch (const Fault&) {
    return {};
  }
  if (!text) return {};
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object()) return {};
  try {
    LastImport import{json.value("file", ""), json.value("commands", std::uint64_t{0}), json.value("seconds", 0.0),
                      json.value("views", 0.0)};
    if (import.commands > 0) return import;
  } catch (const nlohmann::json::exception&) {
    // Written by something else.
  }
  return {};
}

std::string TimedViews::rows_of(const domain::Docket& docket) {
  const Stopwatch watch;
  auto rows = views_.rows_of(docket);
  seconds_ += watch.seconds();
  return rows;
}

void TimedViews::follow(store::Writes& rows, const Appending& appending) {
  const Stopwatch watch;
  const auto before = seconds_;  // what `rows_of` takes meanwhile counts once
  views_.follow(rows, appending);
  seconds_ = before + watch.seconds();
}

}  // namespace ducha::tools
