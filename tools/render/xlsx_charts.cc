#include <algorithm>
#include <cmath>

#include "tools/render/drawing.h"
#include "tools/render/width.h"
#include "tools/render/words.h"
#include "tools/render/xlsx_sheets.h"

namespace ducha::tools {
namespace {

using reports::Plot;

constexpr std::size_t label_columns = 30;  // what names a bar; the table has it whole

std::uint8_t kind_of(Plot::Kind kind) {
  switch (kind) {
    case Plot::Kind::shares:
      return LXW_CHART_DOUGHNUT;
    case Plot::Kind::stacked:
      return LXW_CHART_BAR_STACKED;
    case Plot::Kind::lines:
      return LXW_CHART_LINE;
  }
  return LXW_CHART_BAR_STACKED;
}

// The table of a picture: names down, series across; of shares, the words down. Gives the row after it.
std::size_t put_numbers(Book& book, lxw_worksheet* sheet, const Drawing& drawing, std::size_t row) {
  book.text(sheet, row++, 0, drawing.caption, {.bold = true, .framed = false, .size = 13});
  const CellStyle head{.head = true, .fill = 0xe3e8ee};
  const CellStyle number{.number = drawing.rates ? "0.0%" : ""};
  if (drawing.kind == Plot::Kind::shares) {
    for (const auto& series : drawing.series) {
      book.text(sheet, row, 0, series.name, {.fill = series.paint.fill, .ink = series.paint.ink});
      book.number(sheet, row++, 1, series.values[0].value_or(0), number);
    }
    return row;
  }
  book.text(sheet, row, 0, "", head);
  for (std::size_t i = 0; i < drawing.series.size(); ++i) book.text(sheet, row, i + 1, drawing.series[i].name, head);
  ++row;
  for (std::size_t at = 0; at < drawing.along.size(); ++at, ++row) {
    book.text(sheet, row, 0, cut_to_printed(drawing.along[at], label_columns - 2), {});
    for (std::size_t i = 0; i < drawing.series.size(); ++i) {
      const auto& value = drawing.series[i].values[at];
      if (value) {
        book.number(sheet, row, i + 1, *value, number);
      } else {
        book.blank(sheet, row, i + 1, number);
      }
    }
  }
  return row;
}

// Rows of the sheet that a chart draws.
struct Place {
  const std::string& sheet;
  std::size_t head, first, last;
};

constexpr double row_height = 20, chart_width = 720;  // pixels
constexpr double type_size = 9;                       // points

lxw_chart_font font_of(std::uint32_t ink) {
  lxw_chart_font font{};
  font.size = type_size;
  font.color = ink;
  return font;
}

void add_series(lxw_chart* chart, const Drawing& drawing, std::size_t nth, const Place& place) {
  auto* series = chart_add_series(chart, nullptr, nullptr);
  const auto first = static_cast<lxw_row_t>(place.first), last = static_cast<lxw_row_t>(place.last);
  const auto column = static_cast<lxw_col_t>(nth + 1);
  chart_series_set_categories(series, place.sheet.c_str(), first, 0, last, 0);
  chart_series_set_values(series, place.sheet.c_str(), first, column, last, column);
  if (drawing.kind == Plot::Kind::shares) {
    std::vector<lxw_chart_fill> fills(drawing.series.size());
    std::vector<lxw_chart_point> points(drawing.series.size());
    std::vector<lxw_chart_point*> all;
    for (std::size_t i = 0; i < fills.size(); ++i) {
      fills[i].color = drawing.series[i].paint.fill;
      points[i].fill = &fills[i];
      all.push_back(&points[i]);
    }
    all.push_back(nullptr);
    chart_series_set_points(series, all.data());
    chart_series_set_labels(series);
    return;
  }
  chart_series_set_name_range(series, place.sheet.c_str(), static_cast<lxw_row_t>(place.head), column);
  const auto paint = drawing.series[nth].paint;
  lxw_chart_fill fill{};
  fill.color = paint.fill;
  if (drawing.kind == Plot::Kind::lines) {
    lxw_chart_line line{};
    line.color = paint.fill;
    line.width = 2;
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, nth % 2 == 0 ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_SQUARE);
    chart_series_set_marker_fill(series, &fill);
    chart_series_set_marker_line(series, &line);
  } else {
    chart_series_set_fill(series, &fill);
    auto font = font_of(paint.ink);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "0;;");  // a part of nothing has no number
    chart_series_set_labels_font(series, &font);
  }
}

void set_axes(lxw_chart* chart, const Drawing& drawing) {
  lxw_chart_line grid{};
  grid.color = 0xd5d9df;
  grid.width = 0.5;
  auto font = font_of(0x333333);
  const bool stacked = drawing.kind == Plot::Kind::stacked;
  auto* values = stacked ? chart->x_axis : chart->y_axis;
  auto* names = stacked ? chart->y_axis : chart->x_axis;
  chart_axis_major_gridlines_set_line(values, &grid);
  chart_axis_set_num_font(values, &font);
  chart_axis_set_num_font(names, &font);
  if (stacked) {
    // The first row of the table is the uppermost bar, the scale stands below, and every bar has its name.
    chart_axis_set_reverse(names);
    chart_axis_set_crossing_max(names);
    chart_axis_set_interval_unit(names, 1);
    chart_set_series_gap(chart, 45);
    double most = 1;
    for (std::size_t at = 0; at < drawing.along.size(); ++at) most = std::max(most, drawing.sum_at(at));
    const double step = step_for(most, 8);
    chart_axis_set_min(values, 0);
    chart_axis_set_max(values, std::ceil(most / step) * step);
    chart_axis_set_major_unit(values, step);
  }
  if (drawing.rates) {
    chart_axis_set_min(values, 0);
    chart_axis_set_max(values, 1);
    chart_axis_set_num_format(values, "0%");
  }
}

double height_of(const Drawing& drawing, const Piece& piece) {
  if (drawing.kind != Plot::Kind::stacked) return 320;
  return std::max(160.0, 110 + 20 * static_cast<double>(piece.end - piece.begin));
}

// One chart of the rows at `place`.
void put_chart(Book& book, lxw_worksheet* sheet, const Drawing& drawing, const Piece& piece, std::size_t row,
               const Place& place) {
  auto* chart = book.chart(kind_of(drawing.kind));
  const bool shares = drawing.kind == Plot::Kind::shares;
  const std::size_t series = shares ? 1 : drawing.series.size();
  for (std::size_t i = 0; i < series; ++i) add_series(chart, drawing, i, place);
  chart_title_set_name(chart, piece.caption.c_str());
  auto title_font = font_of(0x1a1a1a);
  title_font.size = 13;
  title_font.bold = LXW_TRUE;
  chart_title_set_name_font(chart, &title_font);
  if (series > 1 || shares) {
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  } else {
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  }
  if (!shares) set_axes(chart, drawing);
  lxw_chart_options options{};
  options.x_scale = chart_width / 480;
  options.y_scale = height_of(drawing, piece) / 288;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  worksheet_insert_chart_opt(sheet, static_cast<lxw_row_t>(row), 0, chart, &options);
}

// A picture: its charts, the numbers below; gives the row after them.
std::size_t put_picture(Book& book, lxw_worksheet* sheet, const std::string& name, const Drawing& drawing,
                        std::size_t row, Language language, std::vector<lxw_row_t>& breaks) {
  const auto all = pieces(drawing, language);
  std::size_t covered = 0;
  std::vector<std::size_t> at;
  for (const auto& piece : all) {
    at.push_back(row + covered);
    covered += static_cast<std::size_t>(std::ceil(height_of(drawing, piece) / row_height)) + 1;
    if (&piece != &all.back()) breaks.push_back(static_cast<lxw_row_t>(row + covered));
  }
  const auto numbers = row + covered;
  const auto after = put_numbers(book, sheet, drawing, numbers);
  const bool shares = drawing.kind == Plot::Kind::shares;
  const auto head = numbers + 1, first = shares ? numbers + 1 : numbers + 2;
  for (std::size_t i = 0; i < all.size(); ++i)
    put_chart(book, sheet, drawing, all[i], at[i],
              {name, head, first + all[i].begin, shares ? after - 1 : first + all[i].end - 1});
  return after;
}

}  // namespace

void put_charts(Book& book, const reports::Report& report, Language language) {
  auto all = drawings(report, language);
  for (const auto& part : report.parts) {
    auto more = drawings(part, language);
    std::move(more.begin(), more.end(), std::back_inserter(all));
  }
  if (all.empty()) return;
  std::string name;
  auto* sheet = book.sheet(in(language, "图", "Charts"), &name);
  worksheet_set_default_row(sheet, row_height * 0.75, LXW_FALSE);
  worksheet_set_column(sheet, 0, 0, label_columns, nullptr);
  worksheet_set_column(sheet, 1, 12, 11, nullptr);
  worksheet_set_paper(sheet, 9);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_center_horizontally(sheet);
  std::size_t row = 0;
  std::vector<lxw_row_t> breaks;
  for (const auto& drawing : all) {
    if (row > 0) breaks.push_back(static_cast<lxw_row_t>(row));
    row = put_picture(book, sheet, name, drawing, row, language, breaks) + 1;
  }
  breaks.push_back(0);
  worksheet_set_h_pagebreaks(sheet, breaks.data());
}

}  // namespace ducha::tools
