#include "ledger/domain/rules.h"

#include <charconv>
#include <functional>
#include <optional>

namespace ducha::domain {
namespace {

// ---- values as they are written -----------------------------------------------------------------------

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::optional<std::string_view> unquoted(std::string_view text) {
  if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) return {};
  return text.substr(1, text.size() - 2);
}

// Points with up to three decimals.
std::string written(std::int64_t thousandths) {
  auto text = std::to_string(thousandths / 1000) + "." + std::to_string(1000 + thousandths % 1000).substr(1);
  while (text.ends_with("00") || (text.ends_with('0') && text[text.size() - 2] != '.')) text.pop_back();
  return text;
}

std::optional<std::int64_t> points(std::string_view text) {
  const auto dot = text.find('.');
  auto whole = text.substr(0, dot);
  auto part = dot == std::string_view::npos ? std::string("000") : std::string(text.substr(dot + 1));
  while (part.size() > 3 && part.ends_with('0')) part.pop_back();
  if (part.empty() || part.size() > 3 || whole.empty() || whole.size() > 6) return {};
  part.resize(3, '0');
  std::int64_t value = 0;
  const auto digits = std::string(whole) + part;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || stop != digits.data() + digits.size() || value < 0) return {};
  return value;
}

// ---- the entries there are ------------------------------------------------------------------------------

struct Entry {
  std::string name;
  RuleValue kind;
  std::function<std::string(const Rules&)> write;
  std::function<bool(Rules&, std::string_view)> read;
};

Entry limit(std::string name, Limit Rules::*member) {
  return {std::move(name), RuleValue::limit, [member](const Rules& rules) { return quoted(to_string(rules.*member)); },
          [member](Rules& rules, std::string_view text) {
            const auto value = parse_limit(unquoted(text).value_or(""));
            if (!value || value->kind == Limit::Kind::date) return false;
            rules.*member = *value;
            return true;
          }};
}

template <class Member>
Entry cost(std::string name, Member member) {
  return {std::move(name), RuleValue::points,
          [member](const Rules& rules) { return written(member(const_cast<Rules&>(rules))); },
          [member](Rules& rules, std::string_view text) {
            const auto value = points(text);
            if (value) member(rules) = *value;
            return value.has_value();
          }};
}

Entry light(std::string name, Light Rules::*member) {
  return {std::move(name), RuleValue::light, [member](const Rules& rules) { return quoted(name_of(rules.*member)); },
          [member](Rules& rules, std::string_view text) {
            const auto value = named<Light>(unquoted(text).value_or(""));
            if (!value || *value == Light::unset) return false;
            rules.*member = *value;
            return true;
          }};
}

std::vector<Entry> make_entries() {
  std::vector<Entry> all{
      {"edition", RuleValue::text, [](const Rules& rules) { return quoted(rules.edition); },
       [](Rules& rules, std::string_view text) {
         const auto name = unquoted(text);
         if (!name || name->empty()) return false;
         rules.edition = *name;
         return true;
       }},
      limit("limits.accept_within", &Rules::accept_within),
      limit("limits.yellow_within", &Rules::yellow_within),
      {"limits.late_extension", RuleValue::choice,
       [](const Rules& rules) { return quoted(rules.late_extension_assesses_new ? "assess_new" : "assess_original"); },
       [](Rules& rules, std::string_view text) {
         const auto word = unquoted(text).value_or("");
         rules.late_extension_assesses_new = word == "assess_new";
         return word == "assess_new" || word == "assess_original";
       }}};
  for (std::size_t at = 0; at < names_of<DutyKind>.size(); ++at) {
    const auto name = [&](DutyState state) { return std::string(rule_of(static_cast<DutyKind>(at), state)); };
    all.push_back(
        cost("deductions." + name(DutyState::late), [at](Rules& rules) -> std::int64_t& { return rules.late[at]; }));
    all.push_back(cost("deductions." + name(DutyState::missed),
                       [at](Rules& rules) -> std::int64_t& { return rules.missed[at]; }));
  }
  const auto member = [](std::int64_t Rules::*at) { return [at](Rules& rules) -> std::int64_t& { return rules.*at; }; };
  all.push_back(cost("deductions.return", member(&Rules::returned)));
  all.push_back(cost("deductions.return_from_third", member(&Rules::returned_again)));
  all.push_back(cost("weights.lead", member(&Rules::lead_weight)));
  all.push_back(cost("weights.supporting", member(&Rules::supporting_weight)));
  all.push_back(light("lights.pending", &Rules::pending));
  all.push_back(light("lights.near", &Rules::near));
  all.push_back(light("lights.overdue", &Rules::overdue));
  all.push_back(light("lights.done", &Rules::done));
  all.push_back(light("lights.excused", &Rules::excused));
  all.push_back({"documents.number", RuleValue::text, [](const Rules& rules) { return quoted(rules.document_number); },
                 [](Rules& rules, std::string_view text) {
                   const auto pattern = unquoted(text).value_or("");
                   // Without a place for the number every document would have the same.
                   if (pattern.find("{number}") == std::string_view::npos) return false;
                   rules.document_number = pattern;
                   return true;
                 }});
  return all;
}

const std::vector<Entry>& entries() {
  static const auto all = make_entries();
  return all;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view rule_of(DutyKind kind, DutyState state) {
  constexpr std::array<std::string_view, names_of<DutyKind>.size()> late{
      "late_acceptance", "late_feedback", "late_part", "late_completion", "late_rectification"};
  constexpr std::array<std::string_view, names_of<DutyKind>.size()> missed{
      "missed_acceptance", "missed_feedback", "missed_part", "missed_completion", "missed_rectification"};
  return (state == DutyState::late ? late : missed)[static_cast<std::size_t>(kind)];
}

RulesText parse_rules(std::string_view text) {
  RulesText read;
  std::string section;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with('[') && line.ends_with(']')) {
      section = std::string(line.substr(1, line.size() - 2)) + ".";
      continue;
    }
    const auto equals = line.find('=');
    const auto name = section + std::string(trimmed(line.substr(0, equals)));
    bool known = false;
    for (const auto& entry : entries()) {
      if (entry.name != name || equals == std::string_view::npos) continue;
      known = true;
      if (!entry.read(read.rules, trimmed(line.substr(equals + 1)))) read.flaws.emplace_back(line);
    }
    if (!known) read.flaws.emplace_back(line);
  }
  return read;
}

std::string rules_text(const Rules& rules) {
  std::string text, section;
  for (const auto& entry : entries()) {
    const auto dot = entry.name.find('.');
    if (dot != std::string::npos && entry.name.substr(0, dot) != section) {
      section = entry.name.substr(0, dot);
      text += "[" + section + "]\n";
    }
    text += (dot == std::string::npos ? entry.name : entry.name.substr(dot + 1)) + " = " + entry.write(rules) + "\n";
  }
  return text;
}

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (const auto& entry : entries()) names.push_back(entry.name);
  return names;
}

std::vector<RuleEntry> rule_entries(const Rules& rules) {
  std::vector<RuleEntry> all;
  for (const auto& entry : entries()) all.push_back({entry.name, entry.kind, entry.write(rules)});
  return all;
}

}  // namespace ducha::domain
