#include "tools/import/role_words.h"

#include <algorithm>
#include <array>

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

struct Word {
  View text;
  WordRole role;
};

// Longer words before those they begin with.
constexpr std::array labels{
    Word{U"牵头责任单位", WordRole::lead},   Word{U"主要责任单位", WordRole::lead},
    Word{U"第一责任单位", WordRole::lead},   Word{U"责任(配合)单位", WordRole::supporting},
    Word{U"联合牵头单位", WordRole::lead},   Word{U"共同牵头单位", WordRole::lead},
    Word{U"牵头单位", WordRole::lead},       Word{U"牵头部门", WordRole::lead},
    Word{U"主办单位", WordRole::lead},       Word{U"主办部门", WordRole::lead},
    Word{U"责任单位", WordRole::shared},     Word{U"责任部门", WordRole::shared},
    Word{U"承办单位", WordRole::shared},     Word{U"落实单位", WordRole::shared},
    Word{U"配合单位", WordRole::supporting}, Word{U"配合部门", WordRole::supporting},
    Word{U"协办单位", WordRole::supporting}, Word{U"协办部门", WordRole::supporting},
    Word{U"参与单位", WordRole::supporting}, Word{U"参加单位", WordRole::supporting},
    Word{U"协同单位", WordRole::supporting}, Word{U"会办单位", WordRole::supporting},
    Word{U"完成时限", WordRole::due},        Word{U"办理时限", WordRole::due},
    Word{U"办结时限", WordRole::due},        Word{U"完成时间", WordRole::due},
    Word{U"完成期限", WordRole::due},        Word{U"时间节点", WordRole::due},
    Word{U"时间要求", WordRole::due},        Word{U"牵头领导", WordRole::person},
    Word{U"责任领导", WordRole::person},     Word{U"分管领导", WordRole::person},
    Word{U"牵头区领导", WordRole::person},   Word{U"责任人", WordRole::person},
    Word{U"联系人", WordRole::person},       Word{U"联系电话", WordRole::person},
};
// Labels only with a colon, since without one they are words of a sentence.
constexpr std::array short_labels{
    Word{U"牵头", WordRole::lead},       Word{U"主办", WordRole::lead},       Word{U"责任", WordRole::shared},
    Word{U"配合", WordRole::supporting}, Word{U"协办", WordRole::supporting}, Word{U"时限", WordRole::due},
};

// Words that may stand before anything: the next list begins at once.
constexpr std::array free_words{
    Word{U"为牵头单位", WordRole::lead},
    Word{U"为主办单位", WordRole::lead},
    Word{U"为责任单位", WordRole::shared},
    Word{U"为配合单位", WordRole::supporting},
    Word{U"为协办单位", WordRole::supporting},
    Word{U"牵头组织实施", WordRole::lead},
    Word{U"牵头负责", WordRole::lead},
    Word{U"牵头落实", WordRole::lead},
    Word{U"牵头实施", WordRole::lead},
    Word{U"牵头主办", WordRole::lead},
    Word{U"牵头", WordRole::lead},
    Word{U"主办", WordRole::lead},
    Word{U"会同", WordRole::lead},
};
// Words that end their part of the clause. Inside other words they mean something else (协同创新中心).
constexpr std::array closing_words{
    Word{U"按照职责分工负责", WordRole::shared},
    Word{U"按职责分工负责", WordRole::shared},
    Word{U"按职责分工落实", WordRole::shared},
    Word{U"按分工负责", WordRole::shared},
    Word{U"按职责负责", WordRole::shared},
    Word{U"分工负责", WordRole::shared},
    Word{U"分别负责", WordRole::shared},
    Word{U"共同负责", WordRole::shared},
    Word{U"具体负责", WordRole::shared},
    Word{U"负责落实", WordRole::shared},
    Word{U"负责", WordRole::shared},
    Word{U"承办", WordRole::shared},
    Word{U"按职责分工配合", WordRole::supporting},
    Word{U"协同配合", WordRole::supporting},
    Word{U"积极配合", WordRole::supporting},
    Word{U"配合落实", WordRole::supporting},
    Word{U"配合", WordRole::supporting},
    Word{U"协办", WordRole::supporting},
    Word{U"协助", WordRole::supporting},
    Word{U"协同", WordRole::supporting},
    Word{U"参与", WordRole::supporting},
    Word{U"参加", WordRole::supporting},
    Word{U"会办", WordRole::supporting},
};

bool ends_part(View folded, std::size_t at) {
  return at >= folded.size() || is_space(folded[at]) || View(U",;。、.)]/").find(folded[at]) != View::npos;
}

std::size_t blanks(View folded, std::size_t at) {
  std::size_t count = 0;
  while (at + count < folded.size() && folded[at + count] != U'\n' && is_space(folded[at + count])) ++count;
  return count;
}

// The length of a label's colon with the blanks and 为 before it; 0 when there is none.
std::size_t colon(View folded, std::size_t at) {
  auto length = blanks(folded, at);
  if (at + length < folded.size() && folded[at + length] == U'为') ++length;
  return at + length < folded.size() && folded[at + length] == U':' ? length + 1 : 0;
}

// 【牵头单位】区住建局: a label in brackets of its own needs no colon.
std::optional<RoleWord> bracketed_label(View rest) {
  constexpr View opening = U"【〔", closing = U"】〕";
  const auto shape = rest.empty() ? View::npos : opening.find(rest.front());
  if (shape == View::npos) return std::nullopt;
  const auto close = rest.find(closing[shape]);
  if (close == View::npos) return std::nullopt;
  const auto inside = rest.substr(1, close - 1);
  const auto known = std::find_if(labels.begin(), labels.end(), [&](const Word& word) { return word.text == inside; });
  if (known == labels.end()) return std::nullopt;
  const auto length = close + 1;
  return RoleWord{known->role, length + colon(rest, length)};
}

}  // namespace

std::optional<RoleWord> label_at(View folded, std::size_t at, bool line_begins) {
  const auto rest = folded.substr(at);
  if (const auto label = bracketed_label(rest)) return label;
  for (const auto& [text, role] : labels) {
    if (!rest.starts_with(text)) continue;
    if (const auto length = colon(rest, text.size())) return RoleWord{role, text.size() + length};
    const auto blank = blanks(rest, text.size());
    if (line_begins && blank > 0) return RoleWord{role, text.size() + blank};
  }
  for (const auto& [text, role] : short_labels) {
    if (!rest.starts_with(text)) continue;
    if (const auto length = colon(rest, text.size())) return RoleWord{role, text.size() + length};
  }
  return std::nullopt;
}

std::optional<RoleWord> spoken_at(View folded, std::size_t at) {
  const auto rest = folded.substr(at);
  for (const auto& [text, role] : free_words) {
    if (rest.starts_with(text)) return RoleWord{role, text.size()};
  }
  for (const auto& [text, role] : closing_words) {
    if (rest.starts_with(text) && ends_part(rest, text.size())) return RoleWord{role, text.size()};
  }
  return std::nullopt;
}

}  // namespace ducha::tools
