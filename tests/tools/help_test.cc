#include "tools/help.h"

#include <algorithm>
#include <sstream>

#include "ledger/domain/command.h"
#include "tests/catch.h"
#include "tools/import/decode.h"
#include "tools/render/width.h"
#include "tools/surroundings.h"
#include "tools/usage.h"
#include "tools/verb_texts.h"

namespace ducha::tools {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("a page of help lines up under Chinese words, and long meanings go on below", "[help]") {
  const HelpPage page{"逾期清单",
                      "用法：",
                      "ducha report overdue [选项]",
                      {{"选项",
                        {{"--on 日期", "截至哪一天"},
                         {"--unit 单位", "只看此单位，可以写它的代码、名称或简称"},
                         {"--a-word-that-is-longer-than-others", "另起一行"}},
                        false},
                       {"空的", {}, false}},
                      "例\n  ducha init"};
  CHECK(text_of(page, 40) == R"(逾期清单

用法：ducha report overdue [选项]

选项
  --on 日期    截至哪一天
  --unit 单位  只看此单位，可以写它的代
               码、名称或简称
  --a-word-that-is-longer-than-others
               另起一行

例
  ducha init
)");
}

TEST_CASE("many short words are packed into columns, read downwards", "[help]") {
  const HelpPage page{"台账",
                      "用法：",
                      "ducha",
                      {{"逐条记录", {{"open", "立项事项"}, {"assign", "交办"}, {"urge", "催办"}}, true}},
                      ""};
  CHECK(text_of(page, 40).find("  open   立项事项  urge   催办\n  assign 交办\n") != std::string::npos);
}

TEST_CASE("no page is wider than its terminal", "[help]") {
  for (const auto& verb : verbs()) {
    const auto language = GENERATE(Language::zh, Language::en);
    const HelpPage page{verb_meaning(verb, language), "", "", {{"", verb_fields(verb, language), false}}, ""};
    std::istringstream lines(text_of(page, 80));
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(display_width(line) <= 81);  // a closing mark may take its neighbour down, never past the edge by more
    }
  }
}

TEST_CASE("every command to record is explained in both languages, field by field", "[help]") {
  for (const auto& verb : verbs()) {
    INFO(verb);
    CHECK(verb_meaning(verb, Language::zh) != verb);
    CHECK(verb_meaning(verb, Language::en) != verb_meaning(verb, Language::zh));
    const auto rows = verb_fields(verb, Language::zh);
    for (const auto& row : rows) {
      INFO(row.word);
      CHECK_FALSE(row.meaning.empty());
      CHECK(row.meaning != "（必填）");
    }
    for (const auto& field : fields_of(verb)) {
      INFO(field);
      CHECK(std::any_of(rows.begin(), rows.end(), [&](const HelpRow& row) { return row.word == field + "="; }));
    }
  }
}

TEST_CASE("each command's example can be read", "[help]") {
  for (const auto& verb : verbs()) {
    const auto example = verb_example(verb);
    INFO(example);
    const auto beginning = "ducha " + verb + " ";
    REQUIRE(example.starts_with(beginning));
    Draft draft;
    draft.given.push_back({"do", {verb}, false, {}});
    draft.given.push_back({"on", {"2022-06-30"}, false, {}});
    std::istringstream words(example.substr(beginning.size()));
    for (std::string word; words >> word;) {
      const auto equals = word.find('=');
      REQUIRE(equals != std::string::npos);
      draft.given.push_back({word.substr(0, equals), {word.substr(equals + 1)}, false, {}});
    }
    std::vector<Complaint> complaints;
    CHECK(Decoder(record::DigestAlgorithm::sha256, Language::en).decode(draft, complaints));
    for (const auto& complaint : complaints) CHECK(complaint.wrong == "");
  }
}

TEST_CASE("an unknown word is answered with the nearest known", "[usage]") {
  const Names commands{"import", "report", "stats"}, options{"--on", "--unit", "--format"};
  CHECK(unknown_word("reprot", commands, Language::zh) == "没有这个命令：“reprot”；相近的有：report, import");
  CHECK(unknown_word("reprot", commands, Language::en) == "no such command: “reprot”; nearest: report, import");
  CHECK(unknown_word("now", {}, Language::zh) == "多余的词：“now”");
  CHECK(unknown_option("--formta", options, Language::zh).starts_with("没有这个选项：“--formta”；相近的有：--format"));
  CHECK(not_among("--format", "pdf", {"text", "json"}, Language::zh) == "--format 不能是“pdf”；可用：text, json");
  CHECK(unknown_word("\x1b[2J", {}, Language::en).find('\x1b') == std::string::npos);
}

TEST_CASE("the language named among the words is the one spoken", "[usage]") {
  const auto spoken = [](std::vector<std::string> words) {
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    return spoken_language(static_cast<int>(argv.size()), argv.data());
  };
  CHECK(spoken({"ducha", "--lang", "en", "stats"}) == Language::en);
  CHECK(spoken({"ducha", "stats", "--lang=zh"}) == Language::zh);
  CHECK(spoken({"ducha", "--lang", "en", "--lang", "zh"}) == Language::zh);
  CHECK(spoken({"ducha", "--lang"}) == surrounding_language());
  CHECK(spoken({"ducha", "--lang", "fr"}) == surrounding_language());
}

}  // namespace
}  // namespace ducha::tools
