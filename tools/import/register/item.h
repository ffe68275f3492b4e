// One row of a register, read: every cell as what it is, or a complaint about it.

#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tools/import/register/frame.h"
#include "tools/import/register/rows.h"
#include "tools/import/register/status.h"
#include "tools/import/register/unit_cell.h"
#include "tools/import/register/when.h"

namespace ducha::tools {

struct RegisterItem {
  const RegisterRow* row = nullptr;
  std::string number;   // as written; empty when the row has none
  std::string ordinal;  // 序号
  std::string title, requirement, category, leader, source, decision, instructor, text, cause, note;
  UnitCell units;
  std::optional<Day> assigned, done_on;
  When due, supporting_due;
  std::optional<domain::Cadence> cadence;
  std::optional<int> progress;
  Standing standing = Standing::unsaid;
  domain::Light light = domain::Light::unset;
};

// What was read otherwise than it stands there, by the lines it happened in, to be said once for all.
struct ReadingNotes {
  std::vector<std::size_t> year_implied, serial_1900, serial_1904, standing, at_once, from_giving, hidden,
      leaders_dropped;
};

class ItemReader {
 public:
  ItemReader(const RegisterSheet& sheet, const RegisterFrame& frame, const KnownUnit& known, const KnownUnit& single,
             Language language);

  // Nothing when a cell could not be read; the complaints say which.
  std::optional<RegisterItem> read(const RegisterRow& row, std::vector<Complaint>& complaints);
  const ReadingNotes& notes() const { return notes_; }

 private:
  struct Sentence {
    std::string zh, en;
  };
  void wrong(const RegisterRow& row, Column column, const Sentence& wrong, const Sentence& remedy,
             std::vector<Complaint>& complaints) const;
  When when(const RegisterRow& row, Column column, const Sentence& remedy, std::vector<Complaint>& complaints);
  std::optional<Day> past_day(const RegisterRow& row, Column column, std::vector<Complaint>& complaints);
  void read_units(const RegisterRow& row, RegisterItem& item);
  void read_times(const RegisterRow& row, RegisterItem& item, std::vector<Complaint>& complaints);
  void read_progress_of(const RegisterRow& row, RegisterItem& item, std::vector<Complaint>& complaints);
  void read_state(const RegisterRow& row, RegisterItem& item, std::vector<Complaint>& complaints);

  const RegisterSheet& sheet_;
  const RegisterFrame& frame_;
  const KnownUnit& known_;
  const KnownUnit& single_;
  Language language_;
  bool fractions_ = false;
  // The same few units stand in thousands of rows.
  std::unordered_map<std::string, UnitCell> leads_;
  std::unordered_map<std::string, std::vector<std::string>> supporting_;
  ReadingNotes notes_;
};

}  // namespace ducha::tools
