// Whatever bytes lie where a backup should, its manifest is none or reads back as the same, and of a segment no more
// comes out than is in it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ledger/store/backup_form.h"

using namespace ducha;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (const auto read = store::read_manifest(text)) {
    if (read->length > size) std::abort();
    const auto again = store::read_manifest(read->manifest.text());
    if (!again || again->manifest.text() != read->manifest.text()) std::abort();
  }
  if (const auto line = store::read_segment_line(text)) {
    record::Hasher hasher(line->algorithm);
    std::size_t together = 0;
    for (const auto& entry : store::entries_in(text, line->first, line->count, hasher)) {
      if (!entry.there) continue;
      together += entry.bytes.size();
      const auto* begin = reinterpret_cast<const char*>(entry.bytes.data());
      if (entry.bytes.size() > 0 && (begin < text.data() || begin + entry.bytes.size() > text.data() + size))
        std::abort();
    }
    if (line->count < 2 && together > size) std::abort();
  }
  return 0;
}
