#include "projections/telling.h"

#include <optional>
#include <tuple>

namespace ducha::projections {
namespace {

std::string words_of(std::string_view text) { return std::string(text); }
std::string words_of(Day day) { return to_string(day); }
std::string words_of(std::optional<Day> day) { return day ? to_string(*day) : std::string(); }
std::string words_of(bool value) { return value ? "true" : std::string(); }
std::string words_of(std::int32_t value) { return value < 0 ? std::string() : std::to_string(value); }
std::string words_of(std::uint32_t value) { return std::to_string(value); }
template <class Enum>
requires std::is_enum_v<Enum> std::string words_of(Enum value) { return std::string(domain::name_of(value)); }

}  // namespace

Told tell(const domain::Fact& fact, const domain::Office& office) {
  return std::visit(
      [&](const auto& each) {
        Told told{std::string(each.name), {}};
        std::apply(
            [&](const auto&... field) {
              const auto add = [&](std::string_view name, std::string words) {
                if (words.empty()) return;
                if (const auto* unit = name == "unit" ? office.unit(words) : nullptr) words = unit->name;
                told.text += (told.text.empty() ? "" : " ") + std::string(name) + "=" + words;
              };
              (add(field.name, words_of(each.*field.member)), ...);
            },
            each.fields);
        return told;
      },
      fact);
}

}  // namespace ducha::projections
