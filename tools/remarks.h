// The program's own log: faults, to standard error. The only place that knows the logging library.

#pragma once

#include <string>

namespace ducha::tools {

void report_fault(const std::string& sentence);

}  // namespace ducha::tools
