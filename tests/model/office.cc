#include "tests/model/office.h"

#include <algorithm>

namespace ducha::model {

std::optional<std::string> Office::unit(const std::string& word) const {
  for (const auto& told : known_)
    if (told.what() == "register-unit" && told.text("unit") == word) return word;
  for (const auto& told : known_) {
    const auto aliases = told.list("aliases");
    const bool named = told.text("name") == word || std::find(aliases.begin(), aliases.end(), word) != aliases.end();
    if (named && (told.what() == "register-unit" || told.what() == "rename-unit")) return told.text("unit");
  }
  return {};
}

// A unit, or the one it is part of by then; one that was retired is nobody.
std::vector<std::string> Office::present(const std::string& unit, Day on) const {
  for (const auto& told : known_) {
    if (told.text("unit") != unit || told.on > on) continue;
    if (told.what() == "retire-unit") return {};
    if (told.what() == "merge-unit") return present(told.text("into"), on);
  }
  return {unit};
}

bool Office::is_group(const std::string& word) const {
  return std::any_of(known_.begin(), known_.end(),
                     [&](const Told& told) { return told.what() == "define-group" && told.text("name") == word; });
}

std::optional<std::vector<std::string>> Office::expanded(const std::string& word, Day on) const {
  if (const auto code = unit(word)) return std::vector{*code};
  // The last definition up to the day; before the first one, the first.
  const Told* defined = nullptr;
  const auto by_day = in_order(known_);
  for (const auto& told : by_day)
    if (told.what() == "define-group" && told.text("name") == word && (!defined || told.on <= on)) defined = &told;
  if (!defined) return {};
  std::vector<std::string> codes;
  for (const auto& member : defined->list("members")) {
    const auto code_of_one = unit(member);
    const auto units =
        code_of_one ? present(*code_of_one, on) : expanded(member, on).value_or(std::vector<std::string>());
    for (const auto& code : units)
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  return codes;
}

std::string Office::name(const std::string& unit, Day on) const {
  std::string name;
  for (const auto& told : in_order(known_)) {
    if (told.text("unit") != unit) continue;
    if (told.what() == "register-unit" && name.empty()) name = told.text("name");
    if (told.what() == "rename-unit" && told.on <= on) name = told.text("name");
  }
  return name;
}

std::string Office::kind(const std::string& unit) const {
  for (const auto& told : known_)
    if (told.what() == "register-unit" && told.text("unit") == unit) return told.text("kind");
  return {};
}

bool Office::decision(const std::string& number) const {
  return std::any_of(known_.begin(), known_.end(),
                     [&](const Told& told) { return told.what() == "decide" && told.text("decision") == number; });
}

std::string Office::post_over(const std::string& unit, Day on) const {
  std::string over;
  std::vector<std::pair<std::string, std::vector<std::string>>> portfolios;  // the present ones, oldest first
  for (const auto& told : in_order(known_)) {
    if (told.what() != "set-portfolio" || told.on > on) continue;
    std::erase_if(portfolios, [&](const auto& each) { return each.first == told.text("post"); });
    portfolios.emplace_back(told.text("post"), told.list("units"));
  }
  for (const auto& [post, units] : portfolios)
    for (const auto& word : units)
      if (this->unit(word) == unit) over = post;
  return over;
}

std::string Office::acting(const std::string& post, Day on) const {
  std::string stands_in = post;
  for (const auto& told : in_order(known_)) {
    if (told.what() != "set-acting" || told.text("post") != post || told.on > on) continue;
    const auto until = day_of(told.text("until"));
    if (!until || on <= *until) stands_in = told.text("acting");
  }
  return stands_in;
}

}  // namespace ducha::model
