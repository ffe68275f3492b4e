#include "tools/import/list_cell.h"

#include <optional>

#include <nlohmann/json.hpp>

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

constexpr std::string_view marks[] = {"、", ",", "，", ";", "；", "\n"};

std::optional<std::vector<std::string>> json_list(std::string_view cell) {
  if (!cell.starts_with('[') || !cell.ends_with(']')) return std::nullopt;
  const auto json = nlohmann::json::parse(cell, nullptr, false);
  if (!json.is_array()) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& member : json) {
    if (!member.is_string()) return std::nullopt;
    names.push_back(member.get<std::string>());
  }
  return names;
}

}  // namespace

std::vector<std::string> names_in_cell(std::string_view cell) {
  if (auto names = json_list(cell)) return std::move(*names);
  std::vector<std::string> names;
  while (!cell.empty()) {
    std::size_t at = std::string_view::npos, size = 0;
    for (const auto mark : marks)
      if (const auto found = cell.find(mark); found < at) at = found, size = mark.size();
    const auto name = trimmed(cell.substr(0, at));
    if (!name.empty()) names.emplace_back(name);
    cell = at == std::string_view::npos ? std::string_view{} : cell.substr(at + size);
  }
  return names;
}

std::string list_cell(const std::vector<std::string>& names) {
  std::string cell;
  for (const auto& name : names) cell += (cell.empty() ? "" : "、") + name;
  if (!names.empty() && names_in_cell(cell) == names) return cell;
  return nlohmann::json(names).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace ducha::tools
