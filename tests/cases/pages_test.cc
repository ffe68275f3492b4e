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
  desk.write("a.jsonl", beginning);
  REQUIRE(desk.run("init").exit == 0);
  REQUIRE(desk.run("import a.jsonl").exit == 0);
  for (const auto& page : std::filesystem::directory_iterator(pages)) {
    if (page.path().extension() != ".md" || page.path().filename() == "README.md") continue;
    INFO(page.path().filename().string());
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

}  // namespace
}  // namespace ducha::cases
