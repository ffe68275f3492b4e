// The closed vocabularies of the field: each an enum, each with the names by which the outside knows it.
//
// The names are those of batch lines and reports. The log keeps the number of an enumerator, so none ever changes its
// place or leaves: new ones go to the end (a test holds the words against their numbers in edition 1).

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ducha::domain {

// A unit's role on a docket, the stronger first: 牵头, 联合牵头, 协办.
enum class Role : std::uint16_t { lead, joint, supporting };
constexpr bool leads(Role role) { return role != Role::supporting; }

// What may be owed: 签收, 反馈, 协办任务, 办结, 整改.
enum class DutyKind : std::uint16_t { acceptance, feedback, part, completion, rectification };

// Where a duty stands on a day; `gone` (void) is listed nowhere.
enum class DutyState : std::uint16_t { excused, missed, on_time, late, gone, pending, due_today, overdue };

// 亮灯.
enum class Light : std::uint16_t { unset, green, yellow, red, blue, grey };

enum class UnitKind : std::uint16_t { department, office, subdistrict, institution, agency };

// Where a decision comes from (Arts. 17, 28-34, 36-39).
enum class Source : std::uint16_t {
  document,
  plenary,
  executive,
  mayor_office,
  special_meeting,
  work_meeting,
  instruction,
  superior,
  annual_plan,
  npc_proposal,
  cppcc_proposal,
  petition,
  audit,
  opinion,
  subdistrict_opinion,
};

// 督查方式 (《政府督查工作条例》 Art. 14).
enum class DocketKind : std::uint16_t { daily, comprehensive, special, investigation, clue };

enum class Outcome : std::uint16_t { dismissed, upheld };
enum class CloseResult : std::uint16_t { done, not_done, merged };

// Steps of a major decision (重大行政决策程序, Art. 16).
enum class ProcedureStep : std::uint16_t { participation, expert, risk, legality, collective };

// Colours of notices (督办单), the mildest first.
enum class Colour : std::uint16_t { blue, yellow, orange, red };

// What an inspection found: 属实, 部分属实, 不属实.
enum class Finding : std::uint16_t { confirmed, partial, unfounded };

// What became of a contested conclusion: 维持, 变更, 撤销.
enum class Ruling : std::uint16_t { upheld, amended, revoked };

// 表扬, 通报批评, 约谈, 移送问责.
enum class Measure : std::uint16_t { commend, criticise, interview, refer };

// A vocabulary is its names in the order of the enumerators.
template <class Enum>
inline constexpr std::array<std::string_view, 0> names_of{};
template <>
inline constexpr std::array<std::string_view, 3> names_of<Role>{"lead", "joint", "supporting"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<DutyKind>{"acceptance", "feedback", "part", "completion",
                                                                    "rectification"};
template <>
inline constexpr std::array<std::string_view, 8> names_of<DutyState>{"excused", "missed",  "on_time",   "late",
                                                                     "void",    "pending", "due_today", "overdue"};
template <>
inline constexpr std::array<std::string_view, 6> names_of<Light>{"", "green", "yellow", "red", "blue", "grey"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<UnitKind>{"department", "office", "subdistrict",
                                                                    "institution", "agency"};
template <>
inline constexpr std::array<std::string_view, 15> names_of<Source>{
    "document",       "plenary",     "executive", "mayor_office", "special_meeting",
    "work_meeting",   "instruction", "superior",  "annual_plan",  "npc_proposal",
    "cppcc_proposal", "petition",    "audit",     "opinion",      "subdistrict_opinion"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<DocketKind>{"daily", "comprehensive", "special",
                                                                      "investigation", "clue"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Outcome>{"dismissed", "upheld"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<CloseResult>{"done", "not_done", "merged"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<ProcedureStep>{"participation", "expert", "risk", "legality",
                                                                         "collective"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Colour>{"blue", "yellow", "orange", "red"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<Finding>{"confirmed", "partial", "false"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<Ruling>{"upheld", "amended", "revoked"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Measure>{"commend", "criticise", "interview", "refer"};

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return names_of<Enum>[static_cast<std::size_t>(value)];
}

// Nothing when no enumerator has that name.
template <class Enum>
constexpr std::optional<Enum> named(std::string_view name) {
  for (std::size_t i = 0; i < names_of<Enum>.size(); ++i)
    if (names_of<Enum>[i] == name) return static_cast<Enum>(i);
  return {};
}

}  // namespace ducha::domain
