#include "tests/model/told.h"

#include <algorithm>
#include <set>

namespace ducha::model {

History known(const History& history, std::optional<std::uint64_t> known_at) {
  std::set<std::string> corrected;
  for (const auto& told : history)
    if (told.what() == "correct" && (!known_at || told.seq <= *known_at)) corrected.insert(told.text("entry"));
  History left;
  for (const auto& told : history)
    if ((!known_at || told.seq <= *known_at) && told.what() != "correct" && !corrected.contains(told.text("id")))
      left.push_back(told);
  return left;
}

History in_order(History history) {
  std::stable_sort(history.begin(), history.end(), [](const Told& a, const Told& b) { return a.on < b.on; });
  return history;
}

}  // namespace ducha::model
