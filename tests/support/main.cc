// ducha-sample: writes the made-up district and its year as batch files.

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "tests/support/district.h"

namespace {

using namespace ducha;

constexpr std::string_view usage = R"(usage: ducha-sample [OPTION VALUE]...
  --out FOLDER      a file a month, and 00-office.jsonl before them (default: the present folder)
  --one-file FILE   everything in one file of JSON Lines instead
  --seed N          another district's luck (default: 2022)
  --dockets N       how many are opened (default: 150)
  --from DAY        the first day (default: 2022-01-04)
  --to DAY          the last day (default: 2022-12-31)
  --events N        about N commands, 500 bytes a line, ten a docket, over as many years up to --to as it
                    takes; not with --dockets or --from
  --help            this page
)";

struct Wanted {
  std::optional<std::uint64_t> seed, dockets, events;
  std::optional<Day> from, to;
  std::string folder, file;
};

bool read(std::string_view text, std::optional<std::uint64_t>& into) {
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || stop != text.data() + text.size()) return false;
  into = number;
  return true;
}
bool read(std::string_view text, std::optional<Day>& into) {
  into = parse_day(text);
  return into.has_value();
}
bool read(std::string_view text, std::string& into) {
  into = text;
  return !into.empty();
}

bool read_option(std::string_view option, std::string_view value, Wanted& wanted) {
  if (option == "--seed") return read(value, wanted.seed);
  if (option == "--dockets") return read(value, wanted.dockets);
  if (option == "--events") return read(value, wanted.events) && *wanted.events > 0;
  if (option == "--from") return read(value, wanted.from);
  if (option == "--to") return read(value, wanted.to);
  if (option == "--out") return read(value, wanted.folder);
  if (option == "--one-file") return read(value, wanted.file);
  return false;
}

// Nothing when the words make no sense together.
std::optional<support::YearPlan> plan_of(const Wanted& wanted) {
  if (wanted.events && (wanted.dockets || wanted.from)) return {};
  if (!wanted.folder.empty() && !wanted.file.empty()) return {};
  const Day to = wanted.to.value_or(*parse_day("2022-12-31"));
  support::YearPlan plan;
  if (wanted.events) {
    plan = support::plan_of_events(*wanted.events, to);
  } else {
    plan.from = wanted.from.value_or(*parse_day("2022-01-04"));
    plan.to = to;
    plan.dockets = wanted.dockets.value_or(plan.dockets);
  }
  plan.seed = wanted.seed.value_or(plan.seed);
  if (plan.to < plan.from) return {};
  return plan;
}

bool write_one(const support::YearPlan& plan, const std::string& name) {
  std::ofstream file(name, std::ios::binary);
  const auto line = [&](Day, const std::string& json) { file << json << '\n'; };
  support::write_office(plan.from, line);
  support::write_year(plan, line);
  file.close();
  return !file.fail();
}

bool write_folder(const support::YearPlan& plan, const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  bool sound = true;
  std::string open;
  std::ofstream file;
  const auto finish = [&] {
    if (!file.is_open()) return;
    file.close();
    sound = sound && !file.fail();
  };
  support::write_files(plan, [&](const std::string& name, const std::string& bytes) {
    if (name != open) {
      finish();
      file = std::ofstream(folder / name, std::ios::binary);
      open = name;
    }
    file << bytes;
    sound = sound && !file.fail();
  });
  finish();
  return sound;
}

}  // namespace

int main(int argc, char** argv) {
  Wanted wanted;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view option = argv[i];
    if (option == "--help") {
      std::cout << usage;
      return 0;
    }
    if (i + 1 == argc || !read_option(option, argv[i + 1], wanted)) {
      std::cerr << "ducha-sample: cannot read " << option << "\n" << usage;
      return 2;
    }
  }
  const auto plan = plan_of(wanted);
  if (!plan) {
    std::cerr << "ducha-sample: these options do not go together\n" << usage;
    return 2;
  }
  const bool written = wanted.file.empty() ? write_folder(*plan, wanted.folder.empty() ? "." : wanted.folder)
                                           : write_one(*plan, wanted.file);
  if (written) return 0;
  std::cerr << "ducha-sample: could not write all of it\n";
  return 3;
}
