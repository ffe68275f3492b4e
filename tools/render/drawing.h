// What a picture of a table draws: names along, and numbers by series. Pages and spreadsheets draw the same.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "projections/report.h"
#include "tools/language.h"
#include "tools/render/palette.h"

namespace ducha::tools {

struct Series {
  std::string name;  // for people
  Paint paint;
  std::vector<std::optional<double>> values;  // one a name; nothing where the cell is empty
};

struct Drawing {
  reports::Plot::Kind kind;
  std::string caption;
  std::vector<std::string> along;
  std::vector<Series> series;
  bool rates = false;  // the numbers are shares of one

  // Of the bar at that name.
  double sum_at(std::size_t at) const;
  // The picture in words, for who cannot see it: what it shows and how much of each there is.
  std::string told(Language language) const;
};

// Bars from `begin` up to `end`, which stand together in one picture.
struct Piece {
  std::size_t begin, end;
  std::string caption;  // of several: numbered
};

// The bars of a picture in as many pieces of about the same size as sheets of paper need; other pictures are one piece.
std::vector<Piece> pieces(const Drawing& drawing, Language language);

// The pictures of a report; one a word of the column `apart` when a plot has that. A plot of no rows is none.
std::vector<Drawing> drawings(const reports::Report& report, Language language);

// The next of 1, 2, 5, 10, 20, … that divides `most` into at most `steps`.
double step_for(double most, int steps);

// 12, 3.5; a rate as 66.7%.
std::string number_shown(double value, bool rate);

}  // namespace ducha::tools
