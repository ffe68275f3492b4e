// ducha-sample: writes the made-up district's year as batch files, one a month.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "tests/support/district.h"

int main(int argc, char** argv) {
  using namespace ducha;
  support::YearPlan plan;
  plan.from = *parse_day("2022-01-04");
  plan.to = *parse_day("2022-12-31");
  std::filesystem::path folder = ".";
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string option = argv[i], value = argv[i + 1];
    if (option == "--seed")
      plan.seed = std::strtoull(value.c_str(), nullptr, 10);
    else if (option == "--dockets")
      plan.dockets = std::strtoull(value.c_str(), nullptr, 10);
    else if (option == "--from" && parse_day(value))
      plan.from = *parse_day(value);
    else if (option == "--to" && parse_day(value))
      plan.to = *parse_day(value);
    else if (option == "--out")
      folder = value;
    else {
      std::cerr << "usage: ducha-sample [--seed N] [--dockets N] [--from DAY] [--to DAY] [--out FOLDER]\n";
      return 2;
    }
  }
  std::filesystem::create_directories(folder);
  std::ofstream file(folder / "00-office.jsonl", std::ios::binary);
  support::write_office(plan.from, [&](Day, const std::string& json) { file << json << '\n'; });
  std::string month;
  support::write_year(plan, [&](Day on, const std::string& json) {
    if (to_string(on).substr(0, 7) != month) {
      month = to_string(on).substr(0, 7);
      file.close();
      file.open(folder / (month + ".jsonl"), std::ios::binary);
    }
    file << json << '\n';
  });
  file.close();
  return file ? 0 : 3;
}
