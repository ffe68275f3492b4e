#include "tools/import/plan.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "tools/import/complaint_texts.h"
#include "tools/import/due_phrase.h"
#include "tools/import/plan_block.h"
#include "tools/import/plan_outline.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using View = std::u32string_view;

// Longer than this, or a sentence, is no heading.
constexpr std::size_t heading_points_max = 40;
// How far into a heading its subject is looked for.
constexpr std::size_t organisational_points_max = 16;

// Sections that say how the work is to be organised: nobody is named in them, and nobody need be.
constexpr std::array<View, 21> organisational{
    U"总体要求", U"指导思想", U"总体目标", U"工作目标", U"主要目标", U"基本原则", U"总体思路",
    U"保障措施", U"工作要求", U"组织保障", U"组织领导", U"组织实施", U"实施步骤", U"有关要求",
    U"相关要求", U"工作机制", U"工作保障", U"推进机制", U"工作步骤", U"职责分工", U"附则"};

bool is_heading_line(View line) { return line.size() <= heading_points_max && !ends_sentence(line); }

bool is_organisational(View heading) {
  // A heading is such a word; a task may speak of it further on (按职责分工负责).
  const auto beginning = heading.substr(0, organisational_points_max);
  return std::any_of(organisational.begin(), organisational.end(),
                     [&](View word) { return beginning.find(word) != View::npos; });
}

struct ReadBlock {
  PlanBlock block;
  std::vector<PlanTask> tasks;
};

// A short numbered line over paragraphs that each name their own units is a heading over them.
std::vector<ReadBlock> read_blocks(std::vector<PlanBlock>&& outline, const KnownUnit& known) {
  std::vector<ReadBlock> blocks;
  for (auto& block : outline) {
    auto tasks = tasks_of(block, known);
    if (!block.numbering || tasks.size() < 2 || !is_heading_line(block.lines.front())) {
      blocks.push_back({std::move(block), std::move(tasks)});
      continue;
    }
    PlanBlock heading{block.numbering, {block.lines.front()}, {block.places.front()}, block.heading};
    PlanBlock body{
        std::nullopt, {block.lines.begin() + 1, block.lines.end()}, {block.places.begin() + 1, block.places.end()}, {}};
    auto body_tasks = tasks_of(body, known);
    if (body_tasks.size() == tasks.size()) {
      blocks.push_back({std::move(heading), {}});
      blocks.push_back({std::move(body), std::move(body_tasks)});
    } else {
      blocks.push_back({std::move(block), std::move(tasks)});
    }
  }
  return blocks;
}

class PlanReader {
 public:
  PlanReader(std::vector<ReadBlock>&& blocks, Language language, Plan& plan)
      : blocks_(std::move(blocks)), language_(language), plan_(plan) {
    for (const auto& [block, tasks] : blocks_) {
      if (block.numbering && !tasks.empty()) item_styles_.insert(block.numbering->style);
    }
  }

  void read() {
    for (std::size_t index = 0; index < blocks_.size(); ++index) {
      const auto& block = blocks_[index].block;
      if (block.numbering) enter(block);
      if (!blocks_[index].tasks.empty()) {
        take_items(blocks_[index]);
      } else if (block.numbering) {
        take_unassigned(index);
      }
    }
    leave_out_empty();
    if (plan_.items.empty() && plan_.complaints.empty()) {
      plan_.complaints.push_back(complain(language_, Wrong::plan_without_items, {}, {}));
    }
  }

 private:
  // A numbered block that is still open: the numbers of its style have not begun again.
  struct Level {
    NumberStyle style;
    View heading;
    std::optional<std::size_t> item;  // when it is an item and no heading
  };

  // Units without a task, of which nothing below says what it is either.
  void leave_out_empty() {
    const auto empty = [](const PlanItem& item) { return item.title.empty(); };
    for (const auto& item : plan_.items)
      if (empty(item))
        plan_.complaints.push_back(complain(language_, Wrong::item_without_text, item.place, item.clause));
    std::erase_if(plan_.items, empty);
    std::stable_sort(plan_.complaints.begin(), plan_.complaints.end(),
                     [](const Complaint& a, const Complaint& b) { return a.place.line < b.place.line; });
  }

  void enter(const PlanBlock& block) {
    const auto style = block.numbering->style;
    const auto same =
        std::find_if(levels_.begin(), levels_.end(), [&](const Level& level) { return level.style == style; });
    levels_.erase(same, levels_.end());
    levels_.push_back({style, block.heading, std::nullopt});
  }

  void take_items(const ReadBlock& read) {
    const auto number = read.block.numbering ? read.block.numbering->number : std::string();
    const auto path = section(read.block.numbering.has_value());
    for (const auto& task : read.tasks) {
      const auto& roles = task.roles;
      const bool vaguely_led = std::any_of(roles.vague.begin(), roles.vague.end(),
                                           [](const VagueUnit& unit) { return unit.role == ClauseRole::lead; });
      if (roles.lead.empty() && !vaguely_led) {
        wrong(Wrong::item_without_lead, task.place, task.text + U"（" + task.clause + U"）");
        continue;
      }
      if (read.block.numbering) levels_.back().item = plan_.items.size();
      auto content = View(task.text);
      while (!content.empty() && View(U"—–-").find(content.back()) != View::npos) content.remove_suffix(1);
      const auto title = to_utf8(content);
      plan_.items.push_back({number, path, title, to_utf8(joined_lines(task.clause)), roles.lead, roles.joint,
                             roles.supporting, roles.vague, roles.due.empty() ? only_due(title) : roles.due,
                             task.place});
    }
  }

  // A numbered block that names nobody: part of the item it stands in, a heading, or an omission.
  void take_unassigned(std::size_t index) {
    const auto& block = blocks_[index].block;
    const auto within = std::find_if(levels_.rbegin(), levels_.rend(), [](const Level& level) { return level.item; });
    if (within != levels_.rend()) {
      auto& title = plan_.items[*within->item].title;
      title += to_utf8(block.heading);
      for (std::size_t line = 1; line < block.lines.size(); ++line) title += to_utf8(block.lines[line]);
      return;
    }
    const bool organises = std::any_of(levels_.begin(), levels_.end(),
                                       [](const Level& level) { return is_organisational(level.heading); });
    const bool item_like = !is_heading_line(block.lines.front()) || item_styles_.contains(block.numbering->style);
    if (organises || !item_like || has_children(index)) return;
    wrong(Wrong::item_without_units, block.places.front(), block.heading);
  }

  bool has_children(std::size_t index) const {
    if (index + 1 == blocks_.size()) return false;
    const auto& next = blocks_[index + 1].block;
    if (!next.numbering) return !blocks_[index + 1].tasks.empty();
    return std::none_of(levels_.begin(), levels_.end(),
                        [&](const Level& level) { return level.style == next.numbering->style; });
  }

  // The headings over a block, its own line not among them.
  std::string section(bool numbered) const {
    std::string path;
    for (auto level = levels_.begin(); level != levels_.end() - (numbered ? 1 : 0); ++level) {
      if (level->item) continue;
      if (!path.empty()) path += " / ";
      path += to_utf8(level->heading);
    }
    return path;
  }

  // The day the text names, if it names just one.
  static std::string only_due(const std::string& text) {
    const auto phrases = due_phrases(text);
    return phrases.size() == 1 ? phrases.front() : std::string();
  }

  void wrong(Wrong what, Place place, View cell) {
    plan_.complaints.push_back(complain(language_, what, place, to_utf8(cell)));
  }

  std::vector<ReadBlock> blocks_;
  Language language_;
  Plan& plan_;
  std::set<NumberStyle> item_styles_;
  std::vector<Level> levels_;
};

}  // namespace

Plan read_plan(std::string_view text, Language language, const KnownUnit& known) {
  auto outline = outline_of_plan(text);
  Plan plan;
  plan.title = std::move(outline.title);
  PlanReader(read_blocks(std::move(outline.blocks), known), language, plan).read();
  return plan;
}

}  // namespace ducha::tools
