// What lies where: the top level, the pages, the size of a file.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/shape/sources.h"

namespace ducha::shape {
namespace {

using Texts = std::vector<std::string>;

// A reader should be able to hold a file in mind; what is longer wants to be two.
constexpr int lines_max = 400;

TEST_CASE("the top level holds what was agreed and nothing else", "[shape]") {
  const std::set<std::string> agreed{"CMakeLists.txt", "LICENSE", "README.md", "README.zh-CN.md", "ledger",
                                     "projections",    "schemas", "scripts",   "tests",           "tools"};
  const std::set<std::string> ignored{"build"};  // by .gitignore: what the scripts make

  Texts strangers;
  for (const auto& entry : std::filesystem::directory_iterator(root())) {
    const auto name = entry.path().filename().string();
    if (!name.starts_with('.') && !agreed.contains(name) && !ignored.contains(name)) strangers.push_back(name);
  }
  CHECK(strangers == Texts{});

  Texts missing;
  std::copy_if(agreed.begin(), agreed.end(), std::back_inserter(missing),
               [](const auto& name) { return !std::filesystem::exists(root() / name); });
  CHECK(missing == Texts{});
}

TEST_CASE("every folder of the layout has a page beside its code", "[shape]") {
  Texts without;
  for (const auto* folder :
       {"schemas", "ledger", "ledger/base", "ledger/domain", "ledger/record", "ledger/store", "projections",
        "projections/reports", "tools", "tools/commands", "tools/import", "tools/render", "tests", "scripts"}) {
    if (!std::filesystem::is_regular_file(root() / folder / "README.md")) without.push_back(folder);
  }
  CHECK(without == Texts{});
}

TEST_CASE("no source file is too long to hold in mind", "[shape]") {
  const auto sources = sources_under({"ledger", "projections", "tools"});
  REQUIRE(!sources.empty());
  Texts too_long;
  for (const auto& source : sources) {
    if (source.lines() > lines_max) too_long.push_back(source.path + ": " + std::to_string(source.lines()) + " lines");
  }
  CHECK(too_long == Texts{});
}

}  // namespace
}  // namespace ducha::shape
