#include "tools/render/cells.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/render/phrases.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Changes;
using reports::Counts;
using reports::Decimal;
using reports::Fields;
using reports::Named;
using reports::Rate;
using reports::Texts;
using reports::Word;

// Joins what `write` makes of each element.
template <class Elements, class Write>
std::string joined(const Elements& elements, std::string_view separator, Write write) {
  std::string text;
  for (const auto& element : elements) {
    if (&element != &*elements.begin()) text += separator;
    text += write(element);
  }
  return text;
}

// A percentage with one decimal. What is not all is never rounded up to 100 %, nor what is something down
// to nothing: one late duty among thousands stays visible.
std::string percentage(Rate rate) {
  auto per_mille = (2000 * rate.part + rate.whole) / (2 * rate.whole);
  if (rate.part > 0 && rate.part < rate.whole) per_mille = std::clamp<std::int64_t>(per_mille, 1, 999);
  return fmt::format("{}.{}%", per_mille / 10, per_mille % 10);
}

struct ForPeople {
  Language language;

  std::string operator()(std::monostate) const { return "-"; }
  std::string operator()(const std::string& text) const { return text.empty() ? "-" : one_line(text); }
  std::string operator()(Word word) const { return std::string{translated(word.name, language)}; }
  std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
  std::string operator()(bool yes) const {
    return std::string{yes ? in(language, "是", "yes") : in(language, "否", "no")};
  }
  std::string operator()(Day day) const { return to_string(day); }
  std::string operator()(Decimal decimal) const { return number_text(decimal); }
  std::string operator()(Rate rate) const { return percentage(rate); }
  std::string operator()(const Counts& counts) const {
    if (counts.empty()) return "-";
    return joined(counts, in(language, "、", ", "), [this](const auto& count) {
      return fmt::format("{} {}", one_line(translated(count.first, language)), count.second);
    });
  }
  std::string operator()(const Texts& texts) const {
    if (texts.empty()) return "-";
    return joined(texts, in(language, "、", ", "), [](const std::string& text) { return one_line(text); });
  }
  std::string operator()(const Named& named) const { return one_line(named.name); }
  std::string operator()(const Fields& fields) const {
    const auto all = phrases(fields, language);
    return all.empty() ? "-" : joined(all, in(language, "，", ", "), [](const std::string& text) { return text; });
  }
  std::string operator()(const Changes& changes) const {
    if (changes.empty()) return "-";
    return joined(changes, in(language, "；", "; "), [this](const auto& change) { return phrase(change, language); });
  }
};

struct ForMachines {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Word word) const { return std::string{word.name}; }
  std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  std::string operator()(Day day) const { return to_string(day); }
  std::string operator()(Decimal decimal) const { return number_text(decimal); }
  std::string operator()(Rate rate) const { return number_text(rate); }
  std::string operator()(const Counts& counts) const {
    return joined(counts, " ", [](const auto& count) { return fmt::format("{}:{}", count.first, count.second); });
  }
  std::string operator()(const Texts& texts) const {
    return joined(texts, ";", [](const std::string& text) { return text; });
  }
  std::string operator()(const Named& named) const { return named.code; }
  std::string operator()(const Fields& fields) const {
    return joined(fields, " ", [](const auto& field) { return tools::plain(field); });
  }
  std::string operator()(const Changes& changes) const {
    return joined(changes, ";", [](const auto& change) { return tools::plain(change); });
  }
};

}  // namespace

std::string shown(const reports::Cell& cell, Language language) { return std::visit(ForPeople{language}, cell); }

std::string plain(const reports::Cell& cell) { return std::visit(ForMachines{}, cell); }

std::string number_text(Decimal decimal) {
  const bool negative = decimal.thousandths < 0;
  const auto thousandths = static_cast<std::uint64_t>(decimal.thousandths);
  const auto size = negative ? 0 - thousandths : thousandths;
  auto text = fmt::format("{}{}.{:03}", negative ? "-" : "", size / 1000, size % 1000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string number_text(Rate rate) {
  return fmt::format("{}", static_cast<double>(rate.part) / static_cast<double>(rate.whole));
}

}  // namespace ducha::tools
