// What a row of a register becomes: commands, one after the other, and what to tell the reader about them.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ledger/domain/command.h"
#include "tools/import/register/columns.h"

namespace ducha::tools {

struct Step {
  domain::Command command;
  Column about;  // the column it is from: where a refusal is shown
};

// In both languages, for the difference that is printed and for --dry-run.
struct Told {
  std::string zh, en;
};

struct RowSteps {
  std::vector<Step> steps;
  std::vector<Told> told;     // what is recorded, in the order of the steps
  std::vector<Told> remarks;  // what stands in the row and is not recorded
};

// Makes commands of one row with an identity each: batch-line-verb.
class StepMaker {
 public:
  StepMaker(std::string batch, std::string by) : batch_(std::move(batch)), by_(std::move(by)) {}

  void begin(std::size_t line) {
    line_ = line;
    made_ = 0;
  }
  domain::Command make(const std::string& docket, Day on, domain::Body body) {
    const auto verb = std::visit([](const auto& each) { return std::string(each.verb); }, body);
    domain::Command command;
    command.id = batch_ + "-" + std::to_string(line_) + "-" + std::to_string(++made_) + "-" + verb;
    command.docket = docket;
    command.on = on;
    command.by = by_;
    command.body = std::move(body);
    return command;
  }

 private:
  std::string batch_, by_;
  std::size_t line_ = 0, made_ = 0;
};

}  // namespace ducha::tools
