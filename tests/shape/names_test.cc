// One name, one thing. Two types of one name in one namespace are undefined behaviour that neither a compiler nor the
// linker speaks of: a vector of the one is grown with the size of the other.

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/catch.h"
#include "tests/shape/sources.h"

namespace ducha::shape {
namespace {

// "namespace::Type" for each type the file defines where other files can mean it by that name.
std::set<std::string> types_defined_in(std::string_view text) {
  static const std::regex entered(R"(namespace ([\w:]+) \{)");
  static const std::regex defined(
      R"((?:template <.*>\s*)?(?:struct|class|union|enum(?: class)?) (\w+)( final)?( :.*)? \{.*)");
  std::set<std::string> types;
  std::string of, line;
  bool hidden = false;
  std::smatch match;
  for (std::istringstream lines{std::string(text)}; std::getline(lines, line);) {
    if (std::regex_match(line, match, entered)) of = match[1];
    if (line == "namespace {") hidden = true;
    if (line == "}  // namespace") hidden = false;
    if (!hidden && std::regex_match(line, match, defined)) types.insert(of + "::" + match[1].str());
  }
  return types;
}

TEST_CASE("types are found where others can mean them, and nowhere else", "[shape]") {
  CHECK(types_defined_in("namespace a::b {\nstruct One {\n  struct Inner {};\n};\nstruct Told;\nclass Log::Part {\n};\n"
                         "namespace {\nclass Hidden {\n}  // namespace\nenum class Two : std::uint8_t { x };\n"
                         "class Three : public One {\ntemplate <class T>\nstruct Four {\n}  // namespace a::b\n") ==
        std::set<std::string>{"a::b::One", "a::b::Two", "a::b::Three", "a::b::Four"});
}

TEST_CASE("no two files define types of one name in one namespace", "[shape]") {
  std::map<std::string, std::string> where;
  std::set<std::string> twice;
  for (const auto& source : sources_under({"ledger", "projections", "tools"}))
    for (const auto& type : types_defined_in(source.text))
      if (const auto [first, fresh] = where.emplace(type, source.path); !fresh)
        twice.insert(type + ": " + first->second + ", " + source.path);
  CHECK(where.size() > 100);
  CHECK(twice == std::set<std::string>{});
}

}  // namespace
}  // namespace ducha::shape
