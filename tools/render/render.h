// One report, any format. Each renderer walks the same columns and cells; the same report gives the same bytes.

#pragma once

#include <cstdint>
#include <iosfwd>

#include "projections/report.h"
#include "tools/render/look.h"

namespace ducha::tools {

enum class Format : std::uint8_t { text, json, csv, md, html, xlsx };

void render(const reports::Report& report, Format format, const Look& look, std::ostream& out);

}  // namespace ducha::tools
