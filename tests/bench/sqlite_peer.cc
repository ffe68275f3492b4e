// ducha-bench-sqlite: the same batch lines into SQLite, and the same questions to it.
//
//   load DB FILE            every line an event, and the tables the questions need; one transaction
//   add DB LINE             one more, in a transaction of its own
//   overdue DB DAY          what is owed and late on that day
//   standing DB FROM TO DAY counts by unit and role
//   history DB DOCKET       a docket's events
//   replay DB               the derived tables anew from the events
//   check DB                SQLite's own check of the file
//
// The peer checks nothing: it takes every line as lawful, keeps no digest of it and refuses only an identity
// used twice. README.md says what of its answers can be compared with the ledger's.

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

#include "ledger/base/day.h"
#include "ledger/domain/cadence.h"
#include "ledger/domain/calendar.h"
#include "ledger/domain/deadline.h"
#include "ledger/domain/default_calendar.h"
#include "tests/bench/peer_schema.h"
#include "tests/bench/sqlite.h"

namespace ducha::bench {
namespace {

using Object = simdjson::dom::object;
using Names = std::vector<std::string>;

constexpr int year_first = 1900, year_last = 2030;

domain::Calendar adopted() {
  domain::Calendar calendar;
  const auto days = domain::parse_calendar(domain::default_calendar_csv).days;
  for (int year = year_first; year <= year_last; ++year) calendar.adopt(year, "default", days);
  return calendar;
}

std::string_view text(const Object& object, const char* name) {
  std::string_view value;
  return object[name].get(value) ? std::string_view() : value;
}
Names texts(const Object& object, const char* name) {
  Names all;
  simdjson::dom::array list;
  if (!object[name].get(list))
    for (const auto each : list) all.emplace_back(std::string_view(each));
  return all;
}
std::int64_t day_in(const Object& object, const char* name) {
  const auto day = parse_day(text(object, name));
  return day ? day->number() : 0;
}

// The tables that answer questions, kept as events come in.
class Derived {
 public:
  explicit Derived(Connection& db) : db_(db) {}

  void take(const Object& event) {
    const auto verb = text(event, "do");
    const auto docket = number_of(text(event, "docket"));
    const auto on = day_in(event, "on");
    if (verb == "feedback")
      feedback(event, docket, on);
    else if (verb == "accept")
      accept_.run(docket, unit_of(text(event, "unit")), on);
    else if (verb == "open")
      open(event);
    else if (verb == "assign")
      assign(event, docket, on);
    else if (verb == "urge")
      happening(docket, text(event, "unit"), "urge", on);
    else if (verb == "contribute")
      contribute_.run(docket, unit_of(text(event, "unit")), on);
    else if (verb == "extend")
      ask_.run(docket, on, limit(event, "to", on));
    else if (verb == "grant")
      grant_roles_.run(docket, on, limit(event, "to", on)), grant_.run(docket, on, limit(event, "to", on)),
          each_lead(docket, "extension", on);
    else if (verb == "complete")
      finish(docket, on);
    else if (verb == "return")
      unfinish_.run(docket), unfinish_roles_.run(docket), each_lead(docket, "return", on);
    else if (verb == "close")
      close_.run(docket, on, text(event, "result"));
    else if (verb == "object")
      happening(docket, text(event, "unit"), "objection", on);
    else if (verb == "settle" && text(event, "outcome") == "upheld")
      end_role_.run(docket, unit_of(text(event, "unit")), on);
    else if (verb == "reassign")
      reassign(event, docket, on);
    else if (verb == "register-unit")
      name_unit(event);
    else if (verb == "define-group")
      groups_[std::string(text(event, "name"))] = texts(event, "members");
  }

  std::optional<std::int64_t> number_of(std::string_view code) {
    if (code.empty()) return {};
    if (const auto known = dockets_.find(std::string(code)); known != dockets_.end()) return known->second;
    if (!may_ask_) return {};
    return find_docket_.bind(code).step() ? std::optional(find_docket_.number(0)) : std::nullopt;
  }
  // From now on names that are not in memory are looked up: there are indexes.
  void indexed() { may_ask_ = true; }

  void fill_cadences(const std::string& written) {
    if (written.empty() || written == "none" || !cadences_.emplace(written, true).second) return;
    const auto cadence = domain::parse_cadence(written).value_or(domain::Cadence{});
    const Day end = *day_of({year_last, 12, 31});
    Day previous = *day_of({year_first, 1, 1});
    for (Day day = domain::next_after(cadence, previous); day < end;) {
      const Day next = domain::next_after(cadence, day);
      add_day_.run(written, day.number(), previous.number(), next.number());
      previous = day;
      day = next;
    }
  }

 private:
  void open(const Object& event) {
    const auto number = static_cast<std::int64_t>(dockets_.size()) + 1;
    dockets_.emplace(text(event, "docket"), number);
    open_.run(number, text(event, "docket"), text(event, "title"), text(event, "leader"), text(event, "parent"));
  }

  void assign(const Object& event, std::optional<std::int64_t> docket, std::int64_t on) {
    const auto due = limit(event, "due", on), part = limit(event, "supportingDue", on);
    const std::string cadence(text(event, "cadence"));
    fill_cadences(cadence);
    assign_.run(docket, due, cadence);
    give_roles(event, docket, on, due, part);
  }

  void give_roles(const Object& event, std::optional<std::int64_t> docket, std::int64_t on,
                  std::optional<std::int64_t> due, std::optional<std::int64_t> part) {
    const auto accept_by =
        domain::count_from(Day{static_cast<std::int32_t>(on)}, {domain::Limit::Kind::workdays, 1, {}}, calendar_)
            .day.number();
    const auto give = [&](const std::string& name, bool led) {
      role_.run(docket, unit_of(name), on, led ? 1 : 0, led ? due : std::nullopt, accept_by, led ? std::nullopt : part);
    };
    if (const auto lead = text(event, "lead"); !lead.empty()) give(std::string(lead), true);
    for (const auto& name : texts(event, "joint")) give(name, true);
    for (const auto& name : texts(event, "supporting")) each_member(name, [&](const auto& unit) { give(unit, false); });
  }

  void reassign(const Object& event, std::optional<std::int64_t> docket, std::int64_t on) {
    auto due = limit(event, "due", on);
    if (!text(event, "lead").empty()) end_leads_.run(docket, on);
    for (const auto& name : texts(event, "remove")) end_role_.run(docket, unit_of(name), on);
    if (due) set_due_.run(docket, due);
    if (!due && due_of_.bind(docket).step() && due_of_.number(0) != 0) due = due_of_.number(0);
    give_roles(event, docket, on, due, {});
  }

  void feedback(const Object& event, std::optional<std::int64_t> docket, std::int64_t on) {
    std::int64_t progress = -1;
    if (event["progress"].get(progress)) progress = -1;
    feedback_.run(docket, unit_of(text(event, "unit")), on, progress);
  }

  void finish(std::optional<std::int64_t> docket, std::int64_t on) {
    finish_.run(docket, on);
    finish_roles_.run(docket, on);
  }

  void happening(std::optional<std::int64_t> docket, std::string_view unit, std::string_view kind, std::int64_t on) {
    happening_.run(docket, unit_of(unit), kind, on);
  }
  void each_lead(std::optional<std::int64_t> docket, std::string_view kind, std::int64_t on) {
    lead_happening_.run(docket, kind, on);
  }

  void name_unit(const Object& event) {
    const std::string unit(text(event, "unit"));
    auto all = texts(event, "aliases");
    all.push_back(unit);
    all.emplace_back(text(event, "name"));
    for (const auto& name : all)
      if (units_.emplace(name, unit).second) name_.run(name, unit);
  }
  std::string unit_of(std::string_view name) {
    if (const auto known = units_.find(std::string(name)); known != units_.end()) return known->second;
    if (may_ask_ && find_unit_.bind(name).step()) return std::string(find_unit_.text(0));
    return std::string(name);
  }
  template <class Visit>
  void each_member(const std::string& name, const Visit& visit) {
    const auto group = groups_.find(name);
    if (group == groups_.end()) return visit(name);
    for (const auto& member : group->second) each_member(member, visit);
  }

  // The day a limit (2022-06-30, 3wd, 30d) falls due, counted from `on`.
  std::optional<std::int64_t> limit(const Object& event, const char* name, std::int64_t on) const {
    const auto told = domain::parse_limit(text(event, name));
    if (!told) return {};
    return domain::count_from(Day{static_cast<std::int32_t>(on)}, *told, calendar_).day.number();
  }

  Connection& db_;
  domain::Calendar calendar_ = adopted();
  std::unordered_map<std::string, std::int64_t> dockets_;
  std::unordered_map<std::string, std::string> units_;
  std::map<std::string, Names> groups_;
  std::map<std::string, bool> cadences_;
  bool may_ask_ = false;

  Statement open_{db_, "INSERT INTO dockets (docket, code, title, leader, parent) VALUES (?, ?, ?, ?, ?)"};
  Statement assign_{db_, "UPDATE dockets SET due = ?2, cadence = ?3 WHERE docket = ?1"};
  Statement set_due_{db_, "UPDATE dockets SET due = ?2 WHERE docket = ?1"};
  Statement due_of_{db_, "SELECT due FROM dockets WHERE docket = ?1"};
  Statement role_{db_,
                  "INSERT OR IGNORE INTO roles (docket, unit, since, led, due, first, accept_by, part_by)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7)"};
  Statement end_leads_{db_, "UPDATE roles SET until = ?2 WHERE docket = ?1 AND led AND until IS NULL"};
  Statement end_role_{db_, "UPDATE roles SET until = ?3 WHERE docket = ?1 AND unit = ?2 AND until IS NULL"};
  Statement accept_{
      db_, "UPDATE roles SET accepted = ?3 WHERE docket = ?1 AND unit = ?2 AND until IS NULL AND accepted IS NULL"};
  Statement contribute_{db_, "UPDATE roles SET part_done = coalesce(part_done, ?3) WHERE docket = ?1 AND unit = ?2"};
  Statement feedback_{db_, "INSERT INTO feedback VALUES (?, ?, ?, ?)"};
  Statement ask_{db_, "UPDATE dockets SET asked_on = ?2, asked_to = ?3 WHERE docket = ?1"};
  Statement grant_roles_{
      db_,
      "UPDATE roles SET due = coalesce(?3, (SELECT asked_to FROM dockets WHERE docket = ?1)) WHERE docket = ?1 AND led"
      " AND until IS NULL AND due >= coalesce((SELECT asked_on FROM dockets WHERE docket = ?1), ?2)"};
  Statement grant_{db_,
                   "UPDATE dockets SET due = iif(due >= coalesce(asked_on, ?2), coalesce(?3, asked_to), due),"
                   " asked_on = NULL, asked_to = NULL WHERE docket = ?1"};
  Statement finish_{db_, "UPDATE dockets SET finished = ?2 WHERE docket = ?1"};
  Statement finish_roles_{db_,
                          "UPDATE roles SET done = ?2 WHERE docket = ?1 AND led AND until IS NULL AND due IS NOT NULL"};
  Statement unfinish_{db_, "UPDATE dockets SET finished = NULL, returns = returns + 1 WHERE docket = ?1"};
  Statement unfinish_roles_{db_, "UPDATE roles SET done = NULL WHERE docket = ?1 AND until IS NULL"};
  Statement close_{db_,
                   "UPDATE dockets SET closed = ?2, result = ?3, finished = coalesce(finished, ?2) WHERE docket = ?1"};
  Statement happening_{db_,
                       "INSERT INTO happenings SELECT ?1, ?2, coalesce((SELECT max(led) FROM roles"
                       " WHERE docket = ?1 AND unit = ?2 AND until IS NULL), 0), ?3, ?4"};
  Statement lead_happening_{
      db_, "INSERT INTO happenings SELECT ?1, unit, 1, ?2, ?3 FROM roles WHERE docket = ?1 AND led AND until IS NULL"};
  Statement name_{db_, "INSERT INTO names VALUES (?, ?)"};
  Statement find_docket_{db_, "SELECT docket FROM dockets WHERE code = ?"};
  Statement find_unit_{db_, "SELECT unit FROM names WHERE name = ?"};
  Statement add_day_{db_, "INSERT INTO cadence_days VALUES (?, ?, ?, ?)"};
};

// Reads lines of JSON one after the other.
class Lines {
 public:
  Object read(const std::string& line) {
    Object object;
    if (parser_.parse(line).get(object)) throw std::runtime_error("not a JSON object: " + line);
    return object;
  }

 private:
  simdjson::dom::parser parser_;
};

void put_event(Statement& insert, Derived& derived, const Object& event, std::string_view line) {
  insert.run(text(event, "id"), derived.number_of(text(event, "docket")), day_in(event, "on"), text(event, "do"), line);
}

constexpr const char* insert_event = "INSERT INTO events (id, docket, day, verb, body) VALUES (?, ?, ?, ?, ?)";

void load(Connection& db, const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  db.run("BEGIN");
  db.run(event_tables);
  db.run(derived_tables);
  {
    Derived derived(db);
    Statement insert(db, insert_event);
    Lines lines;
    for (std::string line; std::getline(file, line);) {
      const auto event = lines.read(line);
      derived.take(event);
      put_event(insert, derived, event, line);
    }
  }
  db.run(event_indexes);
  db.run(derived_indexes);
  db.run("COMMIT");
}

void add(Connection& db, const std::string& line) {
  Derived derived(db);
  derived.indexed();
  Statement insert(db, insert_event);
  Lines lines;
  const auto event = lines.read(line);
  db.run("BEGIN IMMEDIATE");
  derived.take(event);
  put_event(insert, derived, event, line);
  db.run("COMMIT");
}

void replay(Connection& db) {
  db.run("BEGIN");
  db.run(drop_derived);
  db.run(derived_tables);
  {
    Derived derived(db);
    Lines lines;
    Statement events(db, "SELECT body FROM events ORDER BY seq");
    while (events.step()) derived.take(lines.read(std::string(events.text(0))));
  }
  db.run(derived_indexes);
  db.run("COMMIT");
}

void print(Statement& rows) {
  fmt::memory_buffer out;
  while (rows.step()) {
    for (int column = 0; column < rows.columns(); ++column)
      fmt::format_to(std::back_inserter(out), "{}{}", column == 0 ? "" : "\t", rows.text(column));
    out.push_back('\n');
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
}

std::int64_t number(const char* day) {
  const auto read = parse_day(day);
  if (!read) throw std::runtime_error(std::string("no day: ") + day);
  return read->number();
}

int run(int argc, char** argv) {
  const std::string_view verb = argc > 2 ? argv[1] : "";
  if (verb.empty()) return 2;
  Connection db(argv[2]);
  db.run(pragmas);
  if (verb == "load" && argc == 4) {
    load(db, argv[3]);
  } else if (verb == "add" && argc == 4) {
    add(db, argv[3]);
  } else if (verb == "replay") {
    replay(db);
  } else if (verb == "overdue" && argc == 4) {
    Statement rows(db, overdue_query);
    print(rows.bind(std::int64_t{0}, number(argv[3]) - 1, number(argv[3])));
  } else if (verb == "standing" && argc == 6) {
    Statement rows(db, standing_query);
    print(rows.bind(number(argv[3]), number(argv[4]), number(argv[5])));
  } else if (verb == "history" && argc == 4) {
    Statement rows(db, history_query);
    print(rows.bind(std::string_view(argv[3])));
  } else if (verb == "check") {
    Statement rows(db, "PRAGMA integrity_check");
    print(rows);
  } else {
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace ducha::bench

int main(int argc, char** argv) {
  try {
    const int answer = ducha::bench::run(argc, argv);
    if (answer == 2)
      std::fputs("usage: ducha-bench-sqlite load|add|overdue|standing|history|replay|check DB …\n", stderr);
    return answer;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
}
