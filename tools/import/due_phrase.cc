#include "tools/import/due_phrase.h"

#include <algorithm>
#include <iterator>

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

constexpr View standing[] = {U"长期坚持", U"长期推进", U"持续推进", U"持续实施", U"常态化推进",
                             U"立行立改", U"全年推进", U"长期",     U"全年"};
constexpr View done_words[] = {U"完成", U"办结", U"建成", U"到位", U"取得实效"};

// The grammar, one member function per line; each moves over what it names or stays where it is.
//
//   phrase  = [year] (month | quarter | half | year-end) closing
//   year    = 4 digits 年 | 今年 | 当年 | 明年
//   month   = number 月 [份] [number (日|号) | 底 | 末 | 初 | 上旬 | 中旬 | 下旬]
//   quarter = [第] number 季度 [底 | 末]
//   half    = 上半年 | 下半年
//   closing = 以前 | 之前 | 前 | 以内 | 之内 | 内, and then or instead of it: 完成 and the like
//
// 底, 末 and 内 close a phrase themselves at the end of the text.
class PhraseScan {
 public:
  explicit PhraseScan(View folded) : text_(folded) {}

  struct Found {
    std::size_t length = 0;     // of the phrase; 0 when none begins here
    std::size_t with_done = 0;  // and with 完成 or the like behind it
  };

  Found phrase_at(std::size_t at) {
    at_ = at;
    const bool year = take_year();
    const bool end_named = take_month() || take_quarter() || take_any({U"上半年", U"下半年"}) ||
                           take_any({U"年底", U"年末", U"年内"}) || (year && take_any({U"底", U"末", U"内"}));
    if (!end_named) return {};
    const bool ended = View(U"底末内").find(text_[at_ - 1]) != View::npos;
    const bool closed = take_any({U"以前", U"之前", U"前", U"以内", U"之内", U"内"});
    const auto length = at_ - at;
    const bool done = take_done();
    const bool said = closed || done || text_[at_ - 1] == U'内' || (ended && at_ == text_.size());
    return said ? Found{length, at_ - at} : Found{};
  }

 private:
  bool take(View word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool take_any(std::initializer_list<View> words) {
    return std::any_of(words.begin(), words.end(), [this](View word) { return take(word); });
  }

  bool take_done() {
    return std::any_of(std::begin(done_words), std::end(done_words), [this](View word) { return take(word); });
  }

  std::size_t digits(std::size_t digits_max) {
    std::size_t count = 0;
    while (count < digits_max && at_ + count < text_.size() &&
           View(U"0123456789〇○零一二三四五六七八九十").find(text_[at_ + count]) != View::npos) {
      ++count;
    }
    return count;
  }

  bool take_number(std::size_t digits_max, std::initializer_list<View> units) {
    const auto before = at_;
    const auto count = digits(digits_max);
    at_ += count;
    if (count > 0 && take_any(units)) return true;
    at_ = before;
    return false;
  }

  bool take_year() {
    if (digits(4) == 4 && take_number(4, {U"年"})) return true;
    if (text_.substr(at_).starts_with(U"今年") || text_.substr(at_).starts_with(U"明年") ||
        text_.substr(at_).starts_with(U"当年")) {
      at_ += 2;
      return true;
    }
    return false;
  }

  bool take_month() {
    if (!take_number(2, {U"月份", U"月"})) return false;
    if (!take_number(3, {U"日", U"号"})) take_any({U"底", U"末", U"初", U"上旬", U"中旬", U"下旬"});
    return true;
  }

  bool take_quarter() {
    const auto before = at_;
    take(U"第");
    if (take_number(1, {U"季度"})) {
      take_any({U"底", U"末"});
      return true;
    }
    at_ = before;
    return false;
  }

  View text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> due_phrases(std::string_view text) {
  const auto written = to_points(text);
  const auto folded = half_width(View(written));
  PhraseScan scan(folded);
  std::vector<std::string> phrases;
  for (std::size_t at = 0; at < folded.size();) {
    // 15月底前 is no month, and 每年6月底前 comes round again.
    const bool within_number = at > 0 && folded[at - 1] >= U'0' && folded[at - 1] <= U'9';
    const auto before = View(folded).substr(0, at);
    const bool recurring = before.ends_with(U"每") || before.ends_with(U"每年") || before.ends_with(U"每个");
    const auto found = within_number || recurring ? PhraseScan::Found{} : scan.phrase_at(at);
    if (found.length > 0) phrases.push_back(to_utf8(View(written).substr(at, found.length)));
    at += std::max<std::size_t>(found.with_done, 1);
  }
  return phrases;
}

bool is_due_phrase(std::string_view piece) {
  const auto folded = half_width(to_points(without_spaces(piece)));
  if (std::find(std::begin(standing), std::end(standing), View(folded)) != std::end(standing)) return true;
  return !folded.empty() && PhraseScan(folded).phrase_at(0).with_done == folded.size();
}

}  // namespace ducha::tools
