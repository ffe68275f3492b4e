// Every entry that an edition wrote stays readable, says what it said, and is written again to the same bytes.

#include "tests/ledger/record/specimen.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "ledger/base/fault.h"
#include "tests/catch.h"

namespace ducha::record {
namespace {

namespace fs = std::filesystem;

const fs::path corpus = fs::path(DUCHA_SOURCE_DIR) / "tests" / "corpora" / "entries";

std::string hex(std::span<const std::byte> bytes) {
  std::string text;
  for (const auto byte : bytes) {
    text += "0123456789abcdef"[std::to_integer<unsigned>(byte) / 16];
    text += "0123456789abcdef"[std::to_integer<unsigned>(byte) % 16];
  }
  return text;
}
std::vector<std::byte> unhex(std::string_view text) {
  const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  std::vector<std::byte> bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    bytes.push_back(static_cast<std::byte>(digit(text[i]) * 16 + digit(text[i + 1])));
  return bytes;
}

std::vector<std::byte> written(const Entry& entry) {
  std::vector<std::byte> bytes;
  write_entry(entry.envelope, entry.fact, bytes);
  return bytes;
}

struct Kept {
  std::string name, says, bytes;
};

std::vector<Kept> kept_in(const fs::path& file) {
  std::vector<Kept> lines;
  std::ifstream in(file);
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line.front() == '#') continue;
    const auto first = line.find('\t'), second = line.rfind('\t');
    REQUIRE(first < second);
    lines.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return lines;
}

fs::path file_of(std::uint32_t edition) { return corpus / ("edition-" + std::to_string(edition) + ".txt"); }

TEST_CASE("the specimens of every edition are read as they were written, for ever", "[record][specimens]") {
  EntryReader reader;
  for (std::uint32_t of = 1; of <= edition; ++of) {
    const auto kept = kept_in(file_of(of));
    REQUIRE_FALSE(kept.empty());
    for (const auto& specimen : kept) {
      INFO("edition " << of << ", " << specimen.name);
      const auto bytes = unhex(specimen.bytes);
      const auto seq = static_cast<Seq>(&specimen - kept.data());
      const auto entry = reader.read(bytes, seq);
      CHECK(told(entry) == specimen.says);
      CHECK(hex(written(entry)) == specimen.bytes);
    }
  }
}

TEST_CASE("every kind of fact has its specimens in the present edition", "[record][specimens]") {
  std::vector<std::string> kept;
  for (const auto& specimen : kept_in(file_of(edition))) kept.push_back(specimen.name);
  std::vector<std::string> wanted;
  for (const auto& [name, entry] : specimens()) wanted.push_back(name);
  INFO("ducha_ledger_record_tests \"[.specimens]\" adds those that are missing");
  CHECK(kept == wanted);
}

TEST_CASE("a vocabulary's words keep their numbers", "[record][specimens]") {
  const std::vector<std::vector<std::string_view>> as_of_edition_1{
      {"lead", "joint", "supporting"},
      {"acceptance", "feedback", "part", "completion", "rectification"},
      {"", "green", "yellow", "red", "blue", "grey"},
      {"department", "office", "subdistrict", "institution", "agency"},
      {"document", "plenary", "executive", "mayor_office", "special_meeting", "work_meeting", "instruction", "superior",
       "annual_plan", "npc_proposal", "cppcc_proposal", "petition", "audit", "opinion", "subdistrict_opinion"},
      {"daily", "comprehensive", "special", "investigation", "clue"},
      {"dismissed", "upheld"},
      {"done", "not_done", "merged"},
      {"blue", "yellow", "orange", "red"},
      {"confirmed", "partial", "false"},
      {"upheld", "amended", "revoked"},
      {"commend", "criticise", "interview", "refer"}};
  std::vector<std::vector<std::string_view>> now;
  const auto add = [&](const auto& names) { now.emplace_back(names.begin(), names.end()); };
  add(domain::names_of<domain::Role>);
  add(domain::names_of<domain::DutyKind>);
  add(domain::names_of<domain::Light>);
  add(domain::names_of<domain::UnitKind>);
  add(domain::names_of<domain::Source>);
  add(domain::names_of<domain::DocketKind>);
  add(domain::names_of<domain::Outcome>);
  add(domain::names_of<domain::CloseResult>);
  add(domain::names_of<domain::Colour>);
  add(domain::names_of<domain::Finding>);
  add(domain::names_of<domain::Ruling>);
  add(domain::names_of<domain::Measure>);
  for (std::size_t i = 0; i < now.size(); ++i) {
    REQUIRE(now[i].size() >= as_of_edition_1[i].size());
    now[i].resize(as_of_edition_1[i].size());
    CHECK(now[i] == as_of_edition_1[i]);
  }
}

TEST_CASE("every fact is the same after writing and reading", "[record]") {
  EntryReader reader;
  for (const auto& [name, entry] : specimens()) {
    INFO(name);
    const auto bytes = written(entry);
    CHECK(reader.read(bytes, entry.envelope.seq) == entry);
    // From an odd address as from an even one.
    std::vector<std::byte> moved(1);
    moved.insert(moved.end(), bytes.begin(), bytes.end());
    CHECK(reader.read(std::span(moved).subspan(1), entry.envelope.seq) == entry);
  }
}

TEST_CASE("an entry out of a workbook keeps the sheet, and one without stays as it always was", "[record]") {
  EntryReader reader;
  auto entry = specimens().front().second;
  const auto plain = written(entry);
  entry.envelope.origin.sheet = "2022年台账";
  const auto sheeted = written(entry);
  CHECK(reader.read(sheeted, entry.envelope.seq) == entry);
  CHECK(sheeted.size() > plain.size());
  entry.envelope.origin.sheet = {};
  CHECK(written(entry) == plain);
}

TEST_CASE("what is no entry is a fault that names its place", "[record]") {
  EntryReader reader;
  const auto bytes = written(specimens().front().second);
  const auto fault_of = [&](std::span<const std::byte> stored, Seq seq) {
    try {
      reader.read(stored, seq);
    } catch (const Fault& fault) {
      return fault.seq() == seq ? std::optional(fault.kind()) : std::nullopt;
    }
    return std::optional<Fault::Kind>();
  };
  CHECK(fault_of({}, 4) == Fault::Kind::damaged);
  CHECK(fault_of(std::span(bytes).first(bytes.size() - 1), 0) == Fault::Kind::damaged);
  CHECK(fault_of(std::span(bytes).first(8), 0) == Fault::Kind::damaged);
  CHECK(fault_of(std::vector<std::byte>(4096, std::byte{0xff}), 0) == Fault::Kind::damaged);
  CHECK(fault_of(bytes, 1) == Fault::Kind::damaged);  // it is entry 0
}

TEST_CASE("a kind of fact, or a word, of a later edition is told as such", "[record]") {
  // Where they stand in the bytes: found by what changes when they change.
  EntryReader reader;
  const auto newer_by_one_byte = [&](const Entry& entry) {
    const auto bytes = written(entry);
    std::set<Fault::Kind> kinds;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      auto altered = bytes;
      altered[at] = std::byte{0xfe};
      try {
        reader.read(altered, entry.envelope.seq);
      } catch (const Fault& fault) {
        kinds.insert(fault.kind());
      }
    }
    return kinds.contains(Fault::Kind::newer);
  };
  const auto all = specimens();
  CHECK(newer_by_one_byte(all.front().second));
  const auto assigned =
      std::find_if(all.begin(), all.end(), [](const auto& each) { return each.first == "unitAssigned"; });
  REQUIRE(assigned != all.end());
  CHECK(newer_by_one_byte(assigned->second));
}

// Adds the specimens that are missing to the corpus of the present edition; never alters one.
TEST_CASE("write new specimens", "[.specimens]") {
  fs::create_directories(corpus);
  const auto file = file_of(edition);
  const auto kept = fs::exists(file) ? kept_in(file).size() : 0;
  std::ofstream out(file, std::ios::app);
  if (kept == 0) out << "# One stored entry of every kind of fact, full and bare. Lines are added, never changed.\n";
  const auto all = specimens();
  for (std::size_t i = kept; i < all.size(); ++i)
    out << all[i].first << '\t' << told(all[i].second) << '\t' << hex(written(all[i].second)) << '\n';
  CHECK(out.flush());
}

}  // namespace
}  // namespace ducha::record
