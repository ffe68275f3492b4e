#include "tools/import/register/when_phrase.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

#include "tools/import/register/numerals.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;
using Kind = When::Kind;
using Every = domain::Cadence::Kind;

constexpr int year_min = 1990, year_max = 2099;
constexpr int limit_days_max = 1000;

std::optional<Day> last_of(int year, int month) {
  if (month < 1 || month > 12) return {};
  const auto number = static_cast<unsigned>(month);
  return day_of({year, number, days_in_month(year, number)});
}

// The grammar, one member function per line; each moves over what it names or stays where it is.
//
//   phrase   = opening (standing | cadence | span | date closing | limit)
//   date     = [year] (month-part | quarter | half | year-end) | figures | serial
//   cadence  = 每 (月 | 季度[最后一个月的] | 周) [day] closing
//   limit    = [… 后 | … 起] number (个工作日 | 日 | 天 | 周 | 个月) closing
//   span     = date (至 | - | ~) date
//   closing  = [前 | 以前 | 内 …] [完成 | 办结 …]
class Phrase {
 public:
  Phrase(View text, int year) : text_(text), year_(year) {}

  std::optional<When> read() {
    opening();
    if (auto said = standing()) return said;
    if (auto said = cadence()) return said;
    if (auto said = figures()) return said;
    if (auto said = limit()) return said;
    const auto begin = at_;
    if (auto said = date(); said && closed(*said)) return said;
    at_ = begin;
    return span();
  }

  std::optional<Day> date_ahead() {
    const auto begin = at_;
    if (const auto said = dashed(); said && !year_implied_) return said;
    at_ = begin;
    if (!take_year() || year_implied_) return {};
    const auto said = month_part();
    return said && said->kind == Kind::day ? std::optional(said->day) : std::nullopt;
  }
  std::optional<int> year_ahead() {
    if (take_year() && !year_implied_) return year_;
    return {};
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
  bool at_end() const { return at_ == text_.size(); }
  bool ahead(View word) const { return text_.substr(at_).find(word) != View::npos; }

  // A number with the word behind it.
  std::optional<Numeral> take_number(std::initializer_list<View> units) {
    const auto before = at_;
    const auto number = read_numeral(text_.substr(at_));
    if (number) {
      at_ += number->length;
      if (units.size() == 0 || take_any(units)) return number;
    }
    at_ = before;
    return {};
  }

  void opening() {
    while (take_any(
        {U"力争", U"确保", U"原则上", U"务必", U"请", U"须", U"应", U"于", U"在", U"截至", U"截止到", U"截止"})) {
    }
  }

  bool take_closing() {
    const bool before = take_any({U"以前", U"之前", U"前", U"以内", U"之内", U"内", U"止"});
    take_any({U"全部完成", U"全面完成", U"基本完成", U"完成", U"办结", U"落实", U"到位", U"报送", U"反馈", U"报告",
              U"上报"});
    return before;
  }

  // 6月前 may mean June or May: only a day, an end or a half may be followed by 前.
  bool closed(const When&) {
    const auto before = at_;
    const bool takes_before = take_closing();
    const bool says_before = takes_before && text_.substr(before, at_ - before).find(U'前') != View::npos;
    return at_end() && !(says_before && whole_);
  }

  std::optional<When> standing() const {
    const auto rest = text_.substr(at_);
    const auto any = [&](std::initializer_list<View> words) {
      return std::any_of(words.begin(), words.end(), [&](View word) { return rest.find(word) != View::npos; });
    };
    When when;
    if (rest.find_first_of(U"0123456789") != View::npos) return {};
    if (any({U"立行立改", U"即知即改", U"即时", U"立即", U"马上", U"即办", U"即行"})) {
      when.kind = Kind::at_once;
      return when;
    }
    const bool long_run = any({U"长期", U"持续", U"常态", U"常年", U"经常性", U"全年", U"待定", U"未定", U"另行"});
    if (!long_run || any({U"前", U"底", U"末"})) return {};
    when.kind = Kind::standing;
    return when;
  }

  std::optional<When> cadence() {
    const auto before = at_;
    if (!take_any({U"每", U"按"})) return {};
    take_any({U"个", U"一"});
    domain::Cadence cadence;
    if (take_any({U"季度", U"季"})) {
      take_any({U"最后一个月", U"末月", U"第三个月", U"最后1个月", U"最末月"});
      take_any({U"的"});
      cadence = {Every::quarterly, 31};
    } else if (take_any({U"月份", U"月"})) {
      take_any({U"的"});
      cadence = {Every::monthly, 31};
    } else if (take_any({U"周", U"星期", U"礼拜"})) {
      cadence = {Every::weekly, 5};
    } else {
      at_ = before;
      return {};
    }
    if (!cadence_day(cadence)) {
      at_ = before;
      return {};
    }
    When when;
    when.cadence = cadence;
    return when;
  }

  bool cadence_day(domain::Cadence& cadence) {
    if (cadence.kind == Every::weekly) {
      constexpr View days = U"一二三四五六日";
      if (!at_end() && days.find(text_[at_]) != View::npos)
        cadence.at = static_cast<unsigned>(days.find(text_[at_++])) + 1;
      else if (take(U"天"))
        cadence.at = 7;
    } else if (const auto day = take_number({U"日", U"号"})) {
      if (day->value < 1 || day->value > 31) return false;
      cadence.at = static_cast<unsigned>(day->value);
    } else {
      take_any({U"底", U"末", U"月底", U"最后一天"});
    }
    take_any({U"一次", U"1次"});
    take_closing();
    take_any({U"一次", U"1次", U"进展", U"进展情况", U"情况"});
    return at_end();
  }

  // Nothing but figures and marks: 2022-06-30, 20220630, 6/30, 45107, 2022.
  std::optional<When> figures() {
    const auto rest = text_.substr(at_);
    const auto tail = rest.find_first_not_of(U"0123456789-/.");
    if (tail != View::npos) {
      // 2022.6.30前
      const auto before = at_;
      if (const auto day = dashed()) {
        take_closing();
        if (at_end()) return day_said(*day);
      }
      at_ = before;
      return {};
    }
    const auto before = at_;
    if (const auto day = dashed(); day && at_end()) return day_said(*day);
    at_ = before;
    const auto dot = rest.find(U'.');
    const auto whole = rest.substr(0, dot);
    const auto number = read_numeral(whole);
    if (!number || number->length != whole.size()) return unclear_if(!rest.empty());
    if (dot != View::npos) return whole.size() == 5 ? serial(number->value) : unclear_if(true);
    const int value = number->value;
    std::optional<Day> day;
    if (whole.size() == 8)
      day = day_of({value / 10000, static_cast<unsigned>(value / 100 % 100), static_cast<unsigned>(value % 100)});
    if (whole.size() == 6) day = last_of(value / 100, value % 100);
    if (whole.size() == 5) return serial(value);
    if (whole.size() == 4 && value >= year_min && value <= year_max) day = last_of(value, 12);
    if (!day || civil(*day).year < year_min || civil(*day).year > year_max) return unclear_if(true);
    return day_said(*day);
  }

  // year-month-day, year-month or month-day, whatever the mark between; 6.3 may be the 3rd or the 30th.
  std::optional<Day> dashed() {
    const auto first = take_number({U"-", U"/", U"."});
    if (!first) return {};
    const auto mark = text_[at_ - 1];
    const auto second = take_number({});
    if (!second) return {};
    const auto month = static_cast<unsigned>(second->value);
    if (first->digits == 4) {
      if (first->value < year_min || first->value > year_max) return {};
      if (at_end() || text_[at_] != mark) return last_of(first->value, second->value);
      ++at_;
      const auto day = take_number({});
      if (!day || day->digits > 2) return {};
      return day_of({first->value, month, static_cast<unsigned>(day->value)});
    }
    if (first->digits > 2 || second->digits > 2 || (mark == U'.' && second->digits < 2)) return {};
    year_implied_ = true;
    return day_of({year_, static_cast<unsigned>(first->value), month});
  }

  std::optional<When> serial(int value) {
    const Day of_1900 = *day_of({1899, 12, 30}) + value;
    const Day of_1904 = *day_of({1904, 1, 1}) + value;
    auto said = day_said(of_1900);
    if (std::abs(civil(of_1900).year - year_) <= 1) {
      said->serial_1900 = true;
    } else if (std::abs(civil(of_1904).year - year_) <= 1) {
      said = day_said(of_1904);
      said->serial_1904 = true;
    } else {
      return unclear_if(true);
    }
    return said;
  }

  std::optional<When> limit() {
    const auto before = at_;
    // 会后, 自收文之日起, 交办后: whatever starts the clock.
    auto start = std::max(text_.rfind(U'后'), text_.rfind(U'起'));
    if (text_.rfind(U'后') == View::npos) start = text_.rfind(U'起');
    if (text_.rfind(U'起') == View::npos) start = text_.rfind(U'后');
    const bool started = start != View::npos && start >= at_;
    if (started) at_ = start + 1;
    take_any({U"的"});
    When when;
    const auto count = take_number({});
    if (!count || count->value < 1 || count->value > limit_days_max) return back(before);
    take(U"个");
    using Counted = domain::Limit::Kind;
    if (take(U"工作日")) {
      when.kind = Kind::limit;
      when.limit = {Counted::workdays, count->value, {}};
    } else if (take_any({U"日历日", U"自然日", U"天", U"日"})) {
      const bool day_of_month = text_[at_ - 1] == U'日' && !started && !ahead(U"内");
      if (day_of_month) return back(before);  // 25日 of some month
      when.kind = Kind::limit;
      when.limit = {Counted::days, count->value, {}};
    } else if (take_any({U"周", U"星期"})) {
      when.kind = Kind::limit;
      when.limit = {Counted::days, count->value * 7, {}};
    } else if (text_.substr(before, at_ - before).ends_with(U'个') && take(U"月")) {
      when.kind = Kind::months;
      when.months = count->value;
    } else {
      return back(before);
    }
    take_closing();
    return at_end() ? std::optional(when) : back(before);
  }

  bool take_year() {
    const auto before = at_;
    if (take_any({U"今年", U"本年度", U"本年", U"当年"})) {
      year_implied_ = true;
      return true;
    }
    if (take_any({U"明年", U"次年", U"来年"})) {
      ++year_;
      year_implied_ = true;
      return true;
    }
    const auto number = take_number({U"年度", U"年"});
    if (!number) return false;
    if (number->digits == 4 && number->value >= year_min && number->value <= year_max) {
      year_ = number->value;
      return true;
    }
    // 22年 is a year only when it is about the register's own.
    if (number->digits == 2 && std::abs(2000 + number->value - year_) <= 1) {
      year_ = 2000 + number->value;
      return true;
    }
    at_ = before;
    return false;
  }

  std::optional<When> date() {
    const bool year = take_year();
    year_implied_ = year_implied_ || !year;
    const auto after_year = at_;
    if (auto said = month_part()) return said;
    if (at_ != after_year) return {};  // a month, and then a day that it does not have
    take(U"第");
    if (const auto quarter = take_number({U"季度"})) {
      whole_ = !take_any({U"底", U"末"});
      return quarter->value >= 1 && quarter->value <= 4 ? end_of(quarter->value * 3) : std::nullopt;
    }
    if (take_any({U"上半年"})) return take_any({U"底", U"末"}), end_of(6);
    if (take_any({U"下半年"})) return take_any({U"底", U"末"}), end_of(12);
    if (take_any({U"年底", U"年末", U"年终", U"年内"})) return end_of(12);
    if (year && take_any({U"底", U"末", U"内"})) return end_of(12);
    if (!year) return {};
    whole_ = true;
    return end_of(12);
  }

  std::optional<When> month_part() {
    const auto month = take_number({U"月份", U"月"});
    if (!month) return {};
    const auto number = static_cast<unsigned>(month->value);
    if (const auto day = take_number({U"日", U"号"})) {
      const auto date = day_of({year_, number, static_cast<unsigned>(day->value)});
      return date ? day_said(*date) : std::nullopt;
    }
    if (take(U"上旬")) return tenth_day(number, 10);
    if (take(U"中旬")) return tenth_day(number, 20);
    if (take(U"初")) return {};
    whole_ = !take_any({U"底", U"末", U"下旬"});
    return end_of(month->value);
  }
  std::optional<When> tenth_day(unsigned month, unsigned day) const {
    const auto date = day_of({year_, month, day});
    return date ? day_said(*date) : std::nullopt;
  }

  // 3月至6月, 2022年1-6月: done by its end.
  std::optional<When> span() {
    const auto begin = at_;
    for (auto at = begin + 1; at + 1 < text_.size(); ++at) {
      if (View(U"至到-—–~").find(text_[at]) == View::npos) continue;
      Phrase first(text_.substr(begin, at - begin), year_), last(text_.substr(at + 1), year_);
      const bool dated = first.take_year();
      if (!first.at_end() && !first.month_part() && !first.take_number({})) continue;
      if (!first.at_end()) continue;
      last.year_ = first.year_;
      auto said = last.date();
      if (!said || !last.closed(*said)) continue;
      said->year_implied = said->year_implied && !(dated && !first.year_implied_);
      return said;
    }
    return {};
  }

  std::optional<When> day_said(Day day) const {
    When when;
    when.kind = Kind::day;
    when.day = day;
    when.year_implied = year_implied_;
    return when;
  }
  std::optional<When> end_of(int month) const {
    const auto day = last_of(year_, month);
    return day ? day_said(*day) : std::nullopt;
  }
  static std::optional<When> unclear_if(bool so) {
    if (!so) return {};
    When when;
    when.kind = Kind::unclear;
    return when;
  }
  std::optional<When> back(std::size_t to) {
    at_ = to;
    return {};
  }

  View text_;
  int year_;
  std::size_t at_ = 0;
  bool year_implied_ = false;
  bool whole_ = false;  // names a month, quarter or year, not its end
};

}  // namespace

std::optional<When> phrase_of(View text, int year) { return Phrase(text, year).read(); }

std::optional<Day> full_date(View text) { return Phrase(text, 0).date_ahead(); }

std::optional<int> full_year(View text) { return Phrase(text, -10).year_ahead(); }

}  // namespace ducha::tools
