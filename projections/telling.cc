#include "projections/telling.h"

#include <optional>
#include <tuple>
#include <utility>

namespace ducha::projections {
namespace {

using Value = decltype(reports::Field::value);

// What a field says; nothing when it says nothing.
std::optional<Value> said(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(Value(std::string(text)));
}
std::optional<Value> said(Day day) { return day; }
std::optional<Value> said(std::optional<Day> day) { return day ? std::optional<Value>(*day) : std::nullopt; }
std::optional<Value> said(bool yes) { return yes ? std::optional<Value>(true) : std::nullopt; }
std::optional<Value> said(std::int32_t number) {
  return number < 0 ? std::nullopt : std::optional<Value>(std::int64_t{number});
}
std::optional<Value> said(std::uint32_t number) { return std::int64_t{number}; }
template <class Enum>
requires std::is_enum_v<Enum> std::optional<Value> said(Enum value) {
  const auto name = domain::name_of(value);
  return name.empty() ? std::nullopt : std::optional<Value>(reports::Word{name});
}

}  // namespace

Told tell(const domain::Fact& fact, const domain::Office& office, Day on) {
  // A merger names two units; a docket closed as merged names a docket.
  const bool merger = std::holds_alternative<domain::UnitMerged>(fact);
  return std::visit(
      [&](const auto& each) {
        Told told{{each.name}, {}};
        std::apply(
            [&](const auto&... field) {
              const auto add = [&](std::string_view name, std::optional<Value> value) {
                if (!value) return;
                if (auto* text = std::get_if<std::string>(&*value);
                    text && (name == "unit" || (merger && name == "into")))
                  *text = office.name_of(*text, on);
                told.fields.push_back({name, std::move(*value)});
              };
              (add(field.name, said(each.*field.member)), ...);
            },
            each.fields);
        return told;
      },
      fact);
}

}  // namespace ducha::projections
