// The office as a list of commands leaves it: which units there are, what they were called on a day, who stands over
// them. Everything is looked up by walking the list.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/model/told.h"

namespace ducha::model {

class Office {
 public:
  // What counts, in the order of the log.
  explicit Office(History known) : known_(std::move(known)) {}

  // The code of the unit a word means: its code, a name it has or had, an alias.
  std::optional<std::string> unit(const std::string& word) const;
  bool is_group(const std::string& word) const;
  // The codes a word means on a day: of one unit, or of a group's members, nested groups too. Nothing when nobody knows
  // it.
  std::optional<std::vector<std::string>> expanded(const std::string& word, Day on) const;
  std::string name(const std::string& unit, Day on) const;
  std::string kind(const std::string& unit) const;
  bool decision(const std::string& number) const;
  // 分管: the post whose portfolio holds the unit on a day, or "".
  std::string post_over(const std::string& unit, Day on) const;
  // Whoever stands in for the post on a day, else the post.
  std::string acting(const std::string& post, Day on) const;

 private:
  std::vector<std::string> present(const std::string& unit, Day on) const;

  History known_;
};

}  // namespace ducha::model
