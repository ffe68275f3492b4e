// Every #include of ours, held against the table in layers.h.

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/catch.h"
#include "tests/shape/layers.h"
#include "tests/shape/sources.h"

namespace ducha::shape {
namespace {

using Complaints = std::vector<std::string>;

bool begins_with_one_of(std::string_view name, const Names& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](auto beginning) { return name.starts_with(beginning); });
}

bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The layer a file belongs to: the longest folder that fits.
const Layer* layer_of(std::string_view path) {
  const Layer* best = nullptr;
  for (const auto& layer : layers) {
    if (path.starts_with(layer.folder) && (!best || layer.folder.size() > best->folder.size())) best = &layer;
  }
  return best;
}

bool may_include_own(const Layer& layer, std::string_view name) {
  const auto named_by = [&](std::string_view own) { return own.ends_with('/') ? name.starts_with(own) : name == own; };
  return std::any_of(layer.own.begin(), layer.own.end(), named_by) &&
         std::none_of(layer.never.begin(), layer.never.end(), named_by);
}

// What the layer leaves out of the standard library.
std::vector<LeftOut> left_out(Standard standard) {
  switch (standard) {
    case Standard::whole:
      return {};
    case Standard::timeless:
      return {clocks_and_chance};
    case Standard::pure:
      return {clocks_and_chance, streams_files_threads};
  }
  return {};
}

bool may_include_standard(const Layer& layer, std::string_view name) {
  const auto parts = left_out(layer.standard);
  return std::none_of(parts.begin(), parts.end(), [&](const auto& part) { return is_one_of(name, part.headers); });
}

// The standard library's headers have neither a folder nor an ending.
bool is_standard(const Include& include) {
  return !include.quoted && include.name.find_first_of("/.") == std::string::npos;
}

bool allowed(const Layer& layer, const Include& include) {
  if (include.quoted) return may_include_own(layer, include.name);
  if (is_standard(include)) return may_include_standard(layer, include.name);
  return begins_with_one_of(include.name, layer.libraries);
}

Complaints complaints_about(const Source& source) {
  const auto* layer = layer_of(source.path);
  if (!layer) return {source.path + ": belongs to no layer of the table"};

  Complaints complaints;
  for (const auto& include : source.includes) {
    if (allowed(*layer, include)) continue;
    complaints.push_back(source.path + ":" + std::to_string(include.line) + ": may not include " + include.name + ": " +
                         std::string(layer->why));
  }
  for (const auto& part : left_out(layer->standard)) {
    for (const auto word : part.words) {
      if (source.text.find(word) == std::string::npos) continue;
      complaints.push_back(source.path + ": may not say " + std::string(word) + ": " + std::string(layer->why));
    }
  }
  return complaints;
}

void append(Complaints& all, const Complaints& more) { all.insert(all.end(), more.begin(), more.end()); }

// Everything a file includes, directly or through headers of ours.
std::set<std::string> reached_from(const std::string& path, const std::map<std::string, Source>& sources) {
  std::set<std::string> seen;
  std::vector<std::string> open{path};
  while (!open.empty()) {
    const auto source = sources.find(open.back());
    open.pop_back();
    if (source == sources.end()) continue;
    for (const auto& include : source->second.includes) {
      if (seen.insert(include.name).second) open.push_back(include.name);
    }
  }
  return seen;
}

Source file(std::string path, std::string text) {
  auto includes = includes_in(text);
  return {std::move(path), std::move(text), std::move(includes)};
}

const std::vector<Source>& product() {
  static const auto sources = sources_under({"ledger", "projections", "tools"});
  return sources;
}

TEST_CASE("include lines are read as the compiler reads them", "[shape]") {
  CHECK(includes_in(
            "#include <vector>\n\n  #  include \"ledger/base/day.h\"  // why\n// #include <map>\n#define include\n") ==
        std::vector<Include>{{"vector", false, 1}, {"ledger/base/day.h", true, 3}});
}

TEST_CASE("the table knows what a layer may and may not do", "[shape]") {
  struct Case {
    std::string path, text;
    bool lawful;
  };
  const std::vector<Case> cases{
      {"ledger/domain/decide.cc", "#include \"ledger/base/day.h\"", true},
      {"ledger/domain/decide.cc", "#include <vector>", true},
      {"ledger/domain/decide.cc", "#include <chrono>", true},
      {"ledger/domain/decide.cc", "const auto now = std::chrono::system_clock::now();", false},
      {"ledger/domain/decide.cc", "#include <random>", false},
      {"ledger/domain/decide.cc", "std::puts(\"closed\");", false},
      {"ledger/domain/decide.cc", "#include <iostream>", false},
      {"ledger/domain/decide.cc", "#include <fmt/core.h>", false},
      {"ledger/domain/decide.cc", "#include \"ledger/record/envelope.h\"", false},
      {"ledger/domain/decide.cc", "#include \"day.h\"", false},
      {"ledger/record/codec.cc", "#include \"schemas/entry.capnp.h\"", true},
      {"ledger/record/codec.cc", "#include <rocksdb/db.h>", false},
      {"ledger/store/log.cc", "#include <rocksdb/db.h>", true},
      {"ledger/store/log.cc", "#include <spdlog/spdlog.h>", false},
      {"ledger/clerk.cc", "#include \"ledger/store/log.h\"", true},
      {"ledger/clerk.cc", "#include \"projections/follower.h\"", false},
      {"projections/cards.cc", "#include \"ledger/store/log.h\"", true},
      {"projections/cards.cc", "#include \"ledger/store/keys.h\"", false},
      {"projections/cards.cc", "#include \"projections/reports/reports.h\"", false},
      {"projections/reports/overdue.cc", "#include \"projections/duties.h\"", true},
      {"projections/reports/overdue.cc", "#include \"ledger/store/log.h\"", false},
      {"tools/commands/history.cc", "#include \"ledger/clerk.h\"", true},
      {"tools/commands/history.cc", "#include \"projections/report.h\"", true},
      {"tools/commands/history.cc", "#include <chrono>\nconst auto now = std::chrono::system_clock::now();", true},
      {"tools/commands/history.cc", "#include <capnp/message.h>", false},
  };
  for (const auto& [path, text, lawful] : cases) {
    INFO(path << ": " << text);
    CHECK(complaints_about(file(path, text)).empty() == lawful);
  }
}

TEST_CASE("every file knows only what its layer may know", "[shape]") {
  REQUIRE(!product().empty());
  Complaints complaints;
  for (const auto& source : product()) append(complaints, complaints_about(source));
  CHECK(complaints == Complaints{});
}

TEST_CASE("our own headers are named from the root", "[shape]") {
  Complaints complaints;
  for (const auto& source : product()) {
    for (const auto& include : source.includes) {
      if (!include.quoted || include.name.ends_with(".capnp.h")) continue;  // those lie in the build tree
      if (!std::filesystem::is_regular_file(root() / include.name)) {
        complaints.push_back(source.path + ":" + std::to_string(include.line) + ": no such file: " + include.name);
      }
    }
  }
  CHECK(complaints == Complaints{});
}

TEST_CASE("a library that has a home is not reached from elsewhere, even through another header", "[shape]") {
  std::map<std::string, Source> sources;
  for (const auto& source : product()) sources.emplace(source.path, source);

  Complaints complaints;
  for (const auto& [library, home, why] : hidden) {
    for (const auto& [path, source] : sources) {
      if (path.starts_with(home)) continue;
      for (const auto& name : reached_from(path, sources)) {
        if (name.starts_with(library)) complaints.push_back(path + ": reaches " + name + ", but " + std::string(why));
      }
    }
  }
  CHECK(complaints == Complaints{});
}

TEST_CASE("reaching goes through headers of headers", "[shape]") {
  std::map<std::string, Source> sources;
  sources.emplace("a.h", file("a.h", "#include \"b.h\""));
  sources.emplace("b.h", file("b.h", "#include \"a.h\"\n#include <rocksdb/db.h>"));
  CHECK(reached_from("a.h", sources) == std::set<std::string>{"a.h", "b.h", "rocksdb/db.h"});
}

TEST_CASE("the program's log and its option parser are each known to one file", "[shape]") {
  for (const auto& [library, why] : confined) {
    std::set<std::string> knowing;
    for (const auto& source : product()) {
      for (const auto& include : source.includes) {
        if (include.name.starts_with(library)) knowing.insert(source.path);
      }
    }
    INFO(library << ": " << why);
    CAPTURE(knowing);
    CHECK(knowing.size() <= 1);
  }
}

TEST_CASE("no header passes a costly header on", "[shape]") {
  Complaints complaints;
  for (const auto& source : product()) {
    for (const auto& include : source.includes) {
      if (source.is_header() && begins_with_one_of(include.name, costly))
        complaints.push_back(source.path + ": " + include.name);
    }
  }
  CHECK(complaints == Complaints{});
}

}  // namespace
}  // namespace ducha::shape
