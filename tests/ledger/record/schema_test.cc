// The schema against the facts: two lists of the same things, held side by side.

#include <cstring>
#include <map>
#include <set>
#include <string>

#include <capnp/dynamic.h>
#include <capnp/message.h>
#include <capnp/schema.h>

#include "ledger/domain/event.h"
#include "schemas/entry.capnp.h"
#include "tests/catch.h"
#include "tests/ledger/record/specimen.h"

namespace ducha::record {
namespace {

capnp::StructSchema entry_schema() { return capnp::Schema::from<schema::Entry>(); }

std::string name(capnp::StructSchema::Field field) { return field.getProto().getName().cStr(); }

// The members of a struct that are set to something.
std::set<std::string> members_set(capnp::DynamicStruct::Reader row) {
  std::set<std::string> found;
  for (const auto field : row.getSchema().getFields()) {
    if (row.has(field, capnp::HasMode::NON_DEFAULT)) found.insert(name(field));
  }
  return found;
}

// How a member of a fact is stored.
template <class Value>
capnp::schema::Type::Which stored_as() {
  using Type = capnp::schema::Type;
  if constexpr (std::is_same_v<Value, std::string_view>) return Type::TEXT;
  if constexpr (std::is_same_v<Value, Day> || std::is_same_v<Value, std::optional<Day>>) return Type::INT32;
  if constexpr (std::is_same_v<Value, bool>) return Type::BOOL;
  if constexpr (std::is_same_v<Value, std::int32_t>) return Type::INT32;
  if constexpr (std::is_same_v<Value, std::uint32_t>) return Type::UINT32;
  return Type::UINT16;  // a word of a vocabulary, by its number
}

TEST_CASE("the arms of the schema's union are the facts, in the same order and by the same names", "[record][schema]") {
  std::vector<std::string> arms;
  for (const auto field : entry_schema().getUnionFields()) arms.push_back(name(field));
  CHECK(arms == fact_names());
}

TEST_CASE("every member of a fact is stored under its own name, and the schema has no other", "[record][schema]") {
  const auto arms = entry_schema().getUnionFields();
  unsigned arm = 0;
  each_fact([&]<class Fact>() {
    INFO(Fact::name);
    REQUIRE(arm < arms.size());
    const auto stored = arms[arm].getType().asStruct();
    std::map<std::string, capnp::schema::Type::Which> members;
    for (const auto field : stored.getFields()) {
      if (!name(field).starts_with("obsolete")) members[name(field)] = field.getType().which();
    }

    std::map<std::string, capnp::schema::Type::Which> listed;
    each_field<Fact>([&](const auto& field) {
      using Value = std::remove_cvref_t<decltype(std::declval<Fact>().*field.member)>;
      INFO(field.name);
      CHECK(listed.emplace(std::string(field.name), stored_as<Value>()).second);

      // Its accessors set that member and no other, and in that arm of the union.
      capnp::MallocMessageBuilder message;
      auto entry = message.initRoot<schema::Entry>();
      auto row = Fact::arm.init(entry);
      if constexpr (std::is_same_v<Value, std::string_view>)
        std::memcpy(field.init(row, 1u).begin(), "x", 1);
      else
        field.set(row, true);
      CHECK(members_set(row.asReader()) == std::set<std::string>{std::string(field.name)});
      CHECK(static_cast<unsigned>(entry.which()) == arm);
    });
    CHECK(listed == members);
    ++arm;
  });
  CHECK(arm == arms.size());
}

// The numbers of the envelope and the arms as they were when the first entry was written. They are in every entry
// there is: what stands here is never changed, only added to.
TEST_CASE("what was once given a number keeps it", "[record][schema]") {
  const std::vector<std::string> envelope{"seq",     "recordedAt", "on",         "stream",   "version",
                                          "command", "part",       "parts",      "request",  "actor",
                                          "note",    "originFile", "originName", "originRow"};
  const auto fields = entry_schema().getFields();
  // What the envelope took up after arms had numbers already.
  const std::map<unsigned, std::string> later{{63, "originSheet"}};
  REQUIRE(fields.size() == envelope.size() + later.size() + fact_names().size());
  for (unsigned i = 0; i < envelope.size(); ++i) CHECK(name(fields[i]) == envelope[i]);
  for (const auto& [number, given] : later) CHECK(name(fields[number]) == given);
}

}  // namespace
}  // namespace ducha::record
