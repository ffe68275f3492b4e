#include "tests/support/district.h"

#include <algorithm>
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/names.h"

namespace ducha::support {
namespace {

using Json = nlohmann::ordered_json;

// splitmix64: the same numbers everywhere, which the standard library's distributions are not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  bool percent(unsigned share) { return below(100) < share; }

 private:
  std::uint64_t next() {
    auto z = (state_ += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

// Lines wait here until their day has come; same-day lines keep the order they were made in.
class Agenda {
 public:
  void add(Day on, Json json) { waiting_[on].push_back(std::move(json)); }
  void write_upto(Day day, const Line& line) {
    while (!waiting_.empty() && waiting_.begin()->first <= day) {
      const auto [on, lines] = std::move(*waiting_.begin());
      waiting_.erase(waiting_.begin());
      for (const auto& json : lines) line(on, json.dump());
    }
  }

 private:
  std::map<Day, std::vector<Json>> waiting_;
};

class Year {
 public:
  Year(const YearPlan& plan, const Line& line) : plan_(plan), line_(line), chance_(plan.seed) {}

  void write() {
    const auto days = static_cast<std::uint64_t>(plan_.to - plan_.from + 1);
    for (std::size_t n = 0; n < plan_.dockets; ++n) {
      const Day day = plan_.from + static_cast<int>(n * days / plan_.dockets);
      agenda_.write_upto(day - 1, line_);
      if (n % 5 == 0) decide(day, n / 5 + 1);
      docket(day, n + 1);
    }
    agenda_.write_upto(plan_.to, line_);
  }

 private:
  Json command(const char* verb, Day on) {
    const auto year = std::to_string(civil(plan_.from).year);
    return {{"do", verb}, {"id", year + "-" + std::to_string(100000 + ++ids_)}, {"on", to_string(on)}};
  }
  Json about(const char* verb, Day on) {
    auto json = command(verb, on);
    json["docket"] = docket_;
    return json;
  }
  // Nothing is recorded of what would happen after the year.
  void add(Day on, Json json) {
    if (on <= plan_.to) agenda_.add(on, std::move(json));
  }
  std::string department() { return std::string(units[first_department + chance_.below(departments)].name); }

  void decide(Day on, std::size_t number) {
    static constexpr const char* sources[] = {"executive",   "executive",    "mayor_office", "special_meeting",
                                              "instruction", "npc_proposal", "annual_plan"};
    decision_ = std::to_string(civil(on).year) + "-常-" + std::to_string(number);
    auto json = command("decide", on);
    json["decision"] = decision_;
    json["title"] = "区政府第" + std::to_string(number) + "次会议议定事项";
    json["source"] = sources[chance_.below(std::size(sources))];
    json["chair"] = "区长";
    agenda_.add(on, std::move(json));
  }

  void docket(Day opened, std::size_t number) {
    docket_ = std::to_string(civil(plan_.from).year) + "-" + std::to_string(number);
    auto open = about("open", opened);
    // Drawn one after the other: the order within one expression is the compiler's.
    const std::string place(places[chance_.below(std::size(places))]);
    const std::string work(works[chance_.below(std::size(works))]);
    open["title"] = place + work + "(第" + std::to_string(number) + "项)";
    open["decision"] = decision_;
    open["category"] = chance_.percent(50) ? "城建城管" : "民生保障";
    open["leader"] = "副区长" + std::string(std::vector{"一", "二", "三", "四", "五"}[chance_.below(5)]);
    agenda_.add(opened, std::move(open));

    const Day assigned = opened + static_cast<int>(chance_.below(3));
    const auto lead = department();
    const auto helper = chance_.percent(70) ? department() : lead;
    const int weeks = 4 + static_cast<int>(chance_.below(24));
    const Day due = assigned + 7 * weeks;
    auto assign = about("assign", assigned);
    assign["lead"] = lead;
    if (chance_.percent(15)) assign["joint"] = {department()};
    if (chance_.percent(30))
      assign["supporting"] = {"各街道"};
    else if (helper != lead)
      assign["supporting"] = {helper};
    assign["due"] = to_string(due);
    const bool monthly = chance_.percent(60);
    assign["cadence"] = monthly ? "monthly:25" : "none";
    add(assigned, std::move(assign));
    live(assigned, due, lead, monthly);
  }

  // What the lead does until the docket is closed, now and then late or not at all.
  void live(Day assigned, Day due, const std::string& lead, bool monthly) {
    if (chance_.percent(92)) {
      auto accept = about("accept", assigned + static_cast<int>(chance_.below(2)));
      accept["unit"] = lead;
      add(*parse_day(accept["on"].get<std::string>()), accept);
    }
    const Day done =
        due + (chance_.percent(75) ? -static_cast<int>(chance_.below(10)) : static_cast<int>(chance_.below(40)));
    const Day asked = due - 3;
    if (done > due && chance_.percent(50)) {
      auto extend = about("extend", asked);
      extend["unit"] = lead;
      extend["to"] = to_string(due + 30);
      extend["reason"] = "管线迁改影响工期";
      add(asked, std::move(extend));
      auto grant = about("grant", asked + 1);
      grant["approver"] = "副区长一";
      add(asked + 1, std::move(grant));
    }
    if (monthly) {
      for (Day day = assigned + 10; day < done; day = day + 28) {
        if (chance_.percent(12)) continue;
        auto feedback = about("feedback", day);
        feedback["unit"] = lead;
        feedback["progress"] = std::clamp(100 * (day - assigned) / std::max(1, done - assigned), 0, 99);
        feedback["text"] = std::string(progress_texts[chance_.below(std::size(progress_texts))]);
        add(day, std::move(feedback));
      }
    }
    if (done > due) {
      auto urge = about("urge", due + 1);
      urge["unit"] = lead;
      urge["channel"] = "电话";
      if (due + 1 < done) add(due + 1, std::move(urge));
    }
    if (chance_.percent(8)) return;  // still open at the year's end
    auto complete = about("complete", done);
    complete["unit"] = lead;
    complete["text"] = "已按要求完成,申请办结。";
    add(done, std::move(complete));
    Day closing = done + 5;
    if (chance_.percent(15)) {
      auto returned = about("return", done + 3);
      returned["reason"] = "佐证材料不全";
      add(done + 3, std::move(returned));
      auto again = about("complete", done + 12);
      again["unit"] = lead;
      add(done + 12, std::move(again));
      closing = done + 15;
    }
    auto close = about("close", closing);
    close["result"] = "done";
    add(closing, std::move(close));
  }

  const YearPlan& plan_;
  const Line& line_;
  Chance chance_;
  Agenda agenda_;
  std::size_t ids_ = 0;
  std::string decision_, docket_;
};

}  // namespace

void write_office(Day on, const Line& line) {
  std::size_t number = 0;
  const auto write = [&](Json json) { line(on, json.dump()); };
  const auto id = [&] { return "office-" + std::to_string(++number); };
  Json streets = Json::array();
  for (const auto& unit : units) {
    Json json{{"do", "register-unit"}, {"id", id()},        {"on", to_string(on)},
              {"unit", unit.code},     {"name", unit.name}, {"kind", unit.kind}};
    if (!unit.alias.empty()) json["aliases"] = {unit.alias};
    write(std::move(json));
    if (unit.kind == "subdistrict") streets.push_back(unit.code);
  }
  write({{"do", "define-group"}, {"id", id()}, {"on", to_string(on)}, {"name", "各街道"}, {"members", streets}});
}

void write_year(const YearPlan& plan, const Line& line) { Year(plan, line).write(); }

}  // namespace ducha::support
