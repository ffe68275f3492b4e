#include "tools/import/decode.h"

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "tests/catch.h"

namespace ducha::tools {
namespace {

constexpr auto sha256 = record::DigestAlgorithm::sha256;

// A line that says some verb, some of its fields, now and then one it does not have, in any order.
Draft line(std::minstd_rand& chance) {
  static const auto all = verbs();
  const auto& verb = all[chance() % all.size()];
  auto names = fields_of(verb);
  for (const char* name : {"docket", "on", "by", "note", "id"}) names.emplace_back(name);
  if (chance() % 8 == 0) names.emplace_back("colour");
  std::shuffle(names.begin(), names.end(), chance);
  names.resize(names.size() - chance() % std::min<std::size_t>(names.size(), 3));
  if (chance() % 16 == 0) names.push_back(names.front());  // said twice
  Draft draft;
  draft.place = {1, 1};
  const auto verb_at = chance() % (names.size() + 1);
  for (std::size_t i = 0; i <= names.size(); ++i) {
    if (i == verb_at && chance() % 64 != 0)
      draft.given.push_back({"do", {chance() % 64 == 0 ? "do-it" : verb}, false, {}});
    if (i < names.size()) draft.given.push_back({names[i], {}, false, {}});
  }
  for (std::size_t i = 0; i < draft.given.size(); ++i) draft.given[i].place = {1, 2 + i};
  return draft;
}

// The same with other values.
Draft saying_something(Draft draft, std::minstd_rand& chance) {
  const char* values[] = {"2022-03-01", "2022-04-01", "QZJJ", "40", "feedback", "3wd", "monthly:25"};
  for (auto& given : draft.given)
    if (given.name != "do")
      given.values = {given.name == "on" ? values[chance() % 2] : values[chance() % std::size(values)]};
  return draft;
}

bool same_body(const domain::Body& a, const domain::Body& b) {
  return a.index() == b.index() &&
         std::visit(
             [&](const auto& body) {
               const auto& other = std::get<std::decay_t<decltype(body)>>(b);
               return std::apply(
                   [&](const auto&... part) { return (... && (body.*part.member == other.*part.member)); }, body.parts);
             },
             a);
}

TEST_CASE("a line is read alike whatever lines came before it", "[import][decode]") {
  std::minstd_rand chance(7);
  Decoder seasoned(sha256, Language::en);
  std::vector<Draft> usual;
  for (int i = 0; i < 40; ++i) usual.push_back(line(chance));
  std::size_t read = 0, refused = 0;
  for (int round = 0; round < 20'000; ++round) {
    // Most are like others before; those that are not use up the room for what is kept.
    const auto draft = saying_something(chance() % 10 == 0 ? line(chance) : usual[chance() % usual.size()], chance);
    std::vector<Complaint> complaints, fresh_complaints;
    const auto command = seasoned.decode(draft, complaints);
    const auto alone = Decoder(sha256, Language::en).decode(draft, fresh_complaints);
    REQUIRE(command.has_value() == alone.has_value());
    REQUIRE(complaints.size() == fresh_complaints.size());
    for (std::size_t i = 0; i < complaints.size(); ++i) {
      CHECK(complaints[i].wrong == fresh_complaints[i].wrong);
      CHECK(complaints[i].place == fresh_complaints[i].place);
    }
    ++(command ? read : refused);
    if (!command) continue;
    CHECK(command->request == alone->request);
    CHECK(same_body(command->command.body, alone->command.body));
    CHECK(command->command.docket == alone->command.docket);
    CHECK(command->command.on == alone->command.on);
    CHECK(command->command.by == alone->command.by);
    CHECK(command->command.note == alone->command.note);
  }
  CHECK(read > 500);
  CHECK(refused > 500);
}

TEST_CASE("what a command says counts, not the order in which it says it", "[import][decode]") {
  std::minstd_rand chance(3);
  Decoder decoder(sha256, Language::zh);
  Draft draft;
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"do", "urge"}, {"docket", "2022-001"}, {"on", "2022-03-01"}, {"unit", "QZJJ"}, {"note", "电话"}})
    draft.given.push_back({name, {value}, false, {1, draft.given.size() + 1}});
  std::vector<Complaint> complaints;
  const auto first = decoder.decode(draft, complaints);
  REQUIRE(first);
  for (int round = 0; round < 200; ++round) {
    std::shuffle(draft.given.begin(), draft.given.end(), chance);
    const auto again = decoder.decode(draft, complaints);
    REQUIRE(again);
    CHECK(again->request == first->request);
    CHECK(same_body(again->command.body, first->command.body));
    CHECK(again->command.id != first->command.id);  // the same once more is another command
  }
  CHECK(complaints.empty());
}

}  // namespace
}  // namespace ducha::tools
