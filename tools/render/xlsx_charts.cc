#include <algorithm>

#include "tools/render/drawing.h"
#include "tools/render/words.h"
#include "tools/render/xlsx_sheets.h"

namespace ducha::tools {
namespace {

using reports::Plot;

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
    book.text(sheet, row, 0, drawing.along[at], {});
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

struct Place {
  const std::string& sheet;
  std::size_t first, last;  // rows of the numbers
};

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
  chart_series_set_name_range(series, place.sheet.c_str(), static_cast<lxw_row_t>(place.first - 1), column);
  const auto colour = drawing.series[nth].paint.fill;
  if (drawing.kind == Plot::Kind::lines) {
    lxw_chart_line line{};
    line.color = colour;
    line.width = 2;
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, nth % 2 == 0 ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_SQUARE);
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_marker_fill(series, &fill);
    chart_series_set_marker_line(series, &line);
  } else {
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_fill(series, &fill);
  }
}

// How many rows of the sheet the chart covers.
std::size_t put_chart(Book& book, lxw_worksheet* sheet, const Drawing& drawing, std::size_t row, const Place& place) {
  auto* chart = book.chart(kind_of(drawing.kind));
  const std::size_t series = drawing.kind == Plot::Kind::shares ? 1 : drawing.series.size();
  for (std::size_t i = 0; i < series; ++i) add_series(chart, drawing, i, place);
  chart_title_set_name(chart, drawing.caption.c_str());
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  constexpr double row_height = 20;
  double height = 320;
  if (drawing.kind == Plot::Kind::stacked) {
    // The first row of the table is the uppermost bar.
    chart_axis_set_reverse(chart->y_axis);
    height = std::max(height, 120 + 24 * static_cast<double>(drawing.along.size()));
  }
  if (drawing.rates) {
    chart_axis_set_min(chart->y_axis, 0);
    chart_axis_set_max(chart->y_axis, 1);
    chart_axis_set_num_format(chart->y_axis, "0%");
  }
  lxw_chart_options options{};
  options.x_scale = 720 / 480.0;
  options.y_scale = height / 288.0;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  worksheet_insert_chart_opt(sheet, static_cast<lxw_row_t>(row),
                             static_cast<lxw_col_t>(std::max<std::size_t>(drawing.series.size(), 2) + 2), chart,
                             &options);
  return static_cast<std::size_t>(height / row_height) + 2;
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
  worksheet_set_column(sheet, 0, 0, 26, nullptr);
  worksheet_set_column(sheet, 1, 12, 11, nullptr);
  worksheet_set_paper(sheet, 9);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  std::size_t row = 0;
  for (const auto& drawing : all) {
    const auto after = put_numbers(book, sheet, drawing, row);
    const auto first = row + (drawing.kind == Plot::Kind::shares ? 1 : 2);
    const auto covered = put_chart(book, sheet, drawing, row, {name, first, after - 1});
    row = std::max(after, row + covered) + 1;
  }
}

}  // namespace ducha::tools
