// A page of HTML as PDF, by a Chromium that is at hand. The one command that runs another program.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/day.h"

namespace ducha::tools {

// The first of chromium, chromium-browser, google-chrome, google-chrome-stable, microsoft-edge and msedge on the PATH.
std::optional<std::filesystem::path> chromium_at_hand();

// The names that are looked for, for a sentence.
std::string chromium_names();

// The PDF's bytes. They carry `day` as their date and nothing else of when and where they were made: the same page by
// the same Chromium is the same file. Throws Fault::disk when the browser writes none.
std::string pdf_of(std::string_view html, const std::filesystem::path& chromium, Day day);

// Puts `day` in the place of every date in the PDF's description of itself, byte for byte as long.
void date_pdf(std::string& pdf, Day day);

}  // namespace ducha::tools
