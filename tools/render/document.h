// Documents as one HTML file made for print: A4 in the page of GB/T 9704-2012, on the screen as sheets of paper.
//
//   版心 156 mm × 225 mm: 天头 37, 订口 28 (the binding side: left on odd pages, right on even ones), 22 lines of 28
//   characters of 3号 (16 pt), so a line every 225/22 mm and a character every 156/28 mm; page numbers 4号 with a dash
//   on either side, 7 mm below, one character in from the outer edge.
//
// Fonts are named and not carried along (they may not be passed on); each has fallbacks of the same cut. The file is
// whole: no script, no other file.

#pragma once

#include <iosfwd>
#include <vector>

#include "tools/documents/document.h"

namespace ducha::tools {

void render_documents(const std::vector<Document>& documents, std::ostream& out);

}  // namespace ducha::tools
