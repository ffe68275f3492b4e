// The documents the office prints, each made from the books. In Chinese whatever the language of the command line: they
// go to Chinese offices.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/domain/words.h"
#include "ledger/store/log.h"
#include "projections/books.h"
#include "projections/reports/reports.h"
#include "tools/documents/document.h"

namespace ducha::tools {

// What is printed on documents besides what the ledger says.
struct Printing {
  std::string number;   // the registry's number in the year; a blank to be filled in when empty
  std::string urgency;  // 特急, 加急; none when empty
  std::string contact;  // 联系人、电话; a blank when empty
};

// 发文字号 by the ledger's pattern, with 六角括号: 督〔2022〕2号.
std::string document_number(const projections::Books& books, const Printing& printing);

// 督办通知单: what was assigned, to whom and by when, with a receipt slip. Nothing when the docket has not been
// assigned; with a unit, the slip is that unit's.
std::optional<Document> assignment_notice(const store::Log& log, const projections::Books& books,
                                          const std::string& docket, const std::string& unit, const Printing& printing);

// 督办单 of that colour: the last one the ledger holds for the docket (and unit, when one is named). Nothing when none
// was issued.
std::optional<Document> colour_notice(const store::Log& log, const projections::Books& books, const std::string& docket,
                                      const std::string& unit, domain::Colour colour, const Printing& printing);

// 催办通知: to each unit all it has overdue, and what falls due up to `within`; of one docket and one unit when they
// are named. None when nothing is to be urged.
std::vector<Document> urging_letters(const projections::Books& books, const std::string& docket,
                                     const std::string& unit, Day within, const Printing& printing);

// 督查通报 over a period.
Document bulletin_document(const projections::Books& books, reports::Period period, const Printing& printing);

// 卷宗: all there is on a docket, in order, for the archive. Nothing when there is no such docket.
std::optional<Document> dossier(const store::Log& log, const projections::Books& books, const std::string& docket);

}  // namespace ducha::tools
