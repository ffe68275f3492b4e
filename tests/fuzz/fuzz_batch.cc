// Whatever bytes come as batch lines, each line becomes a command or a complaint with its place.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "tools/import/decode.h"
#include "tools/import/encoding.h"
#include "tools/import/json_lines.h"
#include "tools/import/sniff.h"
#include "tools/import/text.h"

using namespace ducha::tools;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto decoded = decode_text({reinterpret_cast<const char*>(bytes), size}, {}, Language::zh);
  if (decoded.complaint) return 0;
  sniff(decoded.text);
  auto reading = read_json_lines(decoded.text, Language::zh);
  if (!trimmed(decoded.text).empty() && reading.drafts.empty() && reading.complaints.empty()) std::abort();
  Decoder decoder(ducha::record::DigestAlgorithm::sha256, Language::en);
  for (const auto& draft : reading.drafts) {
    const auto before = reading.complaints.size();
    const auto command = decoder.decode(draft, reading.complaints);
    if (command.has_value() == (reading.complaints.size() > before)) std::abort();
    if (command && command->command.id.empty()) std::abort();
  }
  for (const auto& complaint : reading.complaints)
    if (complaint.place.line == 0 || complaint.wrong.empty()) std::abort();
  return 0;
}
