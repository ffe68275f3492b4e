// Whatever bytes come as a register, it is read or complained of: no crash, no row lost without a word, no day out of
// range.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "tools/import/register/item.h"
#include "tools/import/register/register_file.h"

using namespace ducha;
using namespace ducha::tools;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  OpenedRegister opened{{}, RegisterSheet(Language::zh, std::filesystem::temp_directory_path()), {}, {}};
  read_register(text, Language::zh, opened);
  const auto frame = frame_of(opened.sheet, {}, *day_of({2022, 7, 1}), Language::en);
  if (frame.on > *day_of({2022, 7, 1})) std::abort();
  const KnownUnit known = [](std::string_view name) { return name == "区住建局" || name == "各街道"; };
  const KnownUnit single = [](std::string_view name) { return name == "区住建局"; };
  ItemReader reader(opened.sheet, frame, known, single, Language::en);
  std::vector<Complaint> complaints;
  for (const auto& row : opened.sheet.rows()) {
    const auto before = complaints.size();
    const auto item = reader.read(row, complaints);
    if (!item && complaints.size() == before) std::abort();
    if (item && (item->title.empty() || item->units.leads.empty())) std::abort();
    if (item && item->progress && (*item->progress < 0 || *item->progress > 100)) std::abort();
  }
  return 0;
}
