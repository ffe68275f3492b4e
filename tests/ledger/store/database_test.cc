#include "ledger/store/database.h"

#include <memory>

#include <rocksdb/db.h>
#include <unistd.h>

#include "ledger/store/options.h"
#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

struct Open {
  Folder folder;
  std::filesystem::path path = folder.path() / "ledger";
  std::optional<Database> database;

  Open() {
    Database::create(path);
    database.emplace(path, Access::write);
  }
  void put(std::string_view key, std::string_view value) {
    Writes rows = database->writes();
    rows.put(Family::cards, key, value);
    database->commit(std::move(rows));
  }
  std::vector<std::string> keys(const Database& from, std::string_view first = {}, std::string_view end = {}) {
    std::vector<std::string> found;
    from.scan(Family::cards, first, end, [&](std::string_view key, std::string_view) {
      found.emplace_back(key);
      return true;
    });
    return found;
  }
};

using Keys = std::vector<std::string>;

TEST_CASE("rows are found again by key, in the order of their keys", "[store][database]") {
  Open open;
  open.put("b", "2");
  open.put("a", "1");
  open.put("c", "3");
  CHECK(open.database->get(Family::cards, "b") == "2");
  CHECK_FALSE(open.database->get(Family::cards, "d"));
  CHECK_FALSE(open.database->get(Family::duties, "b"));
  CHECK(open.keys(*open.database) == Keys{"a", "b", "c"});
  CHECK(open.keys(*open.database, "b") == Keys{"b", "c"});
  CHECK(open.keys(*open.database, "a", "c") == Keys{"a", "b"});
  CHECK(open.database->last_key(Family::cards) == "c");
  CHECK(open.database->last_key_upto(Family::cards, "bb") == "b");
  CHECK_FALSE(open.database->last_key_upto(Family::cards, "A"));
  CHECK_FALSE(open.database->last_key(Family::duties));
}

TEST_CASE("a cursor goes on to a key, near or far, and never back", "[store][database]") {
  Open open;
  for (int i = 0; i < 100; ++i) open.put(std::to_string(100 + 2 * i), "");
  auto cursor = open.database->cursor(Family::cards);
  const auto to = [&](std::string_view key) {
    cursor.advance_to(key);
    const auto row = cursor.row();
    return row ? std::string(row->key) : std::string("end");
  };
  CHECK(to("") == "100");
  CHECK(to("103") == "104");
  CHECK(to("104") == "104");
  CHECK(to("201") == "202");
  CHECK(to("100") == "202");
  CHECK(to("298") == "298");
  CHECK(to("3") == "end");
  CHECK(to("4") == "end");
}

TEST_CASE("a ledger that an earlier program made without a family is read as having nothing in it",
          "[store][database]") {
  Open open;
  open.put("a", "1");
  open.database.reset();
  const auto last = static_cast<Family>(std::size(family_names) - 1);
  {
    rocksdb::DB* opened = nullptr;
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    REQUIRE(rocksdb::DB::Open(database_options(), (open.path / "store").string(), families(), &handles, &opened).ok());
    const std::unique_ptr<rocksdb::DB> db(opened);
    REQUIRE(db->DropColumnFamily(handles.back()).ok());
    for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
  }
  {
    const Database reader(open.path, Access::read);
    CHECK(reader.get(Family::cards, "a") == "1");
    CHECK_FALSE(reader.get(last, "a"));
    CHECK_FALSE(reader.last_key(last));
    CHECK_FALSE(reader.cursor(last).row());
  }
  // Who writes adds it.
  open.database.emplace(open.path, Access::write);
  auto rows = open.database->writes();
  rows.put(last, "a", "2");
  open.database->commit(std::move(rows));
  CHECK(Database(open.path, Access::read).get(last, "a") == "2");
}

TEST_CASE("a scan stops when it is told to", "[store][database]") {
  Open open;
  for (const char* key : {"a", "b", "c"}) open.put(key, "");
  int seen = 0;
  open.database->scan(Family::cards, {}, {}, [&](std::string_view, std::string_view) { return ++seen < 2; });
  CHECK(seen == 2);
}

TEST_CASE("writes lie in the database only once they are committed, and then all of them", "[store][database]") {
  Open open;
  open.put("gone", "");
  {
    Writes rows = open.database->writes();
    rows.put(Family::cards, "a", "1");
    CHECK_FALSE(open.database->get(Family::cards, "a"));
  }
  CHECK_FALSE(open.database->get(Family::cards, "a"));

  Writes rows = open.database->writes();
  rows.put(Family::cards, "a", "1");
  rows.erase(Family::cards, "gone");
  rows.put(Family::duties, "d", "2");
  open.database->commit(std::move(rows));
  CHECK(open.keys(*open.database) == Keys{"a"});
  CHECK(open.database->get(Family::duties, "d") == "2");
}

TEST_CASE("a view is replaced in one step: cleared of what it had, holding what the batch puts", "[store][database]") {
  Open open;
  for (const char* key : {"", "a", "\xff\xff\xff\xff\xff\xff\xff\xff\xff"}) open.put(key, "old");
  Writes rows = open.database->writes();
  rows.clear(Family::cards);
  rows.put(Family::cards, "a", "new");
  open.database->commit(std::move(rows));
  CHECK(open.keys(*open.database) == Keys{"a"});
  CHECK(open.database->get(Family::cards, "a") == "new");
}

TEST_CASE("rows survive closing and opening", "[store][database]") {
  Open open;
  open.put("a", "1");
  open.database.reset();
  open.database.emplace(open.path, Access::write);
  CHECK(open.database->get(Family::cards, "a") == "1");
  CHECK_NOTHROW(open.database->check_files());
}

TEST_CASE("a reader sees the database as it was, beside a writer that goes on", "[store][database]") {
  Open open;
  open.put("a", "1");
  const Database reader(open.path, Access::read);
  open.put("b", "2");
  CHECK(open.keys(reader) == Keys{"a"});
  CHECK(open.keys(Database(open.path, Access::read)) == Keys{"a", "b"});
  CHECK(open.keys(*open.database) == Keys{"a", "b"});
}

TEST_CASE("a ledger's folder is for its owner alone", "[store][database]") {
  Open open;
  namespace fs = std::filesystem;
  constexpr fs::perms others = fs::perms::group_all | fs::perms::others_all;
  CHECK((fs::status(open.path).permissions() & others) == fs::perms::none);
  CHECK((fs::status(open.path / "store").permissions() & others) == fs::perms::none);
}

TEST_CASE("a second writer is told that there is one, and which", "[store][database][fault]") {
  Open open;
  const auto fault = fault_of([&] { Database second(open.path, Access::write); });
  REQUIRE(fault);
  CHECK(fault->kind() == Fault::Kind::locked);
  CHECK(std::string(fault->what()).find(std::to_string(::getpid())) != std::string::npos);

  open.put("a", "1");  // the first is not disturbed
  open.database.reset();
  CHECK_NOTHROW(open.database.emplace(open.path, Access::write));
  CHECK(open.database->get(Family::cards, "a") == "1");
}

TEST_CASE("where there is no ledger, that is said", "[store][database][fault]") {
  const Folder folder;
  for (const Access access : {Access::read, Access::write}) {
    const auto fault = fault_of([&] { Database none(folder.path() / "none", access); });
    REQUIRE(fault);
    CHECK(fault->kind() == Fault::Kind::missing);
  }
  CHECK_FALSE(std::filesystem::exists(folder.path() / "none"));
}

TEST_CASE("a ledger is not made over another", "[store][database][fault]") {
  Open open;
  open.put("a", "1");
  open.database.reset();
  const auto fault = fault_of([&] { Database::create(open.path); });
  REQUIRE(fault);
  CHECK(fault->kind() == Fault::Kind::exists);
  CHECK(Database(open.path, Access::read).get(Family::cards, "a") == "1");
}

}  // namespace
}  // namespace ducha::store
