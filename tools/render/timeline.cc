// The life of a docket, drawn: months from left to right, a lane for the docket and one a unit and role.
//
// In a lane: grey while the clock stood, red what ran over its due day. A mark is a duty's due day in the colour of its
// state; on the docket's lane, a due day is a flag and a fact a point.

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "tools/render/markup.h"
#include "tools/render/svg.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Timeline;

constexpr double width = 920, left = 190, right = width - 16, top = 40, lane_height = 38, docket_height = 74;

class Axis {
 public:
  explicit Axis(const Timeline& timeline) : from_(timeline.from), days_(std::max(1, timeline.to - timeline.from)) {}
  double x(Day day) const { return left + (right - left) * static_cast<double>(day - from_) / days_; }

 private:
  Day from_;
  int days_;
};

void put_months(const Timeline& timeline, const Axis& axis, double bottom, std::string& drawn) {
  const auto [first_year, first_month, first_day] = civil(timeline.from);
  const int months = (timeline.to - timeline.from) / 30 + 1;
  const unsigned each = static_cast<unsigned>(months / 14 + 1);
  auto year = first_year;
  auto month = first_month;
  for (unsigned i = 0; *day_of({year, month, 1}) <= timeline.to; ++i) {
    const auto day = *day_of({year, month, 1});
    if (day >= timeline.from && i % each == 0) {
      drawn += svg_line(axis.x(day), top - 6, axis.x(day), bottom, R"(class="grid")");
      drawn += svg_text(axis.x(day) + 3, top - 12,
                        month == 1 || i <= each ? fmt::format("{}-{:02}", year, month) : fmt::format("{:02}", month),
                        R"(class="tick")");
    }
    if (++month > 12) {
      month = 1;
      ++year;
    }
  }
}

std::string titled(const std::string& drawn, const std::string& said) {
  return "<g><title>" + escaped_html(said) + "</title>" + drawn + "</g>";
}

std::string said_of(const Timeline::Mark& mark, Language language) {
  auto said = to_string(mark.on) + " " + std::string(translated(mark.what.name, language));
  if (!mark.state.name.empty()) said += " " + std::string(translated(mark.state.name, language));
  if (mark.done && *mark.done != mark.on)
    said += std::string(in(language, "，完成于 ", ", done ")) + to_string(*mark.done);
  return said;
}

void put_bars(const Timeline::Lane& lane, const Axis& axis, double middle, Language language, std::string& drawn) {
  for (const auto& bar : lane.bars) {
    const bool ran_over = bar.what.name == "overdue" || bar.what.name == "late" || bar.what.name == "missed";
    const bool stood = bar.what.name == "suspended";
    const double height = ran_over ? 6 : stood ? 18 : 10;
    const double x = axis.x(bar.from), wide = std::max(2.0, axis.x(bar.to) - x);
    const auto fill = ran_over || stood ? paint_of(bar.what.name)->fill : lane.who.empty() ? 0x9db8d9u : 0xd5e0ecu;
    auto said =
        to_string(bar.from) + " – " + to_string(bar.to) + " " + std::string(translated(bar.what.name, language));
    if (!bar.duty.name.empty()) said += " " + std::string(translated(bar.duty.name, language));
    drawn += titled(svg_rect(x, middle - height / 2, wide, height, fill, R"(rx="2")"), said);
    if (stood && wide > text_width(translated(bar.what.name, language)) + 4)
      drawn += svg_text(x + wide / 2, middle + 4.5, translated(bar.what.name, language),
                        R"(text-anchor="middle" fill="#ffffff")");
  }
}

// A duty's due day: a square for what is done once, a point for what comes back.
void put_duty(const Timeline::Mark& mark, const Axis& axis, double middle, Language language, std::string& drawn) {
  const auto colour = css_colour(paint_of(mark.state.name).value_or(paint_of(std::size_t{0})).fill);
  const double x = axis.x(mark.on);
  const bool point = mark.what.name == "feedback" || mark.what.name == "acceptance";
  drawn += titled(point ? fmt::format(R"(<circle cx="{}" cy="{}" r="4.5" fill="{}" class="mark"/>)", svg_number(x),
                                      svg_number(middle), colour)
                        : fmt::format(R"(<path d="M{} {}h12v12h-12z" fill="{}" class="mark"/>)", svg_number(x - 6),
                                      svg_number(middle - 6), colour),
                  said_of(mark, language));
}

// Facts of the docket with their words, alternately above and below; a word that has no room is left to the title.
void put_facts(const Timeline::Lane& lane, const Axis& axis, double middle, Language language, std::string& drawn) {
  double free_above = left, free_below = left;
  for (const auto& mark : lane.marks) {
    const double x = axis.x(mark.on);
    drawn += titled(fmt::format(R"(<circle cx="{}" cy="{}" r="4" fill="#1a1a1a" class="mark"/>)", svg_number(x),
                                svg_number(middle)),
                    said_of(mark, language));
    const auto word = translated(mark.what.name, language);
    const double half = text_width(word) / 2, begin = std::min(std::max(x - half, left), right - 2 * half);
    auto& free = begin >= free_above ? free_above : free_below;
    if (begin < free) continue;
    drawn += svg_text(begin, &free == &free_above ? middle - 12 : middle + 24, word, R"(class="tick")");
    free = begin + 2 * half + 6;
  }
}

// Every due day the docket had: the one that holds red and whole, earlier ones broken.
void put_dues(const Timeline& timeline, const Axis& axis, double bottom, Language language, std::string& drawn) {
  for (std::size_t i = 0; i < timeline.dues.size(); ++i) {
    const auto due = timeline.dues[i];
    if (due < timeline.from || due > timeline.to) continue;
    const bool holds = i + 1 == timeline.dues.size();
    const auto x = axis.x(due);
    drawn += titled(svg_line(x, top, x, bottom, holds ? R"(class="due")" : R"(class="due was")"),
                    to_string(due) + " " +
                        std::string(holds ? translated("due", language) : in(language, "原时限", "earlier due day")));
    const auto label = (holds ? std::string(in(language, "时限 ", "due ")) : std::string(in(language, "原 ", "was "))) +
                       to_string(due);
    const bool ends = x + text_width(label) + 4 > right;
    drawn += svg_text(ends ? x - 4 : x + 4, bottom + 16 + 16 * static_cast<double>(i % 3), label,
                      ends ? R"(class="tick red" text-anchor="end")" : R"(class="tick red")");
  }
  if (timeline.on > timeline.from && timeline.on <= timeline.to) {
    const double x = axis.x(timeline.on);
    drawn += titled(svg_line(x, top, x, bottom, R"(class="today")"),
                    std::string(in(language, "截至 ", "as of ")) + to_string(timeline.on));
  }
}

std::string told(const Timeline& timeline, Language language) {
  std::vector<std::string> parts;
  for (const auto& lane : timeline.lanes) {
    std::vector<std::string> said;
    for (const auto& mark : lane.marks) said.push_back(said_of(mark, language));
    if (said.empty()) continue;
    const auto who = lane.who.empty() ? std::string(translated("docket", language))
                                      : lane.who + " " + std::string(translated(lane.role.name, language));
    parts.push_back(fmt::format("{}{}{}", who, in(language, "：", ": "), fmt::join(said, in(language, "、", ", "))));
  }
  return fmt::format("{}", fmt::join(parts, in(language, "；", "; ")));
}

}  // namespace

void put_timeline(const Timeline& timeline, Language language, std::ostream& out) {
  const Axis axis(timeline);
  double bottom = top;
  for (const auto& lane : timeline.lanes) bottom += lane.who.empty() ? docket_height : lane_height;
  std::string drawn;
  put_months(timeline, axis, bottom, drawn);
  double y = top;
  std::string lanes;
  for (const auto& lane : timeline.lanes) {
    const double height = lane.who.empty() ? docket_height : lane_height, middle = y + height / 2;
    drawn += svg_line(0, y + height, right, y + height, R"(class="grid")");
    lanes += svg_text(0, middle + (lane.who.empty() ? 4.5 : -2),
                      lane.who.empty() ? translated("docket", language) : cut_to_width(lane.who, 25));
    if (!lane.who.empty()) lanes += svg_text(0, middle + 13, translated(lane.role.name, language), R"(class="tick")");
    put_bars(lane, axis, middle, language, lanes);
    if (lane.who.empty()) {
      put_facts(lane, axis, middle, language, lanes);
    } else {
      for (const auto& mark : lane.marks) put_duty(mark, axis, middle, language, lanes);
    }
    y += height;
  }
  put_dues(timeline, axis, bottom, language, drawn);
  drawn += lanes;
  std::vector<Series> legend;
  for (const auto* state : {"on_time", "late", "missed", "overdue", "pending", "due_today", "excused"})
    if (std::any_of(timeline.lanes.begin(), timeline.lanes.end(), [&](const auto& lane) {
          return std::any_of(lane.marks.begin(), lane.marks.end(),
                             [&](const auto& mark) { return mark.state.name == state; });
        }))
      legend.push_back({std::string(translated(state, language)), *paint_of(state), {}});
  const double flags = 16 * static_cast<double>(std::min<std::size_t>(timeline.dues.size(), 3));
  const double below = put_legend(legend, left, bottom + flags + 26, right - left, drawn);
  put_figure(in(language, "办理时间线", "Timeline"), told(timeline, language), width, bottom + flags + below + 12,
             drawn, out);
}

}  // namespace ducha::tools
