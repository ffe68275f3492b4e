#include "tools/import/nearest.h"

#include <algorithm>
#include <utility>

#include "tools/import/headers.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

// Parts of a name that must differ before it is no longer near: half.
constexpr double cost_max = 0.5;
// An abbreviation differs by what it leaves out, which says little; a part of a name says even less.
constexpr double abbreviation_weight = 0.5;
constexpr double part_weight = 0.3;
constexpr std::size_t abbreviation_points_min = 2;

// Insertions, deletions, substitutions and swaps of neighbours, no stretch edited twice.
std::size_t slips(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

// Whether every character of `brief` occurs in `full`, in this order.
bool abbreviates(std::u32string_view brief, std::u32string_view full) {
  if (brief.size() < abbreviation_points_min) return false;
  for (const char32_t point : full) {
    if (!brief.empty() && brief.front() == point) brief.remove_prefix(1);
  }
  return brief.empty();
}

double cost(std::u32string_view a, std::u32string_view b) {
  const auto& [brief, full] = a.size() <= b.size() ? std::pair{a, b} : std::pair{b, a};
  if (full.empty()) return 1;
  const auto apart = static_cast<double>(slips(a, b)) / static_cast<double>(full.size());
  if (!abbreviates(brief, full)) return apart;
  return apart * (full.find(brief) == full.npos ? abbreviation_weight : part_weight);
}

}  // namespace

std::vector<std::string> nearest(std::string_view unknown, std::span<const std::string> known) {
  const auto wanted = to_points(name_key(unknown));
  std::vector<std::pair<double, const std::string*>> near;
  for (const auto& name : known) {
    const auto apart = cost(wanted, to_points(name_key(name)));
    if (apart <= cost_max) near.emplace_back(apart, &name);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (near.size() > nearest_max) near.resize(nearest_max);
  std::vector<std::string> names;
  for (const auto& [apart, name] : near) names.push_back(*name);
  return names;
}

std::string enumerate_names(std::span<const std::string> names) {
  const bool latin = std::all_of(names.begin(), names.end(), [](const std::string& name) {
    return std::all_of(name.begin(), name.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  });
  std::string phrase;
  for (const auto& name : names) {
    if (!phrase.empty()) phrase += latin ? ", " : "、";
    phrase += name;
  }
  return phrase;
}

}  // namespace ducha::tools
