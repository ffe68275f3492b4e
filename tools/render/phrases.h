// What facts say and change, in the words of the office: 单位 区住建局, 进度 40%, 每月 25 日.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "projections/report.h"
#include "tools/language.h"
#include "tools/render/words.h"

namespace ducha::tools {

// Every field a fact has, by its name.
std::span<const Term> field_terms();
// A field without a term stands for itself.
std::string_view field_label(std::string_view name, Language language);

// A phrase a field, on one line each; a field that repeats another one (the limit `2022-06-30` beside the due day)
// is left out.
std::vector<std::string> phrases(const reports::Fields& fields, Language language);

// "+ 区工信局 签收 2022-01-07 未到期".
std::string phrase(const reports::Change& change, Language language);

// All of an entry, a line each. Three or more of one unit that differ in the due day alone are told together:
// "~ 区财政局 反馈 2022-01-25 至 2022-07-25 共 7 项 逾期 → 未办".
struct Phrase {
  std::string text;
  reports::Word state;  // the duties', to be coloured by
};
std::vector<Phrase> phrases_of_changes(const reports::Changes& changes, Language language);

// The same for machines, by the names of the schema: `unit=区住建局`, "+ 区工信局 acceptance 2022-01-07 pending".
std::string plain(const reports::Field& field);
std::string plain(const reports::Change& change);

}  // namespace ducha::tools
