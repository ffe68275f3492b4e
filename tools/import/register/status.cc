#include "tools/import/register/status.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "tools/import/headers.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

struct Word {
  std::string_view text;
  Standing standing;
};

constexpr Word words[] = {
    {"办理中", Standing::in_hand},
    {"推进中", Standing::in_hand},
    {"进行中", Standing::in_hand},
    {"正在办理", Standing::in_hand},
    {"正在推进", Standing::in_hand},
    {"正在进行", Standing::in_hand},
    {"未办结", Standing::in_hand},
    {"未完成", Standing::in_hand},
    {"在办", Standing::in_hand},
    {"正常推进", Standing::in_hand},
    {"有序推进", Standing::in_hand},
    {"按序时推进", Standing::in_hand},
    {"序时推进", Standing::in_hand},
    {"达序时进度", Standing::in_hand},
    {"未达序时进度", Standing::in_hand},
    {"达到序时进度", Standing::in_hand},
    {"正常", Standing::in_hand},
    {"滞后", Standing::in_hand},
    {"进度滞后", Standing::in_hand},
    {"逾期", Standing::in_hand},
    {"超期", Standing::in_hand},
    {"已逾期", Standing::in_hand},
    {"逾期未办结", Standing::in_hand},
    {"未启动", Standing::in_hand},
    {"未开始", Standing::in_hand},
    {"已启动", Standing::in_hand},
    {"基本完成", Standing::in_hand},
    {"部分完成", Standing::in_hand},
    {"持续推进", Standing::in_hand},
    {"长期推进", Standing::in_hand},
    {"长期坚持", Standing::in_hand},
    {"未办", Standing::in_hand},
    {"待办", Standing::in_hand},
    {"否", Standing::in_hand},
    {"未销号", Standing::in_hand},
    {"新增", Standing::in_hand},
    {"续办", Standing::in_hand},
    {"跟踪督办", Standing::in_hand},
    {"继续推进", Standing::in_hand},
    {"×", Standing::in_hand},
    {"n", Standing::in_hand},
    {"no", Standing::in_hand},
    {"false", Standing::in_hand},
    {"已完成", Standing::reported},
    {"完成", Standing::reported},
    {"全部完成", Standing::reported},
    {"按期完成", Standing::reported},
    {"提前完成", Standing::reported},
    {"逾期完成", Standing::reported},
    {"已按期完成", Standing::reported},
    {"待销号", Standing::reported},
    {"申请办结", Standing::reported},
    {"已办结", Standing::closed},
    {"办结", Standing::closed},
    {"按期办结", Standing::closed},
    {"逾期办结", Standing::closed},
    {"提前办结", Standing::closed},
    {"已结", Standing::closed},
    {"结案", Standing::closed},
    {"已结案", Standing::closed},
    {"已办", Standing::closed},
    {"已销号", Standing::struck},
    {"销号", Standing::struck},
    {"办结销号", Standing::struck},
    {"已办结销号", Standing::struck},
    {"完成销号", Standing::struck},
    {"中止", Standing::suspended},
    {"已中止", Standing::suspended},
    {"挂账", Standing::suspended},
    {"暂缓", Standing::suspended},
    {"缓办", Standing::suspended},
    {"暂停", Standing::suspended},
    {"撤销", Standing::withdrawn},
    {"已撤销", Standing::withdrawn},
    {"取消", Standing::withdrawn},
    {"终止", Standing::withdrawn},
};

struct Colour {
  std::string_view text;
  domain::Light light;
};
constexpr Colour colours[] = {
    {"红", domain::Light::red},    {"黄", domain::Light::yellow},     {"橙", domain::Light::yellow},
    {"绿", domain::Light::green},  {"蓝", domain::Light::blue},       {"灰", domain::Light::grey},
    {"red", domain::Light::red},   {"yellow", domain::Light::yellow}, {"green", domain::Light::green},
    {"blue", domain::Light::blue}, {"grey", domain::Light::grey},
};

bool is_dash(std::string_view key) {
  return key.empty() || key == "/" || key == "-" || key == "—" || key == "——" || key == "无";
}

// A word without what explains it: 已办结(6月20日), 绿灯。
std::string bare(std::string_view cell) {
  auto key = name_key(cell);
  while (key.ends_with(".") || key.ends_with("。") || key.ends_with(";"))
    key.resize(key.size() - (key.ends_with("。") ? 3 : 1));
  const auto open = key.find('(');
  if (open != std::string::npos && open > 0) key.resize(open);
  return key;
}

std::optional<double> number_of(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos) return {};
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  return end == copy.c_str() + copy.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Standing> read_standing(std::string_view cell, std::string_view header) {
  const auto key = bare(cell);
  if (is_dash(key)) return Standing::unsaid;
  if (key == "是" || key == "√" || key == "✓" || key == "✔" || key == "y" || key == "yes" || key == "true") {
    const auto asked = name_key(header);
    if (asked.find("销号") != std::string::npos) return Standing::struck;
    return asked.find("完成") != std::string::npos ? Standing::reported : Standing::closed;
  }
  const auto known =
      std::find_if(std::begin(words), std::end(words), [&](const Word& word) { return word.text == key; });
  if (known != std::end(words)) return known->standing;
  if (const auto light = read_light(cell); light && *light != domain::Light::unset) return Standing::unsaid;
  return {};
}

std::optional<domain::Light> read_light(std::string_view cell) {
  auto key = bare(cell);
  if (is_dash(key)) return domain::Light::unset;
  for (const std::string_view tail : {"灯", "色", "牌", "色预警", "预警"})
    if (key.ends_with(tail) && key.size() > tail.size()) key.resize(key.size() - tail.size());
  if (key.ends_with("色")) key.resize(key.size() - 3);
  const auto known =
      std::find_if(std::begin(colours), std::end(colours), [&](const Colour& colour) { return colour.text == key; });
  if (known == std::end(colours)) return {};
  return known->light;
}

std::string standing_words() { return "办理中、已完成、已办结、已销号、中止、撤销"; }

std::optional<int> read_progress(std::string_view cell, bool fractions) {
  auto key = name_key(cell);
  const bool percent = key.ends_with("%");
  if (percent) key.pop_back();
  auto value = number_of(key);
  if (!value) return {};
  if (!percent && fractions && *value <= 1) *value *= 100;
  if (*value < 0 || *value > 100) return {};
  return static_cast<int>(std::lround(*value));
}

bool is_fraction(std::string_view cell) {
  const auto value = number_of(name_key(cell));
  return value && *value > 0 && *value < 1;
}

}  // namespace ducha::tools
