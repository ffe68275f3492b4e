#include "tools/render/progress.h"

#include <optional>
#include <sstream>

#include "tests/catch.h"
#include "tools/render/width.h"

namespace ducha::tools {
namespace {

using std::chrono::milliseconds;

const std::string cleared = "\r\x1b[K";

// A job with a screen that remembers and a clock that goes when told.
class Job {
 public:
  explicit Job(std::uint64_t total, bool terminal = true, Language language = Language::zh)
      : progress_(std::in_place, "导入", total, language, Screen{screen_, terminal, [this] { return columns_; }},
                  [this] { return now_; }) {}

  void make_window(std::size_t columns) { columns_ = columns; }

  // What is drawn when so much is done after so long.
  std::string drawn(milliseconds later, std::uint64_t done) {
    now_ += later;
    screen_.str("");
    progress_->reach(done);
    return screen_.str();
  }

  std::string end() {
    screen_.str("");
    progress_.reset();
    return screen_.str();
  }

 private:
  std::ostringstream screen_;
  std::size_t columns_ = 80;
  Progress::Time now_{};
  std::optional<Progress> progress_;
};

TEST_CASE("a job of less than a second draws nothing", "[progress]") {
  Job job{100};
  CHECK(job.drawn(milliseconds{500}, 50).empty());
  CHECK(job.drawn(milliseconds{499}, 100).empty());
  CHECK(job.end().empty());
}

TEST_CASE("a longer job shows how much is done, how fast and how long it will take", "[progress]") {
  Job job{10'000};
  CHECK(job.drawn(milliseconds{2000}, 5000) ==
        cleared + "导入 [####################--------------------] 5000/10000  2500/s  剩余 2s");
  CHECK(job.end() == cleared);
}

TEST_CASE("the bar is drawn ten times a second at most", "[progress]") {
  Job job{10'000};
  CHECK_FALSE(job.drawn(milliseconds{1000}, 10).empty());
  CHECK(job.drawn(milliseconds{99}, 20).empty());
  CHECK_FALSE(job.drawn(milliseconds{1}, 30).empty());
}

TEST_CASE("long waits are told in minutes and hours", "[progress]") {
  Job job{1'000'000, true, Language::en};
  CHECK(job.drawn(milliseconds{1000}, 5000).ends_with("left 3m19s"));
  CHECK(job.drawn(milliseconds{999'000}, 100'000).ends_with("left 2h30m"));
}

TEST_CASE("nothing is drawn on what is not a terminal", "[progress]") {
  Job job{100, false};
  CHECK(job.drawn(milliseconds{5000}, 50).empty());
  CHECK(job.end().empty());
}

TEST_CASE("the line never wraps, however narrow the window has become", "[progress]") {
  Job job{10'000};
  for (std::size_t columns = 0; columns <= 100; ++columns) {
    INFO(columns);
    job.make_window(columns);
    const auto line = job.drawn(milliseconds{1000}, 5000);
    REQUIRE(line.starts_with(cleared));
    CHECK(display_width(line.substr(cleared.size())) < std::max<std::size_t>(columns, 1));
  }
}

TEST_CASE("without a total there is a count and no bar", "[progress]") {
  Job job{0};
  CHECK(job.drawn(milliseconds{2000}, 5000) == cleared + "导入 5000  2500/s");
}

TEST_CASE("nothing done and more done than there was are both borne", "[progress]") {
  Job idle{100};
  CHECK(idle.drawn(milliseconds{2000}, 0) == cleared + "导入 [" + std::string(40, '-') + "] 0/100  0/s");
  Job eager{100};
  CHECK(eager.drawn(milliseconds{2000}, 200) ==
        cleared + "导入 [" + std::string(40, '#') + "] 200/100  100/s  剩余 0s");
}

}  // namespace
}  // namespace ducha::tools
