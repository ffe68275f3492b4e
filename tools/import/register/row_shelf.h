// The rows of a register as they were read, laid aside until they are taken: of a large one they would need as much
// memory as everything that becomes of them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ledger/store/pages.h"

namespace ducha::tools {

struct RegisterRow {
  std::size_t line = 0;
  std::vector<std::string> cells;  // by RegisterSheet::slot
  std::string section;             // the heading it stands under
  bool hidden = false;
  bool continues = false;  // goes on with the task above: its number and title were filled down
};

class RowShelf {
 public:
  // `folder`: where what memory shall not hold is laid (store/pages.h).
  explicit RowShelf(const std::filesystem::path& folder)
      : bytes_(std::make_unique<store::Pages>(folder, memory_bytes)) {}

  // Throws Fault::disk when there is no room for it.
  void add(const RegisterRow& row);
  std::size_t size() const { return marks_.size(); }

  // Known without reading the row.
  std::size_t line(std::size_t i) const { return marks_[i].line; }
  bool continues(std::size_t i) const { return marks_[i].continues; }
  RegisterRow operator[](std::size_t i) const;

  // Row by row in their order; each is good until the next.
  class Iterator {
   public:
    const RegisterRow& operator*() const { return row_; }
    Iterator& operator++();
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    friend RowShelf;
    Iterator(const RowShelf& shelf, std::size_t at);
    void read();
    const RowShelf& shelf_;
    store::Pages::Reader reader_;
    std::size_t at_;
    RegisterRow row_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

 private:
  struct Mark {
    std::uint32_t line : 31;
    std::uint32_t continues : 1;
  };
  static constexpr std::size_t memory_bytes = 2u << 20;
  std::unique_ptr<store::Pages> bytes_;
  std::vector<Mark> marks_;
  std::vector<std::byte> encoded_;  // used again for every row
};

}  // namespace ducha::tools
