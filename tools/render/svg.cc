#include "tools/render/svg.h"

#include <algorithm>
#include <cmath>
#include <ostream>

#include <fmt/format.h>

#include "tools/render/markup.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Plot;

constexpr double width = 920, share_width = 620, label_max = 240, bar = 18, pitch = 23, number_width = 48;
constexpr double column_width = 7.2;  // of the type in the pictures

// Parts of one bar, each with its number in it where there is room.
void put_bar(const Drawing& drawing, std::size_t at, double x, double y, double height, double scale,
             std::string& drawn) {
  for (const auto& series : drawing.series) {
    const double value = series.values[at].value_or(0);
    if (value <= 0) continue;
    const double wide = value * scale;
    drawn += svg_rect(x, y, wide, height, series.paint.fill);
    const auto number = number_shown(value, false);
    // A high bar is drawn small on a phone, with larger numbers.
    if (text_width(number) * (height > pitch ? 1.6 : 1) + 4 <= wide)
      drawn += svg_text(x + wide / 2, y + height / 2 + 4.5, number,
                        fmt::format(R"(text-anchor="middle" fill="{}")", css_colour(series.paint.ink)));
    x += wide;
  }
}

// The names stand below in the page's own type: a phone makes the picture small, and them not.
void put_shares(const Drawing& drawing, Language language, std::ostream& out) {
  const double sum = drawing.sum_at(0);
  std::string drawn, names = "<ul class=\"names\">";
  put_bar(drawing, 0, 0, 0, 34, sum > 0 ? share_width / sum : 0, drawn);
  for (const auto& series : drawing.series)
    names += fmt::format("<li><b style=\"background:{}\"></b>{} {}</li>", css_colour(series.paint.fill),
                         escaped_html(series.name), number_shown(series.values[0].value_or(0), false));
  put_figure(drawing.caption, drawing.told(language), share_width, 34, drawn, out, names + "</ul>");
}

void put_stacked(const Drawing& drawing, const Piece& piece, Language language, std::ostream& out) {
  double most = 1, labels = 40;
  for (std::size_t at = 0; at < drawing.along.size(); ++at) {
    most = std::max(most, drawing.sum_at(at));
    labels = std::max(labels, std::min(label_max, text_width(drawing.along[at])));
  }
  const bool one = drawing.series.size() == 1;  // its name is the caption's, its number the sum
  const double left = labels + 10, scale = (width - left - number_width) / most;
  std::string drawn;
  const double top = one ? 4 : put_legend(drawing.series, left, 16, width - left, drawn) + 8;
  const double bottom = top + pitch * static_cast<double>(piece.end - piece.begin);
  const double step = step_for(most, 8);
  for (double tick = 0; tick <= most; tick += step) {
    const double x = left + tick * scale;
    drawn += svg_line(x, top, x, bottom, R"(class="grid")");
    drawn += svg_text(x, bottom + 16, number_shown(tick, false), R"(text-anchor="middle" class="tick")");
  }
  for (std::size_t at = piece.begin; at < piece.end; ++at) {
    const double y = top + pitch * static_cast<double>(at - piece.begin) + (pitch - bar) / 2;
    const auto label = cut_to_printed(drawing.along[at], static_cast<std::size_t>(label_max / column_width));
    drawn += svg_text(left - 8, y + bar / 2 + 4.5, label, R"(text-anchor="end")");
    const double sum = drawing.sum_at(at);
    if (one) {
      drawn += svg_rect(left, y, sum * scale, bar, drawing.series.front().paint.fill);
    } else {
      put_bar(drawing, at, left, y, bar, scale, drawn);
    }
    drawn += svg_text(left + sum * scale + 6, y + bar / 2 + 4.5, number_shown(sum, false), R"(class="tick")");
  }
  put_figure(piece.caption, drawing.told(language), width, bottom + 24, drawn, out);
}

// Where the lines run: from the first to the last of the names, from 0 up to a round number.
struct Field {
  double left = 52, right = width - 20, top, bottom, most;
  std::size_t points;

  double x(std::size_t at) const {
    return points < 2 ? (left + right) / 2
                      : left + 20 + (right - left - 40) * static_cast<double>(at) / static_cast<double>(points - 1);
  }
  double y(double value) const { return bottom - (bottom - top) * value / most; }
};

// Lines are told apart by their marks too.
std::string point(double x, double y, std::size_t nth, std::string_view colour) {
  switch (nth % 3) {
    case 0:
      return fmt::format(R"(<circle cx="{}" cy="{}" r="4" fill="{}"/>)", svg_number(x), svg_number(y), colour);
    case 1:
      return fmt::format(R"(<path d="M{} {}h8v8h-8z" fill="{}"/>)", svg_number(x - 4), svg_number(y - 4), colour);
    default:
      return fmt::format(R"(<path d="M{} {}l5 9h-10z" fill="{}"/>)", svg_number(x), svg_number(y - 5), colour);
  }
}

void put_axes(const Drawing& drawing, const Field& field, std::string& drawn) {
  const double step = drawing.rates ? 0.2 : step_for(field.most, 5);
  for (int i = 0; step * i <= field.most * 1.0001; ++i) {
    const double y = field.y(step * i);
    drawn += svg_line(field.left, y, field.right, y, R"(class="grid")");
    drawn += svg_text(field.left - 6, y + 4,
                      drawing.rates ? fmt::format("{:.0f}%", step * i * 100) : number_shown(step * i, false),
                      R"(text-anchor="end" class="tick")");
  }
  const std::size_t each = drawing.along.size() / 13 + 1;
  for (std::size_t at = 0; at < drawing.along.size(); at += each)
    drawn += svg_text(field.x(at), field.bottom + 18, drawing.along[at], R"(text-anchor="middle" class="tick")");
}

void put_lines(const Drawing& drawing, Language language, std::ostream& out) {
  double most = 0;
  for (const auto& series : drawing.series)
    for (const auto& value : series.values) most = std::max(most, value.value_or(0));
  std::string drawn;
  const bool one = drawing.series.size() == 1 && drawing.series.front().name == drawing.caption;
  Field field{.top = one ? 24 : put_legend(drawing.series, 52, 16, width - 60, drawn) + 14,
              .bottom = 0,
              .most = 1,
              .points = 0};
  field.bottom = field.top + 250;
  const double step = step_for(std::max(most, 1.0), 5);
  field.most = drawing.rates ? 1 : std::ceil(std::max(most, 1.0) / step) * step;
  field.points = drawing.along.size();
  put_axes(drawing, field, drawn);
  const bool numbered = drawing.series.size() == 1 && drawing.along.size() <= 13;
  for (std::size_t nth = 0; nth < drawing.series.size(); ++nth) {
    const auto& series = drawing.series[nth];
    const auto colour = css_colour(series.paint.fill);
    std::string path, points;
    bool drawing_on = false;  // a month without a number leaves a gap
    for (std::size_t at = 0; at < series.values.size(); ++at) {
      const auto& value = series.values[at];
      if (value) {
        const double x = field.x(at), y = field.y(*value);
        path += fmt::format("{}{} {}", drawing_on ? 'L' : 'M', svg_number(x), svg_number(y));
        points += point(x, y, nth, colour);
        if (numbered)
          points += svg_text(x, y - 9, number_shown(*value, drawing.rates), R"(text-anchor="middle" class="tick")");
      }
      drawing_on = value.has_value();
    }
    drawn += fmt::format(R"(<path d="{}" fill="none" stroke="{}" stroke-width="2"/>)", path, colour) + points;
  }
  put_figure(drawing.caption, drawing.told(language), width, field.bottom + 28, drawn, out);
}

}  // namespace

std::string svg_number(double value) {
  const auto tenths = std::llround(value * 10);
  auto text = fmt::format("{}{}", tenths < 0 ? "-" : "", std::llabs(tenths) / 10);
  if (tenths % 10 != 0) text += fmt::format(".{}", std::llabs(tenths) % 10);
  return text;
}

std::string svg_text(double x, double y, std::string_view text, std::string_view more) {
  return fmt::format(R"(<text x="{}" y="{}"{}{}>{}</text>)", svg_number(x), svg_number(y), more.empty() ? "" : " ",
                     more, escaped_html(text));
}

std::string svg_rect(double x, double y, double wide, double height, std::uint32_t fill, std::string_view more) {
  return fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"{}{}/>)", svg_number(x), svg_number(y),
                     svg_number(wide), svg_number(height), css_colour(fill), more.empty() ? "" : " ", more);
}

std::string svg_line(double x1, double y1, double x2, double y2, std::string_view more) {
  return fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}"{}{}/>)", svg_number(x1), svg_number(y1), svg_number(x2),
                     svg_number(y2), more.empty() ? "" : " ", more);
}

double text_width(std::string_view text) { return column_width * static_cast<double>(printed_width(text)); }

double put_legend(const std::vector<Series>& series, double x, double y, double wide, std::string& drawn) {
  double at = x, line = y;
  for (const auto& one : series) {
    const double needed = 18 + text_width(one.name) + 18;
    if (at > x && at + needed > x + wide) {
      at = x;
      line += 22;
    }
    drawn += svg_rect(at, line - 11, 13, 13, one.paint.fill, R"(rx="2")");
    drawn += svg_text(at + 18, line, one.name);
    at += needed;
  }
  return line - y + 22;
}

void put_figure(std::string_view caption, std::string_view told, double wide, double height, const std::string& drawn,
                std::ostream& out, std::string_view below) {
  out << "<figure>\n<figcaption>" << escaped_html(caption) << "</figcaption>\n"
      << fmt::format(
             R"(<div class="pan" tabindex="0" role="region" aria-label="{}"><svg{} viewBox="0 0 {} {}" role="img" aria-label="{}">)",
             escaped_html(caption), wide < width ? R"( class="small")" : "", svg_number(wide), svg_number(height),
             escaped_html(told))
      << "<desc>" << escaped_html(told) << "</desc>" << drawn << "</svg></div>" << below << "\n</figure>\n";
}

void put_drawing(const Drawing& drawing, Language language, std::ostream& out) {
  switch (drawing.kind) {
    case Plot::Kind::shares:
      return put_shares(drawing, language, out);
    case Plot::Kind::stacked:
      for (const auto& piece : pieces(drawing, language)) put_stacked(drawing, piece, language, out);
      return;
    case Plot::Kind::lines:
      return put_lines(drawing, language, out);
  }
}

}  // namespace ducha::tools
