// The database under a ledger. Nothing else in the program knows that it is RocksDB.
//
// What was committed is on the disk when `commit` returns, whole or not at all. One process writes; others
// read a frozen view meanwhile and hold nobody up. Whatever goes wrong below is thrown as a Fault.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/store/keys.h"

namespace ducha::store {

enum class Access : std::uint8_t { read, write };

// From so many rows on a write is laid down in files of its own.
inline constexpr std::size_t bulk_rows_min = 20'000;

// Changes that go to the disk together. Of a large write the keys come in ascending order, family by family.
class Writes {
 public:
  ~Writes();
  Writes(Writes&&) noexcept;
  void put(Family family, std::string_view key, std::string_view value);
  void erase(Family family, std::string_view key);
  // Everything in the family that is there before this batch.
  void clear(Family family);
  // Whether it is a large one. Then, and only then, several threads may put rows at once, each of families of its own.
  bool large() const;

 private:
  friend class Database;
  struct Batch;
  explicit Writes(std::unique_ptr<Batch> batch);
  std::unique_ptr<Batch> batch_;
};

// Goes through the rows of a family one by one, in the order of their keys. Throws when reading fails.
class Cursor {
 public:
  ~Cursor();
  Cursor(Cursor&&) noexcept;
  Cursor& operator=(Cursor&&) noexcept;
  // The present row, or nothing at the end; good until the next step.
  struct Row {
    std::string_view key, value;
  };
  std::optional<Row> row() const;
  void step();
  // To the first row whose key is not before `key`; never back.
  void advance_to(std::string_view key);

 private:
  friend class Database;
  struct Place;
  explicit Cursor(std::unique_ptr<Place> place);
  std::unique_ptr<Place> place_;
};

class Database {
 public:
  using Visit = std::function<bool(std::string_view key, std::string_view value)>;

  // Makes an empty database in a new private folder (0700). Throws Fault::exists when there is one.
  static void create(const std::filesystem::path& folder);
  static bool is_in(const std::filesystem::path& folder);
  Database(const std::filesystem::path& folder, Access access);
  ~Database();
  // Of a reader: shows what is there now instead of what was there when it was opened.
  void look_again();

  std::optional<std::string> get(Family family, std::string_view key) const;
  // The last key of the family that is not after `key` / the last of all.
  std::optional<std::string> last_key_upto(Family family, std::string_view key) const;
  std::optional<std::string> last_key(Family family) const;
  // Visits keys in order, from `from` to before `to` (to the end when empty); stops early on false. Key and
  // value are good for the call. Throws when the scan failed rather than ended.
  void scan(Family family, std::string_view from, std::string_view to, const Visit& visit) const;

  Cursor cursor(Family family) const;

  // For about so many rows.
  Writes writes(std::size_t rows = 0);
  void commit(Writes&& writes);

  // Approximate bytes of the family, on disk and in memory.
  std::uint64_t bytes_of(Family family) const;
  // Of the rows from `from` on and before `to`.
  std::uint64_t bytes_of(Family family, std::string_view from, std::string_view to) const;
  // Checks every byte of the table files on disk against the sums kept of them.
  void check_files() const;
  // Gives back the room of what was cleared or written over, which the database would do some day by itself. Where that
  // fails nothing is lost.
  void tidy(Family family);
  const std::filesystem::path& folder() const;

 private:
  struct Open;
  std::unique_ptr<Open> open_;
};

}  // namespace ducha::store
