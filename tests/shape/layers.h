// Who may include whom: the architecture as one table, with its reasons.
//
// A folder knows only the folders above it. A rule is written with its reason, so that one can know when it no
// longer holds; then the table changes in the same commit as the code.

#pragma once

#include <string_view>
#include <vector>

namespace ducha::shape {

using Names = std::vector<std::string_view>;

// How much of the standard library a layer may use.
enum class Standard {
  whole,
  timeless,  // no clock and no chance: time and identity come in as arguments from tools/
  pure,      // and no streams, files or threads either: nothing that could be different the second time
};

struct Layer {
  std::string_view folder;  // a file belongs to the longest that fits
  Names own;                // what it may include of ours: folders end in '/', others are single files
  Names libraries;          // what it may include of others: the beginnings of header names
  Standard standard;
  std::string_view why;
  Names never = {};  // what `own` would allow and the layer may not have all the same
};

inline const std::vector<Layer> layers{
    {.folder = "ledger/base/",
     .own = {"ledger/base/"},
     .libraries = {},
     .standard = Standard::pure,
     .why = "small words that every layer speaks must drag nothing along"},
    {.folder = "ledger/threads/",
     .own = {"ledger/threads/"},
     .libraries = {},
     .standard = Standard::timeless,
     .why = "two threads that share work come to what one would, and know nothing of the work"},
    {.folder = "ledger/domain/",
     .own = {"ledger/base/", "ledger/domain/"},
     .libraries = {},
     .standard = Standard::pure,
     .why = "what the office decides must come out the same on every day and every machine"},
    {.folder = "ledger/record/",
     .own = {"ledger/base/", "ledger/domain/", "ledger/record/", "schemas/"},
     .libraries = {"capnp/", "kj/", "openssl/", "fmt/"},
     .standard = Standard::timeless,
     .why = "turns facts into bytes and back, and touches no disk"},
    {.folder = "ledger/store/",
     .own = {"ledger/base/", "ledger/domain/", "ledger/record/", "ledger/store/", "ledger/threads/"},
     .libraries = {"rocksdb/", "isa-l/", "fmt/", "fcntl.h", "sys/", "unistd.h"},
     .standard = Standard::whole,
     .why = "the one layer that knows the disk; it reports and does not log"},
    {.folder = "ledger/",
     .own = {"ledger/"},
     .libraries = {"fmt/"},
     .standard = Standard::timeless,
     .why = "the clerk loads, decides and appends, and is told the time"},
    {.folder = "projections/",
     .own = {"ledger/base/", "ledger/domain/", "ledger/record/", "ledger/store/database.h", "ledger/store/log.h",
             "ledger/follower.h", "ledger/histories.h", "ledger/history.h", "ledger/office_of.h", "ledger/threads/",
             "projections/", "schemas/"},
     .libraries = {"range/v3/", "fmt/", "capnp/", "kj/"},
     .standard = Standard::timeless,
     .why = "views follow the log through the store's two doors, store rows as the schema says, and know no report",
     .never = {"projections/reports/"}},
    {.folder = "projections/reports/",
     .own = {"ledger/base/", "ledger/domain/", "projections/"},
     .libraries = {"range/v3/", "fmt/"},
     .standard = Standard::pure,
     .why = "a report is computed from views: the same rows give the same bytes"},
    {.folder = "tools/",
     .own = {"ledger/", "projections/", "tools/"},
     .libraries = {"CLI/", "spdlog/", "fmt/", "simdjson.h", "nlohmann/", "csv.h", "utf8proc.h", "range/v3/", "fcntl.h",
                   "iconv.h", "spawn.h", "sys/", "toml++/", "unistd.h", "zip.h", "expat.h", "xlsxwriter.h", "malloc.h"},
     .standard = Standard::whole,
     .why = "the left edge: clock, files and terminal live here, storage and stored form do not"},
};

// What Standard::timeless and Standard::pure leave out: headers, and words where a header serves both ways.
// <chrono> knows the calendar besides the clock, <cstdio> formats besides writing.
struct LeftOut {
  Names headers;
  Names words;
};

inline const LeftOut clocks_and_chance{
    .headers = {"ctime", "random"},
    .words = {"system_clock", "steady_clock", "high_resolution_clock", "random_device"},
};
inline const LeftOut streams_files_threads{
    .headers = {"condition_variable", "filesystem", "fstream", "future", "iomanip", "ios", "iostream", "istream",
                "mutex", "ostream", "sstream", "syncstream", "thread"},
    .words = {"fopen(", "std::printf(", "std::puts(", "stdout", "stderr"},
};

// A library that must not be reached from outside its home even by way of another header.
struct Hidden {
  std::string_view library;
  std::string_view home;
  std::string_view why;
};

inline const std::vector<Hidden> hidden{
    {"rocksdb/", "ledger/store/",
     "the store could be put on another engine, and costs nobody else a second to compile"},
};

// Libraries that one file under tools/ knows.
struct Confined {
  std::string_view library;
  std::string_view why;
};

inline const std::vector<Confined> confined{
    {"spdlog/", "libraries report, programs log: there is one place where the program's log begins"},
    {"CLI/", "the slowest header of all, and options are better read in one place"},
    {"toml++/", "all in its headers, and only rule sets are written in TOML"},
    {"zip.h", "an archive is trusted nowhere: its limits are counted in one place"},
    {"malloc.h", "what the allocator keeps is said once, at the door"},
    {"expat.h", "exceptions must not pass through it: one place keeps them from it"},
};

// Headers so costly to compile that no header of ours may pass them on.
inline const Names costly{"CLI/", "toml++/", "simdjson.h", "nlohmann/json.hpp", "range/v3/all.hpp"};

}  // namespace ducha::shape
