// One program run and what it cost, seen from outside: wall clock, processor time and peak memory as the system
// accounts for them (wait4), so that no side measures itself.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ducha::bench {

struct Cost {
  double seconds = 0;    // wall clock, from before the start to after the end
  double processor = 0;  // seconds of processor time, user and system
  double peak_mib = 0;   // largest resident set
};

// Runs `words` to its end, its standard output in `output`. Throws std::runtime_error, with what it said on
// standard error, when it does not end with exit code 0.
Cost run(const std::vector<std::string>& words, const std::filesystem::path& output);

double median(std::vector<double> values);

// The load of the machine over the last minute, and the model of its processor ("" where /proc has none).
double load_average();
std::string processor_model();

}  // namespace ducha::bench
