#include "tools/import/rules_file.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
// It asserts of input what input need not hold (that a name begins with a letter); what it reads then it complains of.
#define TOML_ASSERT(expr) static_cast<void>(0)
#include <toml++/toml.h>

#include "tools/import/nearest.h"

namespace ducha::tools {
namespace {

using domain::RuleEntry;
using domain::RuleValue;

// The first line on which something other than ASCII stands outside quotes and comments. No name has such a letter, and
// the library does not survive a name that begins with one ([限期]), nor a word that has one (b="限"): it asserts, or
// reaches what it calls unreachable. A quote opens no text in the middle of a word, and all behind the = of a line is
// words.
std::optional<std::size_t> line_of_stray_letters(std::string_view text) {
  std::size_t line = 1;
  char quote = '\0';
  bool comment = false, escaped = false, in_word = false, in_value = false;
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      quote = '\0';
      comment = escaped = in_word = in_value = false;
    } else if (quote != '\0') {
      if (!escaped && c == quote) quote = '\0';
      escaped = quote == '"' && !escaped && c == '\\';
    } else if (comment) {
      continue;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return line;
    } else if ((c == '"' || c == '\'') && !in_word) {
      quote = c;
    } else if (c == '#') {
      comment = true;
    } else if (c == '=' && !in_value) {
      in_value = true;
      in_word = false;
    } else if (std::string_view(" \t\r],}").find(c) != std::string_view::npos) {
      in_word = false;
    } else if (c != '[' && c != '{') {
      in_word = true;
    }
  }
  return {};
}

class Reader {
 public:
  explicit Reader(Language language) : language_(language), known_(domain::rule_entries({})) {}

  RulesFile read(std::string_view text) {
    if (const auto line = line_of_stray_letters(text)) {
      file_.complaints.push_back(
          {{*line, 0},
           {},
           say("引号和注释之外只能是英文名称、数字和标点", "outside quotes and comments only ASCII may stand"),
           say("名称照 ducha rules show 所列写，文字加双引号",
               "write the names that ducha rules show lists, and texts in quotes")});
      return std::move(file_);
    }
    const auto parsed = toml::parse(text);
    if (!parsed) {
      const auto& error = parsed.error();
      wrong(error.source(), {}, say("不是合格的 TOML：", "this is no sound TOML: ") + std::string(error.description()),
            say("每行写 名称 = 值，文字加双引号，同一名称只写一次",
                "write name = value, texts in quotes, each name once"));
      return std::move(file_);
    }
    const toml::table& table = parsed.table();
    for (const auto& [key, node] : table) {
      if (const auto* section = node.as_table()) {
        if (section->empty()) check_section(std::string(key.str()), node.source());
        for (const auto& [name, value] : *section) take(std::string(key.str()) + "." + std::string(name.str()), value);
      } else {
        take(std::string(key.str()), node);
      }
    }
    if (!table.contains("edition"))
      file_.complaints.push_back({{1, 0},
                                  {},
                                  say("没有写 edition", "there is no edition"),
                                  say("第一行写 edition = \"名称\"，每次修订换一个名称",
                                      "begin with edition = \"NAME\", another name for each revision")});
    file_.rules = domain::parse_rules(head_ + body_).rules;
    std::sort(file_.complaints.begin(), file_.complaints.end(),
              [](const Complaint& a, const Complaint& b) { return a.place.line < b.place.line; });
    return std::move(file_);
  }

 private:
  std::string say(std::string_view zh, std::string_view en) const {
    return std::string(language_ == Language::zh ? zh : en);
  }
  void wrong(const toml::source_region& at, std::string_view cell, std::string what, std::string remedy) {
    file_.complaints.push_back({{at.begin.line, 0}, std::string(cell), std::move(what), std::move(remedy)});
  }

  void check_section(const std::string& name, const toml::source_region& at) {
    const auto of_section = [&](const RuleEntry& each) { return each.name.starts_with(name + "."); };
    if (std::none_of(known_.begin(), known_.end(), of_section)) unknown(name, at);
  }

  void unknown(const std::string& name, const toml::source_region& at) {
    std::vector<std::string> names;
    for (const auto& each : known_) names.push_back(each.name);
    const auto near = nearest(name, names);
    wrong(at, name, say("没有这个项目", "there is no such rule"),
          near.empty() ? say("可用的项目见 ducha rules show --format toml", "see ducha rules show --format toml")
                       : say("是不是：", "did you mean ") + enumerate_names(near) + say("", "?"));
  }

  // What would be right, in a sentence.
  std::string right(const RuleEntry& entry) const {
    switch (entry.kind) {
      case RuleValue::text:
        if (entry.name == "documents.number")
          return say(
              "写加双引号的字号样式，如 \"鼓政督〔{year}〕{number}号\"，须有 {number}，不含引号和反斜杠",
              "write the pattern in quotes, as \"鼓政督〔{year}〕{number}号\", with {number} in it, without quotes "
              "or backslashes");
        return say("写加双引号的名称，如 \"gulou-2027\"，一行，不含引号和反斜杠",
                   "write a name in quotes, as \"gulou-2027\", on one line, without quotes or backslashes");
      case RuleValue::limit:
        return say("写加双引号的期限：\"3wd\" 为工作日，\"3d\" 为日历日，1 至 3660",
                   "write a limit in quotes: \"3wd\" working days or \"3d\" calendar days, 1 to 3660");
      case RuleValue::choice:
        return say("写 \"assess_original\"（仍按原时限考核）或 \"assess_new\"（按新时限考核）",
                   "write \"assess_original\" or \"assess_new\"");
      case RuleValue::points:
        return say("写不小于 0 的数，如 0.5，至多三位小数，不加引号",
                   "write a number not below 0, as 0.5, with at most three decimals, without quotes");
      case RuleValue::light:
        return say("写 \"green\"、\"yellow\"、\"red\"、\"blue\" 或 \"grey\"",
                   "write \"green\", \"yellow\", \"red\", \"blue\" or \"grey\"");
    }
    return {};
  }

  static std::optional<std::string> points(const toml::node& node) {
    const auto number = node.value<double>();
    if (!number || node.is_boolean() || !(*number >= 0) || *number >= 1e6) return {};
    const auto thousandths = std::llround(*number * 1000);
    if (std::abs(*number * 1000 - static_cast<double>(thousandths)) > 1e-6) return {};
    return fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
  }

  static std::optional<std::string> text(const toml::node& node) {
    const auto* told = node.as_string();
    if (!told) return {};
    const auto& value = told->get();
    const auto odd = [](char c) { return c == '"' || c == '\\' || (c >= 0 && c < ' ') || c == '\x7f'; };
    if (std::any_of(value.begin(), value.end(), odd)) return {};
    return '"' + value + '"';
  }

  void take(const std::string& name, const toml::node& node) {
    const auto entry =
        std::find_if(known_.begin(), known_.end(), [&](const RuleEntry& each) { return each.name == name; });
    if (entry == known_.end()) return unknown(name, node.source());
    const auto value = entry->kind == RuleValue::points ? points(node) : text(node);
    const auto line = section_of(name) + " = " + value.value_or("") + "\n";
    if (!value || !domain::parse_rules(line).flaws.empty())
      return wrong(node.source(), name, say("值不对", "the value is wrong"), right(*entry));
    (name.find('.') == std::string::npos ? head_ : body_) += line;
  }

  // `limits.near` as it stands after a heading of its own: "[limits]\nnear". The edition stands before all headings.
  static std::string section_of(const std::string& name) {
    const auto dot = name.find('.');
    return dot == std::string::npos ? name : "[" + name.substr(0, dot) + "]\n" + name.substr(dot + 1);
  }

  Language language_;
  std::vector<RuleEntry> known_;
  std::string head_, body_;  // what is right so far, as the domain reads it: what stands before all headings, the rest
  RulesFile file_;
};

}  // namespace

RulesFile read_rules(std::string_view text, Language language) { return Reader(language).read(text); }

}  // namespace ducha::tools
