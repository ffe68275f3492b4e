// The commands by which a row that is new to the ledger is taken in, and those that a changed row adds.
//
// The rules, which the page of import states to the office:
//  * a new row opens and assigns its docket on its 交办时间, else on the register's day, and not after it was done; its
//  progress is
//    the lead's feedback of the register's day; 已完成 is the lead's report, 已办结 closes, 已销号 strikes;
//  * of a known docket only what is new is recorded: words of progress not given before, a further state, supporting
//  units;
//  * a later due day is an extension granted on the register's day; an earlier one is put right by a reassignment that
//  names it; a
//    day the docket had before and no longer has is a contradiction;
//  * another title or lead, a unit missing, an earlier state contradict the ledger: a complaint with both values.

#pragma once

#include <string>
#include <vector>

#include "ledger/domain/docket.h"
#include "ledger/domain/office.h"
#include "tools/import/register/item.h"
#include "tools/import/register/known_dockets.h"
#include "tools/import/register/origin_decision.h"
#include "tools/import/register/steps.h"

namespace ducha::tools {

struct DraftingOptions {
  std::optional<domain::Limit> due;  // of rows that name no time
  Language language = Language::zh;
};

class Drafting {
 public:
  Drafting(const RegisterSheet& sheet, const RegisterFrame& frame, const domain::Office& office, StepMaker& maker,
           DraftingOptions options)
      : sheet_(sheet), frame_(frame), office_(office), maker_(maker), options_(std::move(options)) {}

  // The day a new docket is given out on.
  Day given_on(const RegisterItem& item) const;
  void open(const RegisterItem& item, const std::string& docket, RowSteps& row);
  // `recorded`: what was said of its progress before.
  void change(const RegisterItem& item, const domain::Docket& docket, const Recounted& recorded, RowSteps& row,
              std::vector<Complaint>& complaints);

 private:
  struct Values {
    std::string ledger, file;
  };
  void contradiction(const RegisterItem& item, Column column, const Values& values,
                     std::vector<Complaint>& complaints) const;
  std::optional<domain::Limit> limit_of(const When& when, Day from) const;
  std::string name(std::string_view code) const;
  std::string names_together(const std::vector<std::string>& codes) const;
  std::vector<std::string> codes(const std::vector<std::string>& written, Day on) const;

  void decide(const RegisterItem& item, Day on, std::string& decision, RowSteps& row);
  void assign(const RegisterItem& item, const std::string& docket, Day on, RowSteps& row);
  void begin_work(const RegisterItem& item, const std::string& docket, Day on, RowSteps& row);
  bool feed_back(const RegisterItem& item, const std::string& docket, const std::string& unit, Day on, RowSteps& row);
  void conclude(const RegisterItem& item, const std::string& docket, const std::string& unit, Day from, RowSteps& row);

  bool same_units(const RegisterItem& item, const domain::Docket& docket, RowSteps& row,
                  std::vector<Complaint>& complaints);
  void due_changed(const RegisterItem& item, const domain::Docket& docket, RowSteps& row,
                   std::vector<Complaint>& complaints);
  void state_changed(const RegisterItem& item, const domain::Docket& docket, const Recounted& recorded, RowSteps& row,
                     std::vector<Complaint>& complaints);
  void noted(const RegisterItem& item, const domain::Docket& docket, RowSteps& row) const;

  const RegisterSheet& sheet_;
  const RegisterFrame& frame_;
  const domain::Office& office_;
  KnownDecisions decisions_{office_};
  StepMaker& maker_;
  DraftingOptions options_;
};

}  // namespace ducha::tools
