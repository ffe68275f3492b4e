#include "tests/support/names.h"

#include <algorithm>

namespace ducha::support {
namespace {

void collect(std::string_view name, std::vector<std::size_t>& into) {
  for (std::size_t i = 0; i < unit_count; ++i) {
    if (units[i].code != name) continue;
    if (std::find(into.begin(), into.end(), i) == into.end()) into.push_back(i);
    return;
  }
  for (const auto& group : groups)
    if (group.name == name)
      for (const auto member : group.members)
        if (!member.empty()) collect(member, into);
}

}  // namespace

std::vector<std::size_t> units_of(std::string_view group) {
  std::vector<std::size_t> found;
  collect(group, found);
  return found;
}

}  // namespace ducha::support
