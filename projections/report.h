// A report is a value: named columns, typed cells, and a footer that says what it was computed from.
//
// A query lists its columns once, each with the member of the row it shows; `tabulate` turns typed rows
// into cells, and every renderer walks the same list. The same inputs give the same bytes.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/base/day.h"

namespace ducha::reports {

// Counts by name ("blue": 1), in the order of the names.
using Counts = std::map<std::string, std::int64_t, std::less<>>;
using Texts = std::vector<std::string>;

// A word of a closed vocabulary (a duty kind, a state, a role, a light): the name of the contract, which
// machines read; people are shown its translation.
struct Word {
  std::string_view name;
  bool operator==(const Word&) const = default;
};

// A number with up to three decimals, held exactly: thousandths.
struct Decimal {
  std::int64_t thousandths = 0;
  auto operator<=>(const Decimal&) const = default;
};

// A share of a whole; machines read the quotient, people a percentage.
struct Rate {
  std::int64_t part = 0;
  std::int64_t whole = 1;  // never 0: a rate over nothing is an empty cell
  bool operator==(const Rate&) const = default;
};

// A thing that has a code and a name: machines read the code, people the name.
struct Named {
  std::string code;
  std::string name;
  bool operator==(const Named&) const = default;
};

// What a fact says, field by field: machines read `unit=区住建局 role=lead`, people sentences in their language.
struct Field {
  std::string_view name;
  std::variant<std::string, Word, Day, std::int64_t, bool> value;
  bool operator==(const Field&) const = default;
};
using Fields = std::vector<Field>;

// What a fact changed in a duty: it began, its due day moved, its state turned, it passed to another unit, or it is
// owed no more.
struct Change {
  enum class Kind : std::uint8_t { begun, moved, turned, passed, gone };
  Kind kind;
  std::string unit;  // by name
  Word duty;
  Day due;
  Word state = {};        // begun, turned and passed: as it is now
  Word before = {};       // turned: as it was
  Day from = {};          // moved: the due day before
  std::string heir = {};  // passed: who owes it now, by name
  bool operator==(const Change&) const = default;
};
using Changes = std::vector<Change>;

// std::monostate is "there is none" (JSON null).
using Cell = std::variant<std::monostate, std::string, Word, std::int64_t, bool, Day, Decimal, Rate, Counts, Texts,
                          Named, Fields, Changes>;

// How a column is set on paper and in a terminal.
enum class Align : std::uint8_t { left, right };

// What stands below a column that adds up: the sum of its numbers (of rates, the rate of all), or how often
// each of its words occurs. `share`: rates of one whole, whose sum is a share of it too.
enum class Total : std::uint8_t { none, sum, count, share };

// A column that no terminal shows; files and programs have it.
inline constexpr std::uint8_t machines_only = 255;

struct Column {
  std::string_view name;  // machines: JSON member, CSV header with --lang en
  std::string_view zh;    // people
  std::string_view en;
  Align align = Align::left;
  std::uint8_t weight = 0;  // 0: never cut; else the column gives way in proportion when space is short

  // For terminals, which seldom have room for all. Columns leave until the rest fits, the highest `leaves` first;
  // 0 stays. Each column with a weight is to keep `least` columns of the line meanwhile.
  std::uint8_t leaves = 0;
  std::uint8_t least = 6;
  // The column that speaks for this one. A yes is a sign beside it, a light its colour; a day that is the same there is
  // left out here, and one that differs is a sign beside it when this column has left.
  std::string_view beside = {};
  Total total = Total::none;
};

// A picture of a table, for formats that have pictures. It names columns: the numbers are the table's own.
struct Plot {
  enum class Kind : std::uint8_t {
    shares,   // how often each word of the first column `of` occurs, as the parts of one bar; or as often as the
              // second says
    stacked,  // a bar a row, made of the numbers of the columns `of`, one after another
    lines,    // a line a column of `of`, from row to row
  };
  Kind kind;
  std::string_view zh, en;           // what it shows
  std::string_view along;            // the column that names the bars or the points; none for shares
  std::vector<std::string_view> of;  // columns
  std::string_view apart = {};       // the column by whose words the rows are drawn apart (牵头, 协办)
};

// A docket's life on one axis of days: a lane for the docket, and one a unit and role.
struct Timeline {
  // Days from..to, both included.
  struct Bar {
    Day from, to;
    Word what;       // open, suspended; of a unit: its role, or late, overdue, missed for what ran over
    Word duty = {};  // of what ran over
    bool operator==(const Bar&) const = default;
  };
  struct Mark {
    Day on;
    Word what;        // a fact's name; of a unit: the duty that was due
    Word state = {};  // of a duty; empty for a fact
    std::optional<Day> done = {};
    bool operator==(const Mark&) const = default;
  };
  struct Lane {
    std::string who;  // empty: the docket itself
    Word role;
    std::vector<Bar> bars;
    std::vector<Mark> marks;
    bool operator==(const Lane&) const = default;
  };
  Day from, to;  // of the axis
  Day on;        // the day it is seen from
  std::vector<Lane> lanes;
  std::vector<Day> dues;  // every due day the docket had, in the order they were told
  bool operator==(const Timeline&) const = default;
};

// How a report reads on a terminal: a row a line; (history) a paragraph each; or (check) a paragraph each, what is
// short on its first line, what has a weight below it and never cut.
enum class Shape : std::uint8_t { table, story, list };

// What a report was computed from.
struct Footer {
  Day on;
  std::uint64_t seq = 0;              // the last entry taken into account
  std::string digest;                 // the tree's root over entries 0..seq, in hexadecimal
  std::string digest_algorithm;       // sha256
  std::string rules;                  // the edition of the rules
  std::vector<std::string> calendar;  // "2022@edition", one a year
};

// A sentence the reader is to know, below what it is about. Machines read the name.
struct Note {
  std::string_view name, zh, en;
  bool operator==(const Note&) const = default;
};

// The rows of a table. Of a long one they are made when they are asked for: cells take ten times the room of what they
// are made of. Read from one thread.
class Rows {
 public:
  using Row = std::vector<Cell>;
  using Make = std::function<Row(std::size_t)>;

  Rows() = default;
  Rows(std::initializer_list<Row> rows) : kept_(rows) {}
  Rows(std::vector<Row> rows) : kept_(std::move(rows)) {}
  // `make` gives row after row, the same whenever it is asked.
  Rows(std::size_t size, Make make) : size_(size), make_(std::move(make)) {}

  std::size_t size() const { return size_ + kept_.size(); }
  bool empty() const { return size() == 0; }
  // Good until so many others were asked for.
  static constexpr std::size_t held = 1024;
  const Row& operator[](std::size_t i) const { return i < size_ ? made(i) : kept_[i - size_]; }
  const Row& front() const { return (*this)[0]; }
  const Row& back() const { return (*this)[size() - 1]; }
  void push_back(Row row) { kept_.push_back(std::move(row)); }
  void reserve(std::size_t size) { kept_.reserve(size); }
  void clear() { *this = {}; }

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = const Row&;
    Iterator() = default;
    Iterator(const Rows& rows, std::size_t at) : rows_(&rows), at_(at) {}
    reference operator*() const { return (*rows_)[at_]; }
    pointer operator->() const { return &**this; }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return {*rows_, at_++}; }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Rows* rows_ = nullptr;
    std::size_t at_ = 0;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

 private:
  const Row& made(std::size_t i) const {
    if (held_.empty()) held_.resize(std::min(held, size_), {size_, {}});
    auto& [which, row] = held_[i % held_.size()];
    if (which != i) {
      row = make_(i);
      which = i;
    }
    return row;
  }

  std::size_t size_ = 0;
  Make make_;
  mutable std::vector<std::pair<std::size_t, Row>> held_;  // the last that were made
  std::vector<Row> kept_;                                  // after those that are made
};

struct Report {
  std::string_view name;    // overdue, standing, …
  std::string_view zh, en;  // its title for people
  std::vector<std::pair<std::string_view, Cell>>
      asked;  // what was asked: from, to, unit …; the day stands in the footer
  Footer footer;
  std::vector<Column> columns;
  Rows rows;
  Shape shape = Shape::table;
  std::vector<Note> notes = {};
  // Further tables of the same report, in the order they are read: each with a name, its titles, columns and rows. What
  // was asked and the footer are the whole report's.
  std::vector<Report> parts = {};
  std::vector<Plot> plots = {};
  std::optional<Timeline> timeline = {};
};

// One column of a row type: the column and how to get the cell. `get` is a member pointer or a callable.
template <class Row>
struct ColumnOf {
  Column column;
  Cell (*get)(const Row&);
};

// A table that goes below others.
inline Report part(std::string_view name, std::string_view zh, std::string_view en) {
  Report part{};
  part.name = name;
  part.zh = zh;
  part.en = en;
  return part;
}

// From so many rows on their cells are made when they are asked for.
inline constexpr std::size_t long_table = 4096;

// The rows own what their cells are made of, and the columns stay for ever.
template <class Row, std::size_t N>
void tabulate(std::vector<Row> rows, const ColumnOf<Row> (&columns)[N], Report& into) {
  for (const auto& each : columns) into.columns.push_back(each.column);
  const auto cells = [&columns](const Row& row) {
    Rows::Row made;
    made.reserve(N);
    for (const auto& each : columns) made.push_back(each.get(row));
    return made;
  };
  if (rows.size() >= long_table) {
    const auto size = rows.size();
    const auto all = std::make_shared<const std::vector<Row>>(std::move(rows));
    into.rows = Rows(size, [all, cells](std::size_t i) { return cells((*all)[i]); });
    return;
  }
  into.rows.reserve(rows.size());
  for (const Row& row : rows) into.rows.push_back(cells(row));
}

}  // namespace ducha::reports
