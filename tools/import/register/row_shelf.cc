#include "tools/import/register/row_shelf.h"

#include <cstring>
#include <span>

namespace ducha::tools {
namespace {

// Never stored beyond this process: numbers as the machine has them.
using Bytes = std::vector<std::byte>;

void put(Bytes& bytes, const void* what, std::size_t size) {
  const auto* begin = static_cast<const std::byte*>(what);
  bytes.insert(bytes.end(), begin, begin + size);
}
void put(Bytes& bytes, std::uint32_t number) { put(bytes, &number, sizeof number); }
void put(Bytes& bytes, const std::string& text) {
  put(bytes, static_cast<std::uint32_t>(text.size()));
  put(bytes, text.data(), text.size());
}

class Parts {
 public:
  explicit Parts(std::span<const std::byte> bytes) : rest_(bytes) {}
  std::uint32_t number() {
    std::uint32_t number = 0;
    std::memcpy(&number, take(sizeof number).data(), sizeof number);
    return number;
  }
  void text(std::string& into) {
    const auto bytes = take(number());
    into.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }

 private:
  std::span<const std::byte> take(std::size_t size) {
    const auto taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }
  std::span<const std::byte> rest_;
};

constexpr std::uint32_t is_hidden = 1, goes_on = 2;

// Into a row whose strings have room already.
void read(std::span<const std::byte> bytes, RegisterRow& row) {
  Parts parts(bytes);
  row.line = parts.number();
  const auto flags = parts.number();
  row.hidden = (flags & is_hidden) != 0;
  row.continues = (flags & goes_on) != 0;
  row.cells.resize(parts.number());
  parts.text(row.section);
  for (auto& cell : row.cells) parts.text(cell);
}

}  // namespace

void RowShelf::add(const RegisterRow& row) {
  encoded_.clear();
  put(encoded_, static_cast<std::uint32_t>(row.line));
  put(encoded_, (row.hidden ? is_hidden : 0u) | (row.continues ? goes_on : 0u));
  put(encoded_, static_cast<std::uint32_t>(row.cells.size()));
  put(encoded_, row.section);
  for (const auto& cell : row.cells) put(encoded_, cell);
  bytes_->add(encoded_);
  marks_.push_back({static_cast<std::uint32_t>(row.line) & 0x7fffffffu, row.continues ? 1u : 0u});
}

RegisterRow RowShelf::operator[](std::size_t i) const {
  RegisterRow row;
  read(bytes_->copy(i), row);
  return row;
}

RowShelf::Iterator::Iterator(const RowShelf& shelf, std::size_t at) : shelf_(shelf), reader_(*shelf.bytes_), at_(at) {
  read();
}

RowShelf::Iterator& RowShelf::Iterator::operator++() {
  ++at_;
  read();
  return *this;
}

void RowShelf::Iterator::read() {
  if (at_ < shelf_.size()) tools::read(reader_.read(at_), row_);
}

}  // namespace ducha::tools
