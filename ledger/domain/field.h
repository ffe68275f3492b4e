// One list of fields per fact: writing, reading, comparing, printing and export all walk it.
//
// The accessors are generic: they name the getters and setters a stored form has without knowing what
// that form is, so the domain stays free of it and no second list can drift from the first.

#pragma once

#include <string_view>

namespace ducha::domain {

template <class Fact, class Value, class Get, class Set, class Init>
struct Field {
  std::string_view name;
  Value Fact::*member;
  Get get;    // stored reader → stored value
  Set set;    // stored builder, stored value
  Init init;  // stored builder, size → room for a text of that size
};

template <class Fact, class Value, class Get, class Set, class Init>
Field(std::string_view, Value Fact::*, Get, Set, Init) -> Field<Fact, Value, Get, Set, Init>;

template <class Get, class Init>
struct Arm {
  Get get;    // stored entry's reader → the fact's reader
  Init init;  // stored entry's builder → the fact's builder
};

template <class Get, class Init>
Arm(Get, Init) -> Arm<Get, Init>;

}  // namespace ducha::domain

#define DUCHA_FIELD(text, member, Accessor)                                               \
  ::ducha::domain::Field {                                                                \
    text, &Self::member, [](const auto& stored) { return stored.get##Accessor(); },       \
        [](auto& stored, const auto& given_value) { stored.set##Accessor(given_value); }, \
        [](auto& stored, auto size) { return stored.init##Accessor(size); }               \
  }

#define DUCHA_ARM(Accessor)                                                                                         \
  ::ducha::domain::Arm {                                                                                            \
    [](const auto& stored) { return stored.get##Accessor(); }, [](auto& stored) { return stored.init##Accessor(); } \
  }

// A fact's block: its name, the arm of the schema's union it is stored under, and its fields.
#define DUCHA_FACT(Type, text)                   \
  using Self = Type;                             \
  bool operator==(const Type&) const = default;  \
  static constexpr std::string_view name = text; \
  static constexpr auto arm = DUCHA_ARM(Type);   \
  static constexpr std::tuple fields
