// A progress bar for a job that turns out to be long.
//
// It appears only on a terminal and only after a second, and leaves an empty line behind when the job is over:
// what remains on the screen is what the job had to say.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>

#include "tools/language.h"

namespace ducha::tools {

// Where the bar is drawn.
struct Screen {
  std::ostream& out;
  bool terminal;                         // nothing is drawn on anything else
  std::function<std::size_t()> columns;  // asked anew for each drawing
};

// Standard error as it is.
Screen standard_error();

class Progress {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Clock = std::function<Time()>;

  // `total` is 0 when nobody knows how much there is; then there is a count and no bar.
  Progress(std::string label, std::uint64_t total, Language language, Screen screen, Clock clock);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // So much is done, of the whole. Cheap enough to be told after every row.
  void reach(std::uint64_t done);

 private:
  void draw(std::uint64_t done, Time now);

  std::string label_;
  std::uint64_t total_;
  Language language_;
  Screen screen_;
  Clock clock_;
  Time began_;
  Time next_drawing_;
  bool drawn_ = false;
};

}  // namespace ducha::tools
