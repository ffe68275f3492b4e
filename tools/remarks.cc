#include "tools/remarks.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace ducha::tools {

void report_fault(const std::string& sentence) {
  spdlog::logger log("ducha", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  log.set_pattern("ducha: %v");
  log.error(sentence);
}

}  // namespace ducha::tools
