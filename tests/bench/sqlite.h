// SQLite's C interface, as little of it as the peer needs.

#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace ducha::bench {

class Connection {
 public:
  explicit Connection(const std::string& path) {
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) fail();
  }
  ~Connection() { sqlite3_close(db_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() const { throw std::runtime_error(std::string("sqlite: ") + sqlite3_errmsg(db_)); }
  sqlite3* raw() const { return db_; }

 private:
  sqlite3* db_ = nullptr;
};

// A prepared statement, bound and stepped any number of times. Bound text must live until the step.
class Statement {
 public:
  Statement(Connection& connection, const char* sql) : connection_(connection) {
    if (sqlite3_prepare_v3(connection.raw(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK)
      connection.fail();
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  template <class... Value>
  Statement& bind(const Value&... values) {
    sqlite3_reset(statement_);
    int at = 0;
    (put(++at, values), ...);
    return *this;
  }
  // Whether there is a row.
  bool step() {
    const int answer = sqlite3_step(statement_);
    if (answer != SQLITE_ROW && answer != SQLITE_DONE) connection_.fail();
    return answer == SQLITE_ROW;
  }
  template <class... Value>
  void run(const Value&... values) {
    bind(values...).step();
    sqlite3_reset(statement_);  // an open read would keep the write-ahead log from being taken over
  }

  int columns() const { return sqlite3_column_count(statement_); }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string_view text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                : std::string_view("null");
  }

 private:
  void put(int at, std::string_view text) {
    expect(sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
  }
  void put(int at, std::int64_t number) { expect(sqlite3_bind_int64(statement_, at, number)); }
  void put(int at, const std::optional<std::int64_t>& number) {
    expect(number ? sqlite3_bind_int64(statement_, at, *number) : sqlite3_bind_null(statement_, at));
  }
  void expect(int answer) const {
    if (answer != SQLITE_OK) connection_.fail();
  }

  Connection& connection_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace ducha::bench
