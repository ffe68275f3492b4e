// What the entries give for all views, gathered while they pass in the order of the log.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/domain/docket.h"
#include "ledger/record/history.h"
#include "ledger/record/stretch.h"
#include "ledger/store/log.h"
#include "projections/course.h"

namespace ducha::projections {

using Put = std::function<void(store::Family, const std::string& key, const std::string& row)>;

// A day at the beginning of a key, 4 bytes; days before 1970 sort first too.
std::string day_key(Day day);
Day day_in(std::string_view key);
// Under "views": that the rows account for so many entries.
std::string bookmark(std::uint64_t size);
// Under this stands the last day on which anything happened to a docket; nothing as long as nothing has.
inline constexpr std::string_view last_day_key = "day";
// That day; nothing too when what stands there is none.
std::optional<Day> stored_last_day(const store::Database& database);

// The office's entries side by side, those about decisions by themselves.
class OfficeRows {
 public:
  void put(const Put& put, Seq seq, std::uint32_t version, std::span<const std::byte> bytes, const domain::Fact& fact);
  // Which of them are about which decision; after all of them.
  void put_numbers(const Put& put);

 private:
  std::vector<std::string> numbers_;
};

class Gathered {
 public:
  // So many dockets stay folded; of further ones that have ended their rows are kept, which is a third of it.
  static constexpr std::size_t folded_usual = 100'000;
  // `size`: of the log.
  explicit Gathered(std::uint64_t size, std::size_t folded_max = folded_usual) : size_(size), folded_max_(folded_max) {}

  // `stored`: its bytes as they lie. Entries may come from the middle of the log on; those of a docket that was opened
  // before it then wait for `join`.
  void take(const record::Entry& entry, std::span<const std::byte> stored);
  // What another gathered of the entries behind these.
  void join(Gathered&& later);

  // Gives all rows to `put`, from two threads at once if `together`, one family from one thread and in the order of its
  // keys. Dockets of which something came late, or was corrected, after they had ended, or that went on
  // when their rows alone were kept, are read once more. To be called once.
  void put_all(const store::Log& log, const Put& put, bool together);
  std::size_t dockets() const { return codes_.size(); }

 private:
  struct Folded {
    std::unique_ptr<domain::Docket> docket;  // null: it will be read once more, or its rows are kept
    std::string rows;                        // `joined`, then
    Course course;
    // Its entries, until it ends: what is told late or corrected is folded again from them. Little comes after that.
    std::unique_ptr<record::Stretch> entries;
    std::size_t fold_from = 0;  // so many of them are worth folding again
    bool behind = false;        // whether the docket is without the last of them
    bool again = false;         // it is to be read once more
    bool ending = false;        // whether it is among `ended_`
  };

  void fold(const record::Entry& entry, std::span<const std::byte> stored);
  static void catch_up(Folded& folded);
  void let_ended_go();
  void fold_waiting();
  void fold_again(const store::Log& log);
  void put_in_order(const Put& put);
  void put_dockets(const Put& put);

  std::uint64_t size_;
  std::size_t folded_max_, folded_ = 0;
  std::deque<StreamNo> ended_;  // in the order they ended
  Day last_day_ = on_any_day;
  record::History office_, waiting_;
  std::vector<std::unique_ptr<Folded>> dockets_;  // by stream
  std::vector<std::pair<std::string, StreamNo>> codes_;
  std::vector<std::string> children_;
};

}  // namespace ducha::projections
