#include "tools/import/unit_list.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

// How names of units end where 和 may follow them.
constexpr View firm_endings[] = {U"局",   U"委",   U"办",   U"院",   U"会",     U"部",    U"队",   U"所",   U"站",
                                 U"处",   U"室",   U"厅",   U"署",   U"联",     U"中心",  U"公司", U"集团", U"街道",
                                 U"镇",   U"乡",   U"政府", U"单位", U"部门",   U"板块",  U"园区", U"社区", U"管委会",
                                 U"专班", U"小组", U"学校", U"银行", U"开发区", U"高新区"};
// How they end, too, but where 和 more often joins two halves of one name.
constexpr View loose_endings[] = {U"行", U"社", U"馆", U"台",   U"组",   U"班",   U"校",  U"区",
                                  U"县", U"市", U"企", U"企业", U"机构", U"大学", U"高校"};
// Words that end like a unit and are none: 社会和谐办, 老干部和人才工作局, 城镇和农村工作办.
constexpr View false_endings[] = {U"社会", U"机会", U"干部", U"全部", U"内部", U"城镇", U"城乡", U"场所", U"互联",
                                  U"主办", U"承办", U"协办", U"督办", U"平台", U"进行", U"城市", U"地区"};

// Classes of units, the longer before what they contain.
constexpr View classes[] = {
    U"县市区人民政府", U"乡镇人民政府", U"镇人民政府", U"街道办事处", U"县市区政府", U"乡镇政府", U"县(市、区)",
    U"国有企业",       U"责任单位",     U"牵头单位",   U"配合单位",   U"成员单位",   U"县市区",   U"街道办",
    U"镇街道",         U"部门",         U"单位",       U"街道",       U"板块",       U"社区",     U"园区",
    U"乡镇",           U"镇街",         U"街镇",       U"街办",       U"企业",       U"科室",     U"机构",
    U"学校",           U"镇",           U"乡"};

// What may stand before a class without making it a name: 区直部门, 市级各单位.
constexpr View class_prefixes = U"区市县省各级直属全其他";

bool ends_with_any(View name, const auto& endings) {
  return std::any_of(std::begin(endings), std::end(endings), [&](View ending) { return name.ends_with(ending); });
}

View without_remark(View folded) {
  if (folded.ends_with(U')')) {
    const auto open = folded.find(U'(');
    if (open != View::npos && open > 0) folded.remove_suffix(folded.size() - open);
  }
  return folded;
}

bool firmly_a_unit(View name) {
  name = without_remark(name);
  return name.size() >= 2 && ends_with_any(name, firm_endings) && !ends_with_any(name, false_endings);
}

bool loosely_a_unit(View name) {
  name = without_remark(name);
  return name.size() >= 2 && !ends_with_any(name, false_endings) &&
         (ends_with_any(name, firm_endings) || ends_with_any(name, loose_endings));
}

bool says_concerned(View name) { return name.find(U"相关") != View::npos || name.find(U"有关") != View::npos; }

std::optional<View> leading_class(View rest) {
  for (const auto word : classes) {
    if (rest.starts_with(word)) return word;
  }
  return std::nullopt;
}

// The class words a name is made of, when it is made of nothing else.
std::vector<View> class_words(View rest) {
  std::vector<View> words;
  while (!rest.empty()) {
    const auto word = leading_class(rest);
    if (!word) return {};
    words.push_back(rest.substr(0, word->size()));
    rest.remove_prefix(word->size());
  }
  return words;
}

View without_class_prefix(View name) {
  while (!name.empty() && class_prefixes.find(name.front()) != View::npos && !leading_class(name)) {
    name.remove_prefix(1);
  }
  return name;
}

// Splits one list. Works on the folded text and cuts names from the text as written: the two have the
// same places.
class Splitter {
 public:
  Splitter(View written, const KnownUnit& known) : written_(written), folded_(half_width(written)), known_(known) {}

  std::vector<std::string> names() {
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at <= folded_.size(); ++at) {
      const char32_t mark = at < folded_.size() ? folded_[at] : U';';
      if (mark == U'(' || mark == U'[') ++depth;
      if (mark == U')' || mark == U']') --depth;
      const bool parts = View(U"、,;/。|").find(mark) != View::npos;
      if (at < folded_.size() && (!parts || depth > 0)) continue;
      part(begin, at);
      begin = at + 1;
    }
    return std::move(names_);
  }

 private:
  // A stretch without marks: parts it at the first joint between two whole names, and goes on behind it.
  void part(std::size_t begin, std::size_t end) {
    while (begin < end && is_space(folded_[begin])) ++begin;
    while (end > begin && is_space(folded_[end - 1])) --end;
    if (begin == end) return;
    if (!registered(begin, end)) {
      for (std::size_t at = begin + 1; at < end; ++at) {
        const auto joint = joint_at(at, end);
        if (joint == 0 || !parts_here(begin, at, at + joint, end)) continue;
        add(begin, at);
        return part(at + joint, end);
      }
    }
    add(begin, end);
  }

  // How many characters join two names here; 0 when none do.
  std::size_t joint_at(std::size_t at, std::size_t end) const {
    std::size_t spaces = 0;
    while (at + spaces < end && is_space(folded_[at + spaces])) ++spaces;
    if (spaces > 0) return spaces;
    const auto rest = View(folded_).substr(at, end - at);
    if (rest.starts_with(U"以及") || rest.starts_with(U"会同")) return 2;
    return rest.size() > 1 && View(U"和及与").find(rest.front()) != View::npos ? 1 : 0;
  }

  bool parts_here(std::size_t begin, std::size_t left_end, std::size_t right, std::size_t end) const {
    const auto left = View(folded_).substr(begin, left_end - begin);
    const auto rest = View(folded_).substr(right, end - right);
    // 和 and 与 stand inside names too: there the left side must leave less doubt.
    const bool doubtful = View(U"和与").find(folded_[left_end]) != View::npos;
    const bool whole = doubtful ? firmly_a_unit(left) : loosely_a_unit(left);
    const bool left_whole = whole || registered(begin, left_end) || !class_words(left).empty();
    return left_whole &&
           (registered(right, end) || loosely_a_unit(without_and_others(rest)) || !class_words(rest).empty());
  }

  static View without_and_others(View rest) {
    if (rest.ends_with(U'等')) rest.remove_suffix(1);
    return rest;
  }

  bool registered(std::size_t begin, std::size_t end) const {
    return known_ && known_(to_utf8(written_.substr(begin, end - begin)));
  }

  // One name: takes off what belongs to the sentence, and takes 等 and 各 apart.
  void add(std::size_t begin, std::size_t end) {
    auto name = View(folded_).substr(begin, end - begin);
    if (!registered(begin, end)) {
      if (name.starts_with(U'由') || name.starts_with(U'请')) ++begin;
      if (const auto others = and_others(begin, end)) {
        add(begin, *others);
        const auto rest = View(folded_).substr(*others + 1, end - *others - 1);
        if (says_concerned(rest)) add(*others + 1, end);
        return;
      }
    }
    if (begin == end) return;
    const auto written = written_.substr(begin, end - begin);
    name = View(folded_).substr(begin, end - begin);
    const auto prefix = name.starts_with(U'各') && !says_concerned(name) ? 1U : 0U;
    const auto words = class_words(name.substr(prefix));
    if (prefix == 1) distributes_ = true;
    if (words.empty() || (words.size() == 1 && (prefix == 1 || !distributes_))) {
      // 各 reaches only the bare class words right after it.
      if (prefix == 0) distributes_ = is_distributive(to_utf8(written));
      return push(written);
    }
    std::size_t at = prefix;
    for (const auto word : words) {
      auto single = std::u32string(written.substr(at, word.size()));
      push(distributes_ ? U"各" + single : single);
      at += word.size();
    }
  }

  // 3个单位 says no more than 单位.
  static View without_count(View rest) {
    while (!rest.empty() && View(U"0123456789一二三四五六七八九十多几个家").find(rest.front()) != View::npos) {
      rest.remove_prefix(1);
    }
    return rest;
  }

  // Where a 等 stands that ends an enumeration: behind a whole name, before nothing or a class of units.
  std::optional<std::size_t> and_others(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin + 1; at < end; ++at) {
      if (folded_[at] != U'等') continue;
      const bool last = at + 1 == end;
      const auto rest = View(folded_).substr(at + 1, end - at - 1);
      const bool whole = registered(begin, at) || loosely_a_unit(View(folded_).substr(begin, at - begin));
      if (last || (whole && is_vague(to_utf8(without_count(rest))))) return at;
    }
    return std::nullopt;
  }

  // Blanks and line breaks inside a Chinese name come from the layout; between Latin words they stay.
  void push(View name) {
    std::u32string tidy;
    for (std::size_t at = 0; at < name.size(); ++at) {
      const bool latin = at > 0 && at + 1 < name.size() && name[at - 1] < 0x80 && name[at + 1] < 0x80;
      if (!is_space(name[at]) || latin) tidy += is_space(name[at]) ? U' ' : name[at];
    }
    if (!tidy.empty()) names_.push_back(to_utf8(tidy));
  }

  View written_;
  std::u32string folded_;
  const KnownUnit& known_;
  std::vector<std::string> names_;
  bool distributes_ = false;
};

}  // namespace

std::vector<std::string> split_units(std::string_view list, const KnownUnit& known) {
  const auto points = to_points(list);
  return Splitter(points, known).names();
}

bool is_vague(std::string_view name) {
  auto folded = half_width(to_points(without_spaces(name)));
  const auto plain = without_remark(folded);
  if (says_concerned(plain) || plain.ends_with(U"成员单位")) return true;
  return !class_words(without_class_prefix(plain)).empty();
}

bool is_distributive(std::string_view name) {
  const auto folded = half_width(to_points(without_spaces(name)));
  auto rest = View(folded);
  while (!rest.empty() && rest.front() != U'各' && class_prefixes.find(rest.front()) != View::npos) {
    rest.remove_prefix(1);
  }
  return rest.starts_with(U'各') && !says_concerned(rest);
}

bool looks_like_unit(std::string_view name) {
  const auto folded = half_width(to_points(without_spaces(name)));
  return loosely_a_unit(folded);
}

}  // namespace ducha::tools
