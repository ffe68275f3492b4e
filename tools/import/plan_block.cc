#include "tools/import/plan_block.h"

#include <algorithm>
#include <utility>

#include "tools/import/role_words.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

// No clause is longer, so that a bracket left open is not searched for through the whole text.
constexpr std::size_t clause_points_max = 2000;
// Nor has a line so many brackets that are none: what is no plan is given up before it takes for ever.
constexpr int misses_max = 100;

bool opens(char32_t point) { return View(U"([【〔{").find(half_width(point)) != View::npos; }
bool closes(char32_t point) { return View(U")]】〕}").find(half_width(point)) != View::npos; }

bool only_marks(View text) {
  return std::all_of(text.begin(), text.end(), [](char32_t point) {
    return is_space(point) || View(U"。;,:.、!").find(half_width(point)) != View::npos;
  });
}

class BlockReader {
 public:
  BlockReader(const PlanBlock& block, const KnownUnit& known) : block_(block), known_(known) {
    for (const auto& line : block.lines) {
      line_begins_.push_back(body_.size());
      body_ += line + U'\n';
    }
    folded_ = half_width(View(body_));
    pair_brackets();
  }

  std::vector<PlanTask> tasks() {
    for (std::size_t line = 0; line < line_begins_.size(); ++line) {
      const auto begin = line_begins_[line];
      if (at_ <= begin) read_line(line, begin, begin + block_.lines[line].size());
    }
    finish_paragraph();
    return std::move(tasks_);
  }

 private:
  void read_line(std::size_t line, std::size_t begin, std::size_t end) {
    const bool own_number = line == 0 && block_.numbering.has_value();
    if (!own_number && clause_line(begin, end)) return;
    finish_paragraph();
    if (text_.empty()) text_place_ = block_.places[line];
    at_ = begin;
    misses_ = 0;
    while (body_[at_] != U'\n') {
      if (opens(body_[at_]) && bracketed_clause()) continue;
      if (!(own_number && at_ == begin) && begins_sentence(at_) && spoken_sentence()) continue;
      if (begins_label(at_) && take_clause(at_, line_end(at_))) {
        at_ = line_end(at_);
      } else {
        take_text(body_[at_++]);
      }
    }
    text_ += U'\n';
  }

  // A mark that closes the sentence around a clause belongs to the text before it.
  void take_text(char32_t point) {
    if (!text_after_clause_ || !text_.empty() || !only_marks({&point, 1})) {
      text_ += point;
    } else if (auto& before = tasks_.back().text; ends_sentence({&point, 1}) && !ends_sentence(before)) {
      before += point;
    }
  }

  // Inside a line a label follows a mark; 压实责任: is none.
  bool begins_label(std::size_t at) const {
    const bool line_begins = at == 0 || body_[at - 1] == U'\n';
    const bool behind_mark =
        line_begins || only_marks({&body_[at - 1], 1}) || View(U"—–-").find(body_[at - 1]) != View::npos;
    return behind_mark && label_at(folded_, at, line_begins);
  }

  bool begins_sentence(std::size_t at) const {
    return at == 0 || body_[at - 1] == U'\n' || View(U"。;!").find(folded_[at - 1]) != View::npos;
  }

  // A sentence of the paragraph that says who does it: 由甲局牵头,乙局配合,6月底前完成。 Others only speak of 负责.
  bool spoken_sentence() {
    const auto end = std::min(std::min(folded_.find(U'。', at_), folded_.size()), line_end(at_));
    const auto sentence = View(folded_).substr(at_, end - at_);
    if (sentence.find(U"牵头") == View::npos && sentence.find(U"主办") == View::npos) return false;
    if (!take_clause(at_, end)) return false;
    at_ = end;
    return true;
  }

  // Behind a finished task, or before the first number, a sentence that named nobody is left behind.
  void finish_paragraph() {
    const bool behind_clause = std::exchange(text_after_clause_, false);
    if (tasks_.empty() && block_.numbering) return;
    if (behind_clause) {
      tasks_.back().text += std::exchange(text_, {});
    } else if (ends_sentence(text_)) {
      text_.clear();
    }
  }

  // A line that is a clause and nothing else: 牵头单位:…, or A牵头,B配合.
  bool clause_line(std::size_t begin, std::size_t end) {
    const bool labelled = label_at(folded_, begin, true).has_value();
    if (!labelled && View(folded_).substr(0, end).find_first_of(U"。", begin) < end - 1) return false;
    if (!labelled && opens(body_[begin])) return false;
    // A list that ends in a mark goes on in the next line.
    while (end - begin < clause_points_max && end + 1 < body_.size() &&
           View(U"、,/").find(folded_[end - 1]) != View::npos)
      end = line_end(end + 1);
    if (!take_clause(begin, end)) return false;
    at_ = end;
    return true;
  }

  // A clause in brackets that begins here. Without its closing bracket it ends with the line.
  bool bracketed_clause() {
    const auto begin = at_ + 1;
    const auto close = closings_[at_];
    if (close != View::npos && take_clause(begin, close)) {
      at_ = close + 1;
      return true;
    }
    const auto end = line_end(at_);
    if ((close == View::npos || close > end) && take_clause(begin, end)) {
      at_ = end;
      return true;
    }
    return false;
  }

  // Whichever brackets they are: (A、B】 is one pair. One that is not closed within a clause's length is not closed.
  void pair_brackets() {
    closings_.assign(body_.size(), View::npos);
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < body_.size(); ++at) {
      if (opens(body_[at])) {
        open.push_back(at);
      } else if (closes(body_[at]) && !open.empty()) {
        if (at - open.back() < clause_points_max) closings_[open.back()] = at;
        open.pop_back();
      }
    }
  }

  std::size_t line_end(std::size_t at) const {
    const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), at);
    return next == line_begins_.end() ? body_.size() - 1 : *next - 1;
  }

  // Reads a clause and gives it to the text before it, or to the task it follows directly.
  bool take_clause(std::size_t begin, std::size_t end) {
    if (misses_ == misses_max) return false;
    const bool taken = try_clause(begin, end);
    misses_ += taken ? 0 : 1;
    return taken;
  }
  bool try_clause(std::size_t begin, std::size_t end) {
    const auto written = trimmed(View(body_).substr(begin, std::min(end - begin, clause_points_max)));
    auto roles = read_role_clause(to_utf8(written), known_);
    if (!roles) return false;
    if (!tasks_.empty() && only_marks(text_)) {  // nothing but marks since the clause before
      auto& task = tasks_.back();
      const auto both = task.clause + U"；" + std::u32string(written);
      if (both.size() > clause_points_max) return false;
      auto merged = read_role_clause(to_utf8(both), known_);
      if (!merged) return false;
      task.clause = both;
      task.roles = std::move(*merged);
    } else {
      tasks_.push_back({text_, std::u32string(written), std::move(*roles), text_place_});
    }
    text_.clear();
    text_after_clause_ = true;
    return true;
  }

  const PlanBlock& block_;
  const KnownUnit& known_;
  std::u32string body_;  // the lines, each ended by a line break
  std::u32string folded_;
  std::vector<std::size_t> line_begins_;
  std::vector<std::size_t> closings_;  // of each opening bracket, where it is closed
  std::size_t at_ = 0;
  int misses_ = 0;       // what looked like a clause of this line and was none
  std::u32string text_;  // since the last clause
  Place text_place_;
  bool text_after_clause_ = false;  // whether `text_` follows a clause on the same line
  std::vector<PlanTask> tasks_;
};

}  // namespace

std::vector<PlanTask> tasks_of(const PlanBlock& block, const KnownUnit& known) {
  auto tasks = BlockReader(block, known).tasks();
  for (auto& task : tasks) task.text = joined_lines(task.text);
  return tasks;
}

std::u32string joined_lines(View lines) {
  std::u32string text;
  const auto content = trimmed(lines);
  for (std::size_t at = 0; at < content.size(); ++at) {
    if (content[at] != U'\n') {
      text += content[at];
    } else if (content[at - 1] < 0x80 && content[at + 1] < 0x80) {
      text += U' ';
    }
  }
  return text;
}

}  // namespace ducha::tools
