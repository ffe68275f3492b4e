#include "tools/import/register/unit_cell.h"

#include <algorithm>
#include <optional>

#include "tools/import/nearest.h"
#include "tools/import/role_clause.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

bool is_dash(View text) {
  return text.empty() || text == U"/" || text == U"-" || text == U"—" || text == U"——" || text == U"无";
}

// Without the brackets around the whole of it.
std::string unwrapped(std::string_view cell) {
  const auto points = to_points(cell);
  auto text = trimmed(View(points));
  constexpr View opening = U"[【〔(（", closing = U"]】〕)）";
  while (text.size() > 2 && opening.find(text.front()) != View::npos && closing.find(text.back()) != View::npos &&
         text.substr(1, text.size() - 2).find_first_of(U"[]【】〔〕()（）") == View::npos)
    text = trimmed(text.substr(1, text.size() - 2));
  return is_dash(text) ? std::string() : to_utf8(text);
}

// 区住建局(牵头): the name, and whether the remark makes it lead or support.
struct Marked {
  std::string name;
  std::optional<bool> leads;
};
Marked marked(const std::string& written) {
  const auto points = to_points(written);
  const auto folded = half_width(View(points));
  const auto open = folded.rfind(U'(');
  if (open == View::npos || open == 0 || !folded.ends_with(U')')) return {written, {}};
  const auto remark = View(folded).substr(open + 1, folded.size() - open - 2);
  const auto says = [&](std::initializer_list<View> words) {
    return std::any_of(words.begin(), words.end(), [&](View word) { return remark == word; });
  };
  const auto name = to_utf8(View(points).substr(0, open));
  if (says({U"牵头", U"主办", U"牵头单位", U"主办单位", U"主责"})) return {name, true};
  if (says({U"配合", U"协办", U"配合单位", U"协办单位", U"参与"})) return {name, false};
  return {written, {}};
}

void add(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

// What of a name tells units apart: without the district before and the kind of body behind it.
std::u32string core_of(View name) {
  for (const View before : {View(U"区"), View(U"市"), View(U"县")})
    if (name.starts_with(before) && name.size() > 2) {
      name.remove_prefix(1);
      break;
    }
  for (const View behind : {View(U"管理委员会"), View(U"委员会"), View(U"管委会"), View(U"办公室"), View(U"办事处"),
                            View(U"管理局"), View(U"局"), View(U"委"), View(U"办")})
    if (name.ends_with(behind) && name.size() > behind.size() + 1) {
      name.remove_suffix(behind.size());
      break;
    }
  return std::u32string(name);
}

bool abbreviates(View brief, View full) {
  if (brief.size() < 2 || brief.front() != full.front()) return false;
  for (const char32_t point : full)
    if (!brief.empty() && brief.front() == point) brief.remove_prefix(1);
  return brief.empty();
}

}  // namespace

UnitCell read_lead_cell(std::string_view cell, const KnownUnit& known, const KnownUnit& single) {
  UnitCell units;
  const auto text = unwrapped(cell);
  if (text.empty()) return units;
  if (const auto clause = read_role_clause(text, known)) {
    if (!clause->lead.empty()) units.leads.push_back(clause->lead);
    units.leads.insert(units.leads.end(), clause->joint.begin(), clause->joint.end());
    units.supporting = clause->supporting;
    for (const auto& vague : clause->vague)
      (vague.role == ClauseRole::supporting || !units.leads.empty() ? units.supporting : units.leads)
          .push_back(vague.name);
    return units;
  }
  std::vector<Marked> names;
  for (const auto& name : split_units(text, known)) names.push_back(known(name) ? Marked{name, {}} : marked(name));
  // Once one is marked as the lead the others support it, unless they are marked too.
  const bool one_marked =
      std::any_of(names.begin(), names.end(), [](const Marked& name) { return name.leads == true; });
  for (const auto& [name, leads] : names) {
    const bool may_lead = single(name) || !(known(name) || is_vague(name) || is_distributive(name));
    const bool lead = leads.value_or(!one_marked && (units.leads.empty() || may_lead));
    add(lead ? units.leads : units.supporting, name);
  }
  std::erase_if(units.supporting, [&](const std::string& name) {
    return std::find(units.leads.begin(), units.leads.end(), name) != units.leads.end();
  });
  return units;
}

std::vector<std::string> read_supporting_cell(std::string_view cell, const KnownUnit& known) {
  std::vector<std::string> names;
  const auto text = unwrapped(cell);
  if (text.empty()) return names;
  if (const auto clause = read_role_clause(text, known)) {
    if (!clause->lead.empty()) add(names, clause->lead);
    for (const auto& name : clause->joint) add(names, name);
    for (const auto& name : clause->supporting) add(names, name);
    for (const auto& vague : clause->vague) add(names, vague.name);
    return names;
  }
  for (const auto& name : split_units(text, known)) add(names, known(name) ? name : marked(name).name);
  return names;
}

std::vector<std::string> abbreviated_units(std::string_view unknown, const std::vector<std::string>& known) {
  const auto wanted = core_of(half_width(View(to_points(without_spaces(unknown)))));
  std::vector<std::string> likely;
  for (const auto& name : known) {
    const auto core = core_of(to_points(name));
    const bool same = core == wanted && core.size() >= 2;
    if (same || abbreviates(wanted, core) || abbreviates(core, wanted)) likely.push_back(name);
  }
  return likely;
}

std::vector<std::string> likely_units(std::string_view unknown, const std::vector<std::string>& known) {
  auto likely = abbreviated_units(unknown, known);
  for (const auto& name : nearest(unknown, known))
    if (std::find(likely.begin(), likely.end(), name) == likely.end()) likely.push_back(name);
  if (likely.size() > nearest_max) likely.resize(nearest_max);
  return likely;
}

}  // namespace ducha::tools
