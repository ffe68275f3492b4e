// ducha: the door. The clock is read here and nowhere further in; faults end here.

#include <chrono>
#include <iostream>
#include <new>
#include <system_error>

#include "ledger/base/fault.h"
#include "tools/fault_texts.h"
#include "tools/options.h"
#include "tools/remarks.h"
#include "tools/surroundings.h"

int main(int argc, char** argv) {
  const auto now =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  try {
    return ducha::tools::run(argc, argv, now);
  } catch (const ducha::Fault& fault) {
    ducha::tools::report_fault(ducha::tools::say(fault, ducha::tools::spoken_language(argc, argv)));
    return 3;
  } catch (const std::bad_alloc&) {
    ducha::tools::report_fault(ducha::tools::say_no_memory(ducha::tools::spoken_language(argc, argv)));
    return 3;
  } catch (const std::system_error& error) {
    const bool no_thread = error.code() == std::errc::resource_unavailable_try_again;
    ducha::tools::report_fault(no_thread ? ducha::tools::say_no_memory(ducha::tools::spoken_language(argc, argv))
                                         : error.what());
    return 3;
  } catch (const std::exception& error) {
    ducha::tools::report_fault(error.what());
    return 3;
  }
}
