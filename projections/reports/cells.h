// What reports share in filling their cells.

#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "projections/books.h"
#include "projections/report.h"

namespace ducha::reports {

inline Cell day_or_none(std::optional<Day> day) { return day ? Cell(*day) : Cell(); }
inline Cell text_or_none(const std::string& text) { return text.empty() ? Cell() : Cell(text); }
inline Cell light_or_none(domain::Light light) {
  return light == domain::Light::unset ? Cell() : Cell(Word{name_of(light)});
}
// How far a docket has come, and the progress its leads stated last, if they did.
inline Cell stage_of(const projections::Card& card) {
  return Word{projections::stage_names[static_cast<std::size_t>(card.stage)]};
}
inline Cell progress_of(const projections::Card& card) {
  return card.progress < 0 ? Cell() : Cell(std::int64_t{card.progress});
}

// The names of units on the day of the books.
inline Texts names_of_units(const projections::Books& books, const std::vector<std::string>& codes) {
  Texts names;
  for (const auto& code : codes) names.push_back(books.office().name_of(code, books.on()));
  return names;
}
inline std::string name_of_unit(const projections::Books& books, const std::string& code) {
  return code.empty() ? std::string() : books.office().name_of(code, books.on());
}

// Whether the unit holds a role on the docket.
inline bool holds(const projections::Card& card, std::string_view unit) {
  return card.lead == unit || std::find(card.joint.begin(), card.joint.end(), unit) != card.joint.end() ||
         std::find(card.supporting.begin(), card.supporting.end(), unit) != card.supporting.end();
}

// Columns that say the same in every row, for it was asked: files and programs have them, terminals do not.
inline void for_machines(Report& report, std::initializer_list<std::string_view> names) {
  for (auto& column : report.columns)
    if (std::find(names.begin(), names.end(), column.name) != names.end()) column.leaves = machines_only;
}

}  // namespace ducha::reports
