#include "tools/import/workbook/strings.h"

#include "tools/import/workbook/text_of.h"
#include "tools/import/workbook/trouble.h"
#include "tools/import/workbook/xml.h"

namespace ducha::tools::workbook {
namespace {

constexpr std::size_t block_bytes = 1u << 20;

class Listener final : public XmlListener {
 public:
  SharedStrings strings;

  void open(std::string_view element, const Attributes&) override {
    if (element == "si")
      inside_ = true, item_.clear();
    else if (inside_)
      item_.open(element);
  }
  void close(std::string_view element) override {
    if (element == "si")
      inside_ = false, strings.add(readable(item_.written()));
    else if (inside_)
      item_.close(element);
  }
  void text(std::string_view text) override {
    if (inside_) item_.text(text);
  }

 private:
  StringItem item_;
  bool inside_ = false;
};

}  // namespace

std::string_view SharedStrings::operator[](std::size_t index) const {
  const auto& entry = entries_[index];
  return std::string_view(blocks_[entry.block]).substr(entry.at, entry.size);
}

void SharedStrings::add(std::string_view text) {
  if (entries_.size() >= strings_max) throw Trouble{Wrong::book_strings_too_many, {std::to_string(strings_max)}};
  bytes_ += text.size();
  if (bytes_ > strings_mib_max << 20U) throw Trouble{Wrong::book_strings_too_long, {std::to_string(strings_mib_max)}};
  if (blocks_.empty() || blocks_.back().size() + text.size() > block_bytes) blocks_.emplace_back().reserve(block_bytes);
  auto& block = blocks_.back();
  entries_.push_back({static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(block.size()),
                      static_cast<std::uint32_t>(text.size())});
  block += text;
}

void StringItem::open(std::string_view element) {
  if (element == "rPh") ++phonetic_;
  if (element == "t") in_text_ = true;
}

void StringItem::close(std::string_view element) {
  if (element == "rPh") --phonetic_;
  if (element == "t") in_text_ = false;
}

void StringItem::text(std::string_view text) {
  if (!in_text_ || phonetic_ > 0) return;
  if (written_.size() + text.size() > cell_kib_max << 10U)
    throw Trouble{Wrong::cell_too_long, {std::to_string(cell_kib_max)}};
  written_ += text;
}

SharedStrings read_shared_strings(Package& package, std::string_view part) {
  Listener listener;
  read_xml(package, part, listener);
  return std::move(listener.strings);
}

}  // namespace ducha::tools::workbook
