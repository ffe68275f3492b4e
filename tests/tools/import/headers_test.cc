#include "tools/import/headers.h"

#include <map>
#include <set>

#include "tests/catch.h"
#include "tools/import/command_names.h"
#include "tools/import/decode.h"

using namespace ducha::tools;

TEST_CASE("no header stands for two fields", "[import][headers]") {
  std::map<std::string, std::string_view> seen;
  for (const auto& header : headers()) {
    INFO(header.field);
    CHECK_FALSE(header.chinese.empty());
    CHECK(seen.emplace(name_key(header.field), header.field).second);
    for (const auto chinese : header.chinese) {
      INFO(chinese);
      CHECK(seen.emplace(name_key(chinese), header.field).second);
    }
  }
  CHECK_FALSE(seen.contains(name_key(responsible_unit)));
}

TEST_CASE("every field of the commands has a Chinese header", "[import][headers]") {
  std::set<std::string> fields{"do", "id", "docket", "on", "by", "note"};
  for (const auto& verb : verbs())
    for (const auto& field : fields_of(verb)) fields.insert(field);
  std::set<std::string> known;
  for (const auto& header : headers()) known.emplace(header.field);
  CHECK(known == fields);
}

TEST_CASE("headers are known by any width, case and spacing", "[import][headers]") {
  CHECK(field_named(" 完 成 时 限　") == "due");
  CHECK(field_named("SupportingDue") == "supportingDue");
  CHECK(field_named("Supporting Due") == "supportingDue");
  CHECK(field_named("ｄｏ") == "do");
  CHECK(field_named("责任（配合）单位") == "supporting");
  CHECK_FALSE(field_named("完成时恨"));
  CHECK_FALSE(field_named(""));
}

TEST_CASE("every command has the office's own word, and no word means two", "[import][headers]") {
  CHECK(command_names().size() == 42);
  std::map<std::string, std::string_view> seen;
  for (const auto& name : command_names()) {
    INFO(name.english);
    REQUIRE_FALSE(name.chinese.empty());
    CHECK(seen.emplace(name_key(name.english), name.english).second);
    for (const auto chinese : name.chinese) {
      INFO(chinese);
      CHECK(seen.emplace(name_key(chinese), name.english).second);
      CHECK(command_named(chinese) == name.english);
    }
  }
  CHECK(command_named("立项") == "open");
  CHECK(command_named(" 交 办") == "assign");
  CHECK(command_named("办结") == "close");
  CHECK(command_named("办结申报") == "complete");
  CHECK(command_named("Register-Unit") == "register-unit");
  CHECK_FALSE(command_named("立向"));
}
