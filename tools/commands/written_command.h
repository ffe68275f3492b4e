// A command written back from its facts, field by field, so that taken again it becomes the same facts.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/event.h"
#include "ledger/record/envelope.h"

namespace ducha::tools {

struct WrittenField {
  enum class Kind : std::uint8_t {
    text,
    plain,  // a number or a truth: without quotation marks in JSON
    list,
  };
  std::string_view name;  // of the contract
  Kind kind = Kind::text;
  std::vector<std::string> values;  // one, or the members of a list, of which there may be none
};

class WrittenCommand {
 public:
  // Its first fact's envelope; the number of its docket, empty for a command about the office.
  WrittenCommand(const record::Envelope& envelope, std::string_view docket);

  // The command's facts, in the order of the log.
  void take(const domain::Fact& fact);

  // In the order: what it does, who and when, what is its own. Good once all facts were taken.
  const std::vector<WrittenField>& fields() const { return fields_; }
  // Whether it is a command: what a new ledger begins with is none, that is every ledger's own.
  bool known() const { return !fields_.front().values.front().empty(); }

 private:
  class Pen;

  WrittenField* find(std::string_view name);
  void put(std::string_view name, std::string_view text);

  std::vector<WrittenField> fields_;
  bool founding_ = false;
};

}  // namespace ducha::tools
