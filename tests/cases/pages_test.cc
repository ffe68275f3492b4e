// The pages beside the commands, held against the program: none is missing, and what they show can be typed.

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include "ledger/domain/refusal.h"
#include "tests/cases/program.h"
#include "tests/catch.h"
#include "tools/import/decode.h"

namespace ducha::cases {
namespace {

const std::filesystem::path pages = std::filesystem::path(DUCHA_SOURCE_DIR) / "tools" / "commands";

// The words of a help page from the beginning to the title `until`: what stands first on a line set in by two.
std::vector<std::string> words_before(const std::string& help, const std::string& until) {
  std::vector<std::string> words;
  std::istringstream lines(help.substr(0, help.find("\n" + until)));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("  ") && line.size() > 2 && line[2] != ' ')
      words.push_back(line.substr(2, line.find(' ', 2) - 2));
  }
  return words;
}

// The command lines a page shows as typed, after a prompt.
std::vector<std::string> typed_in(const std::filesystem::path& page) {
  constexpr std::string_view prompt = "    $ ducha ";
  std::vector<std::string> typed;
  std::istringstream lines(contents(page));
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(prompt)) typed.push_back(line.substr(prompt.size()));
  return typed;
}

TEST_CASE("every command has its page, and the index leads to it", "[pages]") {
  const Desk desk;
  const auto index = contents(pages / "README.md");
  std::vector<std::string> commands;
  for (const auto& name : words_before(desk.run("--help").out, "Commands to record")) {
    const auto help = desk.run(name + " --help").out;
    // Words that need a further one share a page, or have one each.
    const bool group = help.find("Usage: ducha " + name + " COMMAND") != std::string::npos;
    if (!group || std::filesystem::exists(pages / (name + ".md"))) {
      commands.push_back(name);
    } else {
      for (const auto& further : words_before(help, "Options")) commands.push_back(name + "-" + further);
    }
  }
  REQUIRE(commands.size() > 10);
  for (const auto& command : commands) {
    INFO(command);
    CHECK(std::filesystem::is_regular_file(pages / (command + ".md")));
    CHECK(index.find("(" + command + ".md)") != std::string::npos);
  }
}

TEST_CASE("every page shows how to type its command, and each example can be typed", "[pages]") {
  const Desk desk;
  import_beginning(desk);
  for (const auto& page : std::filesystem::directory_iterator(pages)) {
    if (page.path().extension() != ".md" || page.path().filename() == "README.md") continue;
    INFO(page.path().filename().string());
    CHECK(contents(page.path()).starts_with("# "));
    CHECK(contents(page.path()).find("\n    ducha ") != std::string::npos);
    for (const auto& line : typed_in(page.path())) {
      const auto ran = desk.run(line);
      INFO(line << ": " << ran.remarks);
      CHECK(ran.exit != 2);
    }
  }
}

TEST_CASE("the page of commands names every command, each of its fields, and every refusal", "[pages]") {
  const auto page = contents(pages / "commands.md");
  for (const auto& verb : tools::verbs()) {
    INFO(verb);
    const auto begin = page.find("### `" + verb + "` ");
    REQUIRE(begin != std::string::npos);
    const auto section = page.substr(begin, page.find("\n### ", begin) - begin);
    for (const auto& field : tools::fields_of(verb)) {
      INFO(field);
      CHECK(section.find("- `" + field + "=`") != std::string::npos);
    }
  }
  for (auto refusal = domain::Refusal{}; refusal <= domain::Refusal::in_use;
       refusal = static_cast<domain::Refusal>(static_cast<int>(refusal) + 1)) {
    INFO(name_of(refusal));
    CHECK(page.find("`" + std::string(name_of(refusal)) + "`") != std::string::npos);
  }
}

// The refusals named in a text, by their place in the order of precedence.
std::vector<std::size_t> refusals_in(const std::string& text) {
  std::vector<std::size_t> places;
  for (auto begin = text.find('`'); begin != std::string::npos;) {
    const auto end = text.find('`', begin + 1);
    if (end == std::string::npos) break;
    const auto word = text.substr(begin + 1, end - begin - 1);
    for (std::size_t i = 0; i < domain::refusal_count; ++i)
      if (name_of(static_cast<domain::Refusal>(i)) == word) places.push_back(i);
    begin = text.find('`', end + 1);
  }
  return places;
}

TEST_CASE("the page of commands lists refusals in the order in which they are answered", "[pages]") {
  const auto page = contents(pages / "commands.md");
  const auto commands = page.find("\n## 各命令");
  REQUIRE(commands != std::string::npos);
  std::vector<std::size_t> listed;
  const auto table = page.find("| `", page.find("| 名称 Name |"));
  REQUIRE(table < commands);
  std::istringstream rows(page.substr(table, commands - table));
  for (std::string line; std::getline(rows, line) && line.starts_with("| `");)
    listed.push_back(refusals_in(line.substr(0, line.find('|', 1))).at(0));
  REQUIRE(listed.size() == domain::refusal_count);
  CHECK(std::is_sorted(listed.begin(), listed.end()));
  std::size_t lists = 0;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("不予记录 Refused: ")) continue;
    INFO(line);
    const auto places = refusals_in(line);
    CHECK_FALSE(places.empty());
    CHECK(std::is_sorted(places.begin(), places.end()));
    CHECK(std::adjacent_find(places.begin(), places.end()) == places.end());
    ++lists;
  }
  CHECK(lists == tools::verbs().size());
}

TEST_CASE("the cheat sheets come first, and every command in them can be typed", "[pages]") {
  const Desk desk;
  const auto root = std::filesystem::path(DUCHA_SOURCE_DIR);
  for (const auto& [readme, sheet] :
       {std::pair{"README.md", "cheat-sheet.md"}, std::pair{"README.zh-CN.md", "cheat-sheet.zh-CN.md"}}) {
    INFO(readme);
    const auto text = contents(root / readme);
    const auto link = text.find("(tools/commands/" + std::string(sheet) + ")");
    REQUIRE(link != std::string::npos);
    CHECK(link < text.find("    scripts/run"));
    const auto page = contents(pages / sheet);
    std::size_t commands = 0;
    for (auto begin = page.find("`ducha "); begin != std::string::npos; begin = page.find("`ducha ", begin + 1)) {
      const auto typed = page.substr(begin + 7, page.find('`', begin + 1) - begin - 7);
      // The command's own words, without what is asked of it.
      std::istringstream in(typed);
      std::string first, second;
      in >> first >> second;
      const bool two = first == "report" || first == "calendar" || first == "rules";
      INFO(typed);
      CHECK(desk.run(first + (two ? " " + second : "") + " --help").exit == 0);
      ++commands;
    }
    CHECK(commands > 40);
  }
}

}  // namespace
}  // namespace ducha::cases
