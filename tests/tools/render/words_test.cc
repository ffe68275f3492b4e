#include "tools/render/words.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/domain/event.h"
#include "ledger/domain/words.h"
#include "projections/rows.h"
#include "tests/catch.h"
#include "tools/render/phrases.h"

namespace ducha::tools {
namespace {

TEST_CASE("words are shown in the reader's language", "[words]") {
  CHECK(translated("on_time", Language::zh) == "按期");
  CHECK(translated("on_time", Language::en) == "on time");
  CHECK(translated("joint", Language::zh) == "联合牵头");
}

TEST_CASE("a name without a word stands for itself", "[words]") {
  CHECK(translated("unheard_of", Language::zh) == "unheard_of");
  CHECK(translated("", Language::en).empty());
}

TEST_CASE("every name stands once, with a word in both languages", "[words]") {
  std::set<std::string_view> names;
  for (const auto& term : terms()) {
    INFO(term.name);
    CHECK(names.insert(term.name).second);
    CHECK_FALSE(term.zh.empty());
    CHECK_FALSE(term.en.empty());
  }
}

// The names of a vocabulary that people would be shown bare.
template <class Names>
std::vector<std::string_view> untranslated(const Names& names) {
  std::vector<std::string_view> bare;
  for (const std::string_view name : names) {
    if (!name.empty() && translated(name, Language::zh) == name) bare.push_back(name);
  }
  return bare;
}

TEST_CASE("whatever a report can name has a word", "[words]") {
  const std::vector<std::string_view> none;
  CHECK(untranslated(domain::names_of<domain::Role>) == none);
  CHECK(untranslated(domain::names_of<domain::DutyKind>) == none);
  CHECK(untranslated(domain::names_of<domain::DutyState>) == none);
  CHECK(untranslated(domain::names_of<domain::Light>) == none);
  CHECK(untranslated(domain::names_of<domain::UnitKind>) == none);
  CHECK(untranslated(domain::names_of<domain::Source>) == none);
  CHECK(untranslated(domain::names_of<domain::DocketKind>) == none);
  CHECK(untranslated(domain::names_of<domain::Outcome>) == none);
  CHECK(untranslated(domain::names_of<domain::CloseResult>) == none);
  CHECK(untranslated(projections::stage_names) == none);
}

// Every kind of fact, by default.
template <std::size_t... Nth>
std::vector<domain::Fact> every_fact(std::index_sequence<Nth...>) {
  return {domain::Fact{std::in_place_index<Nth>}...};
}

TEST_CASE("every fact and each of its fields has a word in both languages", "[words]") {
  for (const auto& fact : every_fact(std::make_index_sequence<std::variant_size_v<domain::Fact>>{})) {
    std::visit(
        [](const auto& each) {
          INFO(each.name);
          CHECK(translated(each.name, Language::zh) != each.name);
          const auto check = [](std::string_view name) {
            INFO(name);
            const auto known = field_terms();
            CHECK(std::any_of(known.begin(), known.end(), [&](const Term& term) { return term.name == name; }));
          };
          std::apply([&](const auto&... field) { (check(field.name), ...); }, each.fields);
        },
        fact);
  }
}

TEST_CASE("the rest of the contract's words are known too", "[words]") {
  const auto name =
      GENERATE(as<std::string_view>{}, "rectification", "orange", "participation", "expert", "risk", "legality",
               "collective", "confirmed", "partial", "false", "amended", "revoked", "suspended", "closed", "withdrawn");
  INFO(name);
  CHECK(translated(name, Language::zh) != name);
}

}  // namespace
}  // namespace ducha::tools
