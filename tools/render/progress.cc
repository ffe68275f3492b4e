#include "tools/render/progress.h"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

#include "tools/render/screen.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

constexpr std::chrono::milliseconds patience{1000};  // a job shorter than this shows nothing
constexpr std::chrono::milliseconds between_drawings{100};
constexpr std::size_t bar_max = 40;
constexpr std::size_t bar_min = 10;  // a shorter one says less than the numbers beside it
constexpr std::string_view clear_line = "\r\x1b[K";

double seconds(std::chrono::steady_clock::duration duration) { return std::chrono::duration<double>(duration).count(); }

// 45s, 3m05s, 2h03m.
std::string short_time(std::uint64_t s) {
  if (s < 60) return fmt::format("{}s", s);
  if (s < 3600) return fmt::format("{}m{:02}s", s / 60, s % 60);
  return fmt::format("{}h{:02}m", s / 3600, s % 3600 / 60);
}

// "[####------] ", as long as `columns` allow; empty when they allow none worth drawing.
std::string bar(double share, std::size_t columns) {
  constexpr std::size_t frame = 3;
  if (columns < bar_min + frame) return {};
  const auto length = std::min(bar_max, columns - frame);
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(length));
  return fmt::format("[{}{}] ", std::string(filled, '#'), std::string(length - filled, '-'));
}

}  // namespace

Screen standard_error() {
  return {std::cerr, is_terminal(STDERR_FILENO), [] { return columns_of(STDERR_FILENO); }};
}

Progress::Progress(std::string label, std::uint64_t total, Language language, Screen screen, Clock clock)
    : label_(std::move(label)),
      total_(total),
      language_(language),
      screen_(std::move(screen)),
      clock_(std::move(clock)),
      began_(clock_()),
      next_drawing_(began_ + patience) {}

Progress::~Progress() {
  if (drawn_) screen_.out << clear_line << std::flush;
}

void Progress::reach(std::uint64_t done) {
  if (!screen_.terminal) return;
  const auto now = clock_();
  if (now < next_drawing_) return;
  draw(done, now);
  next_drawing_ = now + between_drawings;
}

void Progress::draw(std::uint64_t done, Time now) {
  const auto rate = static_cast<double>(done) / seconds(now - began_);  // drawn after `patience`: never over nothing
  auto numbers = total_ == 0 ? fmt::to_string(done) : fmt::format("{}/{}", done, total_);
  numbers += fmt::format("  {:.0f}/s", rate);
  std::string line = label_ + ' ';
  const auto columns = screen_.columns();
  if (total_ > 0 && done > 0) {
    const auto left = static_cast<double>(total_ - std::min(done, total_)) / rate;
    numbers +=
        fmt::format("  {} {}", in(language_, "剩余", "left"), short_time(static_cast<std::uint64_t>(left + 0.5)));
  }
  if (total_ > 0) {
    const auto taken = display_width(line) + display_width(numbers) + 1;  // the last column makes terminals wrap
    line += bar(static_cast<double>(std::min(done, total_)) / static_cast<double>(total_),
                columns > taken ? columns - taken : 0);
  }
  line += numbers;
  screen_.out << clear_line << cut_to_width(line, columns > 0 ? columns - 1 : 0) << std::flush;
  drawn_ = true;
}

}  // namespace ducha::tools
