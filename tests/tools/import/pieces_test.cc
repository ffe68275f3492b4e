#include "tools/import/pieces.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include <unistd.h>

#include "ledger/base/fault.h"
#include "tests/catch.h"
#include "tools/import/json_lines.h"

using namespace ducha;
using namespace ducha::tools;

namespace {

constexpr auto sha256 = record::DigestAlgorithm::sha256;

// A file of its own, gone afterwards.
class File {
 public:
  explicit File(const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() / ("ducha-pieces-" + std::to_string(::getpid()))) {
    write(bytes);
  }
  ~File() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  void write(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::string line(std::size_t number) {
  return R"({"do":"urge","docket":"D)" + std::to_string(number) + R"(","unit":"区财政局","note":")" +
         std::string(number % 97, 'x') + "\"}";
}

// Some three megabytes: several pieces, whose borders fall anywhere in a line.
std::string many_lines(const std::string& end) {
  std::string text;
  for (std::size_t i = 1; text.size() < (3u << 20); ++i) {
    text += line(i);
    if (i == 20'000) text += " surplus";
    text += end;
  }
  return text;
}

struct Read {
  std::vector<Draft> drafts;
  std::vector<Complaint> complaints;
};

// A line that is read by itself gives the draft it gave among the others.
void again_as_well(const Draft& draft, std::string_view line) {
  std::vector<Draft> drafts;
  std::vector<Complaint> complaints;
  JsonLines alone(
      Language::zh, [&](Draft&& again, std::string_view) { drafts.push_back(std::move(again)); }, complaints,
      draft.place.line - 1);
  alone.read(line);
  const bool same =
      drafts.size() == 1 && complaints.empty() && drafts[0].place == draft.place &&
      drafts[0].given.size() == draft.given.size() &&
      std::equal(draft.given.begin(), draft.given.end(), drafts[0].given.begin(), [](const Given& a, const Given& b) {
        return a.name == b.name && a.values == b.values && a.place == b.place;
      });
  if (!same) FAIL("line " << draft.place.line << " read again is another");
}

Read in_pieces(const File& file) {
  const auto survey = survey_json_lines(file.path(), sha256);
  REQUIRE(survey);
  Read read;
  JsonLines lines(
      Language::zh,
      [&](Draft&& draft, std::string_view line) {
        again_as_well(draft, line);
        draft.source = source_of(line);
        read.drafts.push_back(std::move(draft));
      },
      read.complaints);
  each_piece(file.path(), *survey, [&](std::string_view piece) {
    lines.read(piece);
    return true;
  });
  return read;
}

}  // namespace

TEST_CASE("a large file read in pieces gives what it gives when read whole", "[import][pieces]") {
  for (const std::string end : {"\n", "\r\n"}) {
    const auto text = many_lines(end);
    const auto whole = read_json_lines(text, Language::zh);
    REQUIRE(whole.drafts.size() > 20'000);
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
      const File file(mark + text.substr(0, text.size() - end.size()));
      const auto read = in_pieces(file);
      REQUIRE(read.drafts.size() == whole.drafts.size());
      bool same = true;
      for (std::size_t i = 0; i < read.drafts.size(); ++i)
        same = same && read.drafts[i].place == whole.drafts[i].place && read.drafts[i].source == whole.drafts[i].source;
      CHECK(same);
      REQUIRE(read.complaints.size() == whole.complaints.size());
      for (std::size_t i = 0; i < read.complaints.size(); ++i)
        CHECK(read.complaints[i].place == whole.complaints[i].place);
    }
  }
}

TEST_CASE("the survey knows the file's digest and its lines", "[import][pieces]") {
  const auto text = many_lines("\n");
  const File file(text);
  const auto survey = survey_json_lines(file.path(), sha256);
  REQUIRE(survey);
  CHECK(survey->digest == record::Hasher(sha256).of(std::string_view(text)));
  CHECK(survey->lines == static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));

  const std::string three = line(1) + "\r\n" + line(2) + "\r" + line(3);  // ended as three systems do
  CHECK(survey_json_lines(File(three).path(), sha256)->lines == 3);
  CHECK(survey_json_lines(File(three + "\n").path(), sha256)->lines == 3);
}

TEST_CASE("long lines among short ones are read whole", "[import][pieces]") {
  std::string text;
  for (const std::size_t size : {10, 900'000, 20, 300'000, 262'144, 700'000})
    text += R"({"do":"urge","note":")" + std::string(size, 'x') + "\"}\n";
  for (const auto& bytes : {text, text.substr(0, text.size() - 1)}) {
    std::string again;
    const File file(bytes);
    const auto survey = survey_json_lines(file.path(), sha256);
    REQUIRE(survey);
    each_piece(file.path(), *survey, [&](std::string_view piece) {
      again += piece;
      return true;
    });
    CHECK(again == bytes);
    CHECK(in_pieces(file).drafts.size() == 6);
  }
}

TEST_CASE("a file that is not all in normal form is seen not to be", "[import][pieces]") {
  const auto sound = many_lines("\n");
  CHECK(survey_json_lines(File(sound).path(), sha256)->nfc);
  for (const auto at : {std::size_t{0}, sound.find('\n', sound.size() / 2) + 1, sound.size()}) {
    auto text = sound;
    text.insert(at, "{\"do\":\"urge\",\"note\":\"e\u0301\"}\n");
    CHECK_FALSE(survey_json_lines(File(text).path(), sha256)->nfc);
  }
}

TEST_CASE("reading stops where no more is wanted, whatever the rest is", "[import][pieces]") {
  const File file(many_lines("\n"));
  const auto survey = survey_json_lines(file.path(), sha256);
  REQUIRE(survey);
  int pieces = 0;
  each_piece(file.path(), *survey, [&](std::string_view) { return ++pieces < 2; });
  CHECK(pieces == 2);
}

TEST_CASE("only sound JSON Lines are read in pieces", "[import][pieces]") {
  const auto surveyed = [](const std::string& bytes) {
    const File file(bytes);
    return survey_json_lines(file.path(), sha256).has_value();
  };
  CHECK(surveyed("\n \n{\"do\":\"urge\"}"));
  CHECK_FALSE(surveyed(""));
  CHECK_FALSE(surveyed("\n\n"));
  CHECK_FALSE(surveyed("[\n{\"do\":\"urge\"}]"));
  CHECK_FALSE(surveyed("do,docket\nurge,1\n"));
  CHECK_FALSE(surveyed("{\"do\":\"\xB6\xBD\xB2\xE9\"}\n"));       // GB18030
  CHECK_FALSE(surveyed("{" + std::string(9u << 20, ' ') + "}"));  // no line's end in sight
  CHECK_FALSE(survey_json_lines("/nowhere/at all", sha256));
}

TEST_CASE("a file that changes while it is read is told of, and nothing of it may be kept", "[import][pieces][fault]") {
  File file(line(1) + "\n");
  const auto survey = survey_json_lines(file.path(), sha256);
  REQUIRE(survey);
  const auto read = [&] { each_piece(file.path(), *survey, [](std::string_view) { return true; }); };
  CHECK_NOTHROW(read());
  for (const auto& changed : {line(2) + "\n", line(1), line(1) + "\n\n", std::string()}) {
    file.write(changed);
    CHECK_THROWS_AS(read(), Fault);
  }
}
