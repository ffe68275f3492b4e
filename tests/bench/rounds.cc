// ducha-bench-rounds: the ledger and its SQLite peer on the same input, turn by turn in one run.
//
//   ducha-bench-rounds --ducha PROGRAM --peer PROGRAM --input FILE --work FOLDER [--rounds N]
//
// Each round makes both stores afresh and asks both the same; who goes first changes from round to round.
// Nothing of a round is left out: what is shown is the median of all, with the quickest and slowest beside it.
// Standard output gets the table, in Markdown.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "tests/bench/run.h"

namespace ducha::bench {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

struct Setting {
  std::string ducha, peer;
  fs::path input, work;
  std::size_t rounds = 5;
};

// What the questions are about: the end of the last year of the input, and a docket with a lead that is overdue then.
struct Subject {
  std::size_t lines = 0;
  std::string day, docket, unit;
};

struct Question {
  std::string name;
  Words ducha, peer;  // without the program; `{}` stands for the round
};

struct Measured {
  std::vector<Cost> ducha, peer;
};

fs::path ledger(const Setting& setting) { return setting.work / "ledger"; }
fs::path database(const Setting& setting) { return setting.work / "peer.sqlite"; }
fs::path output(const Setting& setting, const std::string& side, const std::string& name) {
  return setting.work / (side + "-" + name + ".out");
}

void remove_database(const Setting& setting) {
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(database(setting).string() + ending);
}

std::uintmax_t bytes_under(const fs::path& path) {
  if (fs::is_regular_file(path)) return fs::file_size(path);
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

Subject look_at(const fs::path& input) {
  std::ifstream file(input, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + input.string());
  Subject subject;
  constexpr std::string_view mark = "\"on\":\"";
  for (std::string line; std::getline(file, line); ++subject.lines)
    if (const auto at = line.find(mark); at != std::string::npos)
      subject.day = std::max(subject.day, line.substr(at + mark.size(), 10));
  subject.day.replace(4, std::string::npos, "-12-31");
  return subject;
}

std::vector<Question> questions(const Setting& setting, const Subject& subject) {
  const auto& day = subject.day;
  const auto year = day.substr(0, 4);
  const std::string from = year + "-01-01", to = year + "-12-31";
  const std::string db = database(setting).string();
  const std::string line = R"({"do":"urge","id":"bench-{}","docket":")" + subject.docket + R"(","on":")" + day +
                           R"(","unit":")" + subject.unit + R"("})";
  const Words urge{"record", "urge", "id=bench-{}", "docket=" + subject.docket, "unit=" + subject.unit, "on=" + day};
  return {
      {"report overdue", {"report", "overdue", "--on", day, "--format", "json"}, {"overdue", db, day}},
      {"report standing",
       {"report", "standing", "--on", day, "--from", from, "--to", to, "--format", "json"},
       {"standing", db, from, to, day}},
      {"history of one docket",
       {"history", subject.docket, "--on", day, "--format", "json"},
       {"history", db, subject.docket}},
      {"record one command", urge, {"add", db, line}},
      {"rebuild all views", {"rebuild"}, {"replay", db}},
      {"verify every byte", {"verify"}, {"check", db}},
  };
}

// Cells of a line whose first ones hold no quoted separator.
Words cells(const std::string& line, char separator) {
  Words all;
  for (std::size_t at = 0; at <= line.size();) {
    const auto end = std::min(line.find(separator, at), line.size());
    all.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

Words filled(Words words, std::size_t round) {
  for (auto& word : words)
    if (const auto at = word.find("{}"); at != std::string::npos) word.replace(at, 2, std::to_string(round));
  return words;
}

class Rounds {
 public:
  explicit Rounds(Setting setting) : setting_(std::move(setting)), subject_(look_at(setting_.input)) {}

  void run() {
    for (std::size_t round = 0; round < setting_.rounds; ++round) {
      std::cerr << "round " << round + 1 << " of " << setting_.rounds << ", load " << load_average() << "\n";
      turns(
          round, "import", [&] { return load_ducha(); }, [&] { return load_peer(); });
      if (round == 0) choose_docket();
      for (const auto& question : questions(setting_, subject_))
        turns(
            round, question.name, [&] { return ask_ducha(question, round); },
            [&] { return ask_peer(question, round); });
    }
  }

  void tell() const {
    fmt::print("{} batch lines ({} MB) became {} entries; day of asking {}; {} rounds.\n\n", subject_.lines,
               fs::file_size(setting_.input) / 1'000'000, entries(), subject_.day, setting_.rounds);
    fmt::print("Machine: {}, {} processors; load average {:.2f} at the end.\n\n", processor_model(),
               std::thread::hardware_concurrency(), load_average());
    fmt::print(
        "| median of {} (quickest … slowest), seconds | ducha | SQLite | SQLite ÷ ducha | ducha peak | SQLite peak |\n",
        setting_.rounds);
    fmt::print("|---|---|---|---|---|---|\n");
    for (const auto& name : order_) {
      const auto& measured = measured_.at(name);
      const auto ducha = spread(measured.ducha), peer = spread(measured.peer);
      fmt::print("| {} | {} | {} | {:.2f} | {:.0f} MB | {:.0f} MB |\n", name, ducha.shown, peer.shown,
                 peer.middle / ducha.middle, peak(measured.ducha), peak(measured.peer));
    }
    const auto& import = measured_.at("import");
    const auto rate = [&](const std::vector<Cost>& costs) {
      return static_cast<double>(subject_.lines) / spread(costs).middle;
    };
    fmt::print("\nImport: ducha {:.0f} lines/s, SQLite {:.0f} lines/s. On disk: ducha {} MB, SQLite {} MB.\n",
               rate(import.ducha), rate(import.peer), bytes_under(ledger(setting_)) / 1'000'000,
               bytes_under(database(setting_)) / 1'000'000);
    tell_answers();
  }

 private:
  struct Spread {
    double middle;
    std::string shown;
  };
  using Turn = std::function<Cost()>;

  void turns(std::size_t round, const std::string& name, const Turn& ducha, const Turn& peer) {
    auto [measured, fresh] = measured_.try_emplace(name);
    if (fresh) order_.push_back(name);
    if (round % 2 == 0) measured->second.ducha.push_back(ducha());
    measured->second.peer.push_back(peer());
    if (round % 2 == 1) measured->second.ducha.push_back(ducha());
  }

  Cost load_ducha() const {
    fs::remove_all(ledger(setting_));
    const auto init = ducha("init", {"init"});
    auto cost = ducha("import", {"import", setting_.input.string()});
    cost.seconds += init.seconds;
    cost.processor += init.processor;
    return cost;
  }
  Cost load_peer() const {
    remove_database(setting_);
    return bench::run({setting_.peer, "load", database(setting_).string(), setting_.input.string()},
                      output(setting_, "peer", "import"));
  }
  Cost ask_ducha(const Question& question, std::size_t round) const {
    return ducha(question.name, filled(question.ducha, round));
  }
  Cost ask_peer(const Question& question, std::size_t round) const {
    Words words = filled(question.peer, round);
    words.insert(words.begin(), setting_.peer);
    return bench::run(words, output(setting_, "peer", question.name));
  }
  Cost ducha(const std::string& name, Words words) const {
    words.insert(words.begin(), {setting_.ducha, "--lang", "en", "--ledger", ledger(setting_).string()});
    return bench::run(words, output(setting_, "ducha", name));
  }

  // The overdue list as lines, read one by one: this program stays small, since the system counts its memory into
  // that of what it starts.
  void each_overdue(const std::function<void(const Words& cells)>& visit) const {
    ducha("overdue", {"report", "overdue", "--on", subject_.day, "--format", "csv"});
    std::ifstream file(output(setting_, "ducha", "overdue"));
    for (std::string line; std::getline(file, line);) visit(cells(line, ','));
  }
  void choose_docket() {
    each_overdue([&](const Words& row) {
      if (row.size() > 5 && row[2] == "completion" && row[5] == "lead") {
        subject_.docket = row[0];
        subject_.unit = row[3];
      }
    });
    if (subject_.docket.empty()) throw std::runtime_error("no lead unit is overdue: a larger input is needed");
  }

  std::string entries() const {
    ducha("stats", {"stats"});
    std::string word, count;
    std::ifstream(output(setting_, "ducha", "stats")) >> word >> count;
    return count;
  }

  static Spread spread(const std::vector<Cost>& costs) {
    std::vector<double> seconds;
    for (const auto& cost : costs) seconds.push_back(cost.seconds);
    const auto [least, most] = std::minmax_element(seconds.begin(), seconds.end());
    const double middle = median(seconds);
    return {middle, fmt::format("{:.3f} ({:.3f} … {:.3f})", middle, *least, *most)};
  }
  static double peak(const std::vector<Cost>& costs) {
    double most = 0;
    for (const auto& cost : costs) most = std::max(most, cost.peak_mib);
    return most;
  }

  // How far both say the same: the rows of the overdue list, kind by kind.
  void tell_answers() const {
    static const std::set<std::string> duties{"acceptance", "feedback", "part", "completion", "rectification"};
    std::map<std::string, std::pair<std::size_t, std::size_t>> rows;
    each_overdue([&](const Words& row) {
      if (row.size() > 5 && duties.contains(row[2])) ++rows[row[2]].first;
    });
    std::ifstream peer(output(setting_, "peer", "report overdue"));
    for (std::string line; std::getline(peer, line);) ++rows[cells(line, '\t').at(2)].second;
    fmt::print("\nOverdue rows (ducha / SQLite):");
    for (const auto& [duty, counts] : rows) fmt::print(" {} {} / {};", duty, counts.first, counts.second);
    fmt::print("\n");
  }

  Setting setting_;
  Subject subject_;
  std::vector<std::string> order_;
  std::map<std::string, Measured> measured_;
};

int usage() {
  std::cerr << "usage: ducha-bench-rounds --ducha PROGRAM --peer PROGRAM --input FILE --work FOLDER [--rounds N]\n";
  return 2;
}

}  // namespace
}  // namespace ducha::bench

int main(int argc, char** argv) {
  using namespace ducha::bench;
  Setting setting;
  for (int i = 1; i < argc; i += 2) {
    const std::string option = argv[i], value = i + 1 < argc ? argv[i + 1] : "";
    if (option == "--ducha")
      setting.ducha = value;
    else if (option == "--peer")
      setting.peer = value;
    else if (option == "--input")
      setting.input = value;
    else if (option == "--work")
      setting.work = value;
    else if (option == "--rounds")
      setting.rounds = std::strtoull(value.c_str(), nullptr, 10);
    else
      return usage();
  }
  if (setting.ducha.empty() || setting.peer.empty() || setting.input.empty() || setting.work.empty() ||
      setting.rounds == 0)
    return usage();
  try {
    std::filesystem::create_directories(setting.work);
    Rounds rounds(setting);
    rounds.run();
    rounds.tell();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 3;
  }
}
