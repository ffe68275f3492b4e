#include "tools/render/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace ducha::tools {

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t columns_of(int descriptor) {
  winsize size{};
  const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : columns_of_paper;
}

}  // namespace ducha::tools
