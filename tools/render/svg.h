// Pictures as SVG inside a page: a table's (drawing.h), and the life of a docket.
//
// Each is a figure with a caption, has its content in words for who cannot see it, needs no script, names no other
// file, and takes its fonts from the page.

#pragma once

#include <iosfwd>
#include <string>

#include "projections/report.h"
#include "tools/language.h"
#include "tools/render/drawing.h"

namespace ducha::tools {

void put_drawing(const Drawing& drawing, Language language, std::ostream& out);

void put_timeline(const reports::Timeline& timeline, Language language, std::ostream& out);

// ---- what the pictures are made of ---------------------------------------------------------------------

// Coordinates with one decimal at most: the same numbers are the same bytes.
std::string svg_number(double value);
std::string svg_text(double x, double y, std::string_view text, std::string_view more = {});
std::string svg_rect(double x, double y, double width, double height, std::uint32_t fill, std::string_view more = {});
std::string svg_line(double x1, double y1, double x2, double y2, std::string_view more = {});

// <figure> and <svg> around what is drawn; `told` is the picture in words, `below` what stands under it, as markup.
void put_figure(std::string_view caption, std::string_view told, double width, double height, const std::string& drawn,
                std::ostream& out, std::string_view below = {});

// The legend of a picture, set from left to right in as many lines as it needs; how high it became.
double put_legend(const std::vector<Series>& series, double x, double y, double width, std::string& drawn);

// Of a text in the pictures' font, roughly: for leaving room.
double text_width(std::string_view text);

}  // namespace ducha::tools
