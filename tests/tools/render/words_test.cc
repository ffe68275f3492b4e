#include "tools/render/words.h"

#include <set>
#include <string_view>
#include <vector>

#include "ledger/domain/words.h"
#include "projections/rows.h"
#include "tests/catch.h"

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

TEST_CASE("the rest of the contract's words are known too", "[words]") {
  const auto name =
      GENERATE(as<std::string_view>{}, "rectification", "orange", "participation", "expert", "risk", "legality",
               "collective", "confirmed", "partial", "false", "amended", "revoked", "suspended", "closed", "withdrawn");
  INFO(name);
  CHECK(translated(name, Language::zh) != name);
}

}  // namespace
}  // namespace ducha::tools
