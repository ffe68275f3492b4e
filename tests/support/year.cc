#include "tests/support/year.h"

#include <algorithm>
#include <map>
#include <utility>

#include "tests/support/decisions.h"
#include "tests/support/stories.h"
#include "tests/support/workdays.h"

namespace ducha::support {
namespace {

// Commands wait here until their day has come; same-day ones keep the order they were made in.
class Agenda {
 public:
  void add(Command command) { waiting_[command.at].push_back(std::move(command)); }
  void give_upto(Day day, const Take& take) {
    while (!waiting_.empty() && waiting_.begin()->first <= day) {
      const auto commands = std::move(waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      for (const auto& command : commands) take(command);
    }
  }

 private:
  std::map<Day, std::vector<Command>> waiting_;
};

// Stories drawn like cards: each pass through the deck tells every story as often as its weight says.
class Deck {
 public:
  explicit Deck(std::uint64_t seed) : chance_(seed, ~std::uint64_t{0}) {
    for (const auto& story : stories()) cards_.insert(cards_.end(), story.weight, story.tell);
  }
  auto draw() {
    if (drawn_ % cards_.size() == 0)
      for (auto left = cards_.size(); left > 1; --left) {
        const auto other = chance_.below(left);
        std::swap(cards_[left - 1], cards_[other]);
      }
    return cards_[drawn_++ % cards_.size()];
  }

 private:
  Chance chance_;
  std::vector<void (*)(Life&)> cards_;
  std::size_t drawn_ = 0;
};

class Year {
 public:
  Year(const YearPlan& plan, const Take& take)
      : plan_(plan),
        habits_{plan.brief, plan.wordy},
        decisions_(plan.seed),
        deck_(plan.seed),
        take_([&, take](const Command& command) {
          if (!full()) take(command), ++told_;
        }) {}

  void tell() {
    const auto days = static_cast<std::uint64_t>(plan_.to - plan_.from + 1);
    for (std::size_t n = 0; n < plan_.dockets && !full(); ++n) {
      const Day day = workday_from(plan_.from + static_cast<int>(n * days / plan_.dockets));
      if (day > plan_.to) break;
      agenda_.give_upto(day - 1, take_);
      if (n % dockets_a_decision == 0) agenda_.add(decisions_.next(day, habits_));
      docket(day, n);
    }
    agenda_.give_upto(plan_.to, take_);
  }

 private:
  static constexpr std::size_t dockets_a_decision = 4;

  bool full() const { return plan_.lines_max > 0 && told_ >= plan_.lines_max; }

  void docket(Day opened, std::size_t n) {
    const int year = civil(opened).year;
    in_year_ = year == year_ ? in_year_ + 1 : 1;
    year_ = year;
    Life life(habits_, matter(opened, n), plan_.seed, n + 1);
    const auto story = n == 0 ? eventful : deck_.draw();
    story(life);
    earlier_ = life.matter().code;
    // Nothing is recorded of what would happen after the year.
    for (auto& command : life.told())
      if (command.at <= plan_.to) agenda_.add(std::move(command));
  }

  Matter matter(Day opened, std::size_t n) {
    // The first is 老旧小区改造 at the first place; then every work comes at every place before any comes again.
    const auto all = std::size(works) * std::size(places);
    const auto& work = works[n % std::size(works)];
    const auto place = places[(n + n / std::size(works)) % std::size(places)];
    Matter matter;
    matter.code = std::to_string(year_) + "-" + std::to_string(in_year_);
    matter.title = std::string(place) + std::string(work.title);
    if (const auto phase = n / all; phase > 0) matter.title += "（" + std::to_string(phase + 1) + "期）";
    matter.decision = decisions_.number();
    matter.work = &work;
    static constexpr std::string_view deputies[] = {"副区长一", "副区长二", "副区长三", "副区长四", "副区长五"};
    matter.leader = deputies[work.lead % std::size(deputies)];
    matter.earlier = earlier_;
    matter.opened = opened;
    return matter;
  }

  const YearPlan& plan_;
  Habits habits_;
  Decisions decisions_;
  Deck deck_;
  Take take_;
  Agenda agenda_;
  int year_ = 0;
  std::size_t in_year_ = 0, told_ = 0;
  std::string earlier_;
};

}  // namespace

void tell_office(Day on, const Take& take) {
  const auto give = [&](Json json) { take({on, std::move(json)}); };
  for (const auto& unit : units) {
    Json json{{"do", "register-unit"}, {"id", "unit/" + std::string(unit.code)},
              {"on", to_string(on)},   {"unit", unit.code},
              {"name", unit.name},     {"kind", unit.kind}};
    if (!unit.alias.empty()) json["aliases"] = Json::array({unit.alias});
    json["head"] = unit.head;
    give(std::move(json));
  }
  for (const auto& group : groups) {
    auto members = Json::array();
    for (const auto member : group.members)
      if (!member.empty()) members.push_back(member);
    give({{"do", "define-group"},
          {"id", "group/" + std::string(group.name)},
          {"on", to_string(on)},
          {"name", group.name},
          {"members", std::move(members)}});
  }
}

void tell_year(const YearPlan& plan, const Take& take) { Year(plan, take).tell(); }

}  // namespace ducha::support
