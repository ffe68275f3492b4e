// The decision a row comes from, by what its 任务来源 says: 区政府第5次常务会议, 鼓政办〔2022〕3号, 区长批示.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "ledger/domain/command.h"
#include "ledger/domain/office.h"
#include "tools/import/register/item.h"

namespace ducha::tools {

// What kind of source the words tell; a document when they tell none.
domain::Source source_of(std::string_view text);

// 鼓政办〔2022〕3号 inside a text; empty when there is none.
std::string document_number_in(std::string_view text);

// The decision as it would be recorded; its number is the column's own, else the document's, else the words themselves.
// An empty number when the row names no source.
domain::Decide decision_of(const RegisterItem& item);

// The decisions of the office by number, title and document, so that one is not recorded twice.
class KnownDecisions {
 public:
  explicit KnownDecisions(const domain::Office& office) : office_(office) {}

  // The number of the one that is the same; else empty.
  std::string find(const domain::Decide& decide);
  void add(const domain::Decide& decide);

 private:
  void add(const std::string& number, std::string_view title, const std::string& document);

  const domain::Office& office_;
  bool read_ = false;
  std::unordered_map<std::string, std::string> titles_, documents_;
};

}  // namespace ducha::tools
