#include "tools/render/render.h"

#include <algorithm>
#include <streambuf>

#include "tests/catch.h"
#include "tests/tools/render/sample.h"

namespace ducha::tools {
namespace {

using namespace sample;

// Takes text as it comes and keeps nothing but its measures.
class Meter : public std::streambuf {
 public:
  std::size_t bytes = 0;
  std::size_t lines = 0;
  std::size_t largest_write = 0;

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    for (std::streamsize i = 0; i < size; ++i) lines += text[i] == '\n' ? 1 : 0;
    const auto count = static_cast<std::size_t>(size);
    bytes += count;
    largest_write = std::max(largest_write, count);
    return size;
  }
  int_type overflow(int_type c) override {
    const char text = traits_type::to_char_type(c);
    xsputn(&text, 1);
    return c;
  }
};

Report grown_to(std::size_t rows) {
  auto report = overdue();
  const auto row = report.rows.front();
  report.rows = std::vector(rows, row);
  return report;
}

TEST_CASE("a hundred thousand rows are written piece by piece in every format", "[render]") {
  constexpr std::size_t rows = 100'000;
  static const auto report = grown_to(rows);
  const auto [format, other_lines] = GENERATE(table<Format, std::size_t>({
      {Format::text, 7},  // title, blank, head, rule, blank, basis, digest
      {Format::csv, 1},   // head
      {Format::md, 8},    // heading, blank, head, rule, blank, basis, blank, digest
  }));
  Meter meter;
  std::ostream out(&meter);
  render(report, format, {.width = 120}, out);
  CHECK(meter.lines == rows + other_lines);
  CHECK(meter.largest_write < 1000);
}

TEST_CASE("a hundred thousand rows of JSON are one line, written piece by piece", "[render]") {
  Meter meter;
  std::ostream out(&meter);
  render(grown_to(100'000), Format::json, {}, out);
  CHECK(meter.lines == 1);
  CHECK(meter.bytes > 100'000 * 80);
  CHECK(meter.largest_write < 1000);
}

TEST_CASE("the same report gives the same bytes", "[render]") {
  const auto format = GENERATE(Format::text, Format::json, Format::csv, Format::md);
  CHECK(rendered(overdue(), format) == rendered(overdue(), format));
}

}  // namespace
}  // namespace ducha::tools
