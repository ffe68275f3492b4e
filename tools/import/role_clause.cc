#include "tools/import/role_clause.h"

#include <algorithm>
#include <utility>

#include "tools/import/due_phrase.h"
#include "tools/import/role_words.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

constexpr View marks = U",;。、.:!";

bool is_mark(char32_t point) { return is_space(point) || marks.find(point) != View::npos; }

// A label inside a clause also needs no colon behind a mark that parts clauses.
bool begins_part(View folded, std::size_t at) {
  return at == 0 || folded[at - 1] == U'\n' || View(U";。").find(folded[at - 1]) != View::npos;
}

// Steps over nested brackets, in which neither labels nor words of the clause stand.
class Depth {
 public:
  bool inside(char32_t point) {
    if (point == U'(' || point == U'[') ++open_;
    const bool within = open_ > 0;
    if ((point == U')' || point == U']') && open_ > 0) --open_;
    return within;
  }

 private:
  int open_ = 0;
};

// A list and the word that gives it its role.
struct Part {
  WordRole role;
  std::vector<std::string> names;
};

class ClauseReader {
 public:
  ClauseReader(View written, const KnownUnit& known) : written_(written), folded_(half_width(written)), known_(known) {}

  std::optional<RoleClause> read() {
    const auto first = find_clause_label(folded_);
    const bool understood = spoken(0, first.value_or(folded_.size())) && (!first || labelled(*first));
    if (!understood || !(first || believable())) return std::nullopt;
    for (const auto& part : parts_) give_roles(part);
    return std::move(clause_);
  }

 private:
  // Labels with what stands behind them, from the first label to the end.
  bool labelled(std::size_t at) {
    while (at < folded_.size()) {
      const auto label = label_at(folded_, at, begins_part(folded_, at));
      if (!label) return false;
      const auto begin = at + label->length;
      at = next_label(begin);
      under(label->role, begin, at);
    }
    return true;
  }

  std::size_t next_label(std::size_t at) const {
    Depth depth;
    for (; at < folded_.size(); ++at) {
      if (depth.inside(folded_[at])) continue;
      if (label_at(folded_, at, begins_part(folded_, at))) break;
    }
    return at;
  }

  void under(WordRole role, std::size_t begin, std::size_t end) {
    if (role == WordRole::person) return;
    if (role == WordRole::due) {
      while (end > begin && is_mark(folded_[end - 1])) --end;
      clause_.due = to_utf8(trimmed(written_.substr(begin, end - begin)));
      return;
    }
    // Between semicolons each piece may say for itself who does what: 责任单位:A;B配合.
    while (begin < end) {
      const auto semicolon = std::min(folded_.find(U';', begin), end);
      const bool is_spoken = has_spoken_word(begin, semicolon);
      const auto before = parts_.size();
      if (!is_spoken || !spoken(begin, semicolon)) {
        parts_.resize(before);
        parts_.push_back({role, names(begin, semicolon)});
        heed_remarks(parts_.size() - 1);
      }
      begin = semicolon + 1;
    }
  }

  // 甲局(牵头)、乙局: the remark behind a name says more than the label before the list.
  void heed_remarks(std::size_t at) {
    std::vector<Part> remarked;
    std::erase_if(parts_[at].names, [&](const std::string& name) {
      const auto points = to_points(name);
      const auto folded = half_width(View(points));
      const auto open = folded.rfind(U'(');
      if (open == View::npos || open == 0 || !folded.ends_with(U')')) return false;
      const auto remark = View(folded).substr(open + 1, folded.size() - open - 2);
      const bool leads = remark == U"牵头" || remark == U"主办" || remark == U"牵头单位" || remark == U"主办单位";
      const bool supports = remark == U"配合" || remark == U"协办" || remark == U"配合单位" || remark == U"协办单位";
      if (!leads && !supports) return false;
      remarked.push_back({leads ? WordRole::lead : WordRole::supporting, {to_utf8(View(points).substr(0, open))}});
      return true;
    });
    parts_.insert(parts_.end(), remarked.begin(), remarked.end());
  }

  bool has_spoken_word(std::size_t begin, std::size_t end) const {
    Depth depth;
    for (auto at = begin; at < end; ++at) {
      if (!depth.inside(folded_[at]) && spoken_at(View(folded_).substr(0, end), at)) return true;
    }
    return false;
  }

  // Lists with the word behind each; false when something is left over.
  bool spoken(std::size_t begin, std::size_t end) {
    const auto stretch = View(folded_).substr(0, end);
    Depth depth;
    auto at = begin;
    while (at < end) {
      if (depth.inside(folded_[at])) {
        ++at;
        continue;
      }
      const auto word = spoken_at(stretch, at);
      if (!word) {
        ++at;
        continue;
      }
      // 牵头、主办 after each other say the same of one list.
      if (auto list = names(begin, at); !list.empty()) parts_.push_back({word->role, std::move(list)});
      at += word->length;
      while (at < end && is_mark(folded_[at])) ++at;
      begin = at;
    }
    return names(begin, end).empty();
  }

  // The names of a list, without the days among them.
  std::vector<std::string> names(std::size_t begin, std::size_t end) {
    while (begin < end && is_mark(folded_[begin])) ++begin;
    while (end > begin && is_mark(folded_[end - 1])) --end;
    auto all = split_units(to_utf8(written_.substr(begin, end - begin)), known_);
    std::erase_if(all, [this](const std::string& name) {
      if (!is_due_phrase(name)) return false;
      const auto phrases = due_phrases(name);  // none in 长期坚持
      if (clause_.due.empty()) clause_.due = phrases.empty() ? name : phrases.front();
      return true;
    });
    return all;
  }

  // Without a label only the names tell a clause from any other remark that ends in 负责.
  bool believable() const {
    return !parts_.empty() && std::all_of(parts_.begin(), parts_.end(), [this](const Part& part) {
      return std::all_of(part.names.begin(), part.names.end(), [this](const std::string& name) {
        return looks_like_unit(name) || is_vague(name) || is_distributive(name) || (known_ && known_(name));
      });
    });
  }

  void give_roles(const Part& part) {
    const bool someone_leads =
        std::any_of(parts_.begin(), parts_.end(), [](const Part& other) { return other.role == WordRole::lead; });
    const bool leads = part.role == WordRole::lead || (part.role == WordRole::shared && !someone_leads);
    for (const auto& name : part.names) leads ? add_lead(name) : add_supporting(name);
  }

  void add_lead(const std::string& name) {
    if (is_vague(name) && !is_distributive(name)) return add_vague(name, ClauseRole::lead);
    std::erase(clause_.supporting, name);
    if (clause_.lead.empty()) {
      clause_.lead = name;
    } else if (clause_.lead != name && !contains(clause_.joint, name)) {
      clause_.joint.push_back(name);
    }
  }

  void add_supporting(const std::string& name) {
    if (is_vague(name) && !is_distributive(name)) return add_vague(name, ClauseRole::supporting);
    const bool has_role = clause_.lead == name || contains(clause_.joint, name) || contains(clause_.supporting, name);
    if (!has_role) clause_.supporting.push_back(name);
  }

  void add_vague(const std::string& name, ClauseRole role) {
    const auto same = [&](const VagueUnit& unit) { return unit.name == name; };
    const auto found = std::find_if(clause_.vague.begin(), clause_.vague.end(), same);
    if (found == clause_.vague.end()) {
      clause_.vague.push_back({name, role});
    } else if (role == ClauseRole::lead) {
      found->role = role;
    }
  }

  static bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  View written_;
  std::u32string folded_;
  const KnownUnit& known_;
  std::vector<Part> parts_;
  RoleClause clause_;
};

}  // namespace

std::optional<RoleClause> read_role_clause(std::string_view text, const KnownUnit& known) {
  const auto points = to_points(text);
  return ClauseReader(points, known).read();
}

std::optional<std::size_t> find_clause_label(View line) {
  const auto folded = half_width(line);
  Depth depth;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (depth.inside(folded[at])) continue;
    if (label_at(folded, at, begins_part(folded, at))) return at;
  }
  return std::nullopt;
}

}  // namespace ducha::tools
