// Rows of one size that are laid aside in their order: the last of them in memory, the others in blocks among pages
// that several may share.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

#include "ledger/store/pages.h"

namespace ducha::store {

template <class Row>
class Aside {
  static_assert(std::is_trivially_copyable_v<Row>);

 public:
  std::size_t size() const { return blocks_.size() * block_rows + last_.size(); }
  // Always with the same pages. Throws Fault::disk when they take no more.
  void add(const Row& row, Pages& pages) {
    last_.push_back(row);
    if (last_.size() < block_rows) return;
    blocks_.push_back(static_cast<std::uint32_t>(pages.size()));
    pages.add(std::as_bytes(std::span(last_)));
    last_.clear();
  }
  Row at(std::size_t i, const Pages& pages) const {
    const auto block = i / block_rows;
    return block < blocks_.size() ? rows_of(block, pages)[i % block_rows] : last_[i % block_rows];
  }
  // In their order; `visit(row)`.
  template <class Visit>
  void each(const Pages& pages, Visit visit) const {
    for (std::size_t block = 0; block < blocks_.size(); ++block)
      for (const Row& row : rows_of(block, pages)) visit(row);
    for (const Row& row : last_) visit(row);
  }

 private:
  static constexpr std::size_t block_rows = (64u << 10) / sizeof(Row);

  std::vector<Row> rows_of(std::size_t block, const Pages& pages) const {
    const auto bytes = pages.copy(blocks_[block]);
    std::vector<Row> rows(block_rows);
    std::memcpy(rows.data(), bytes.data(), bytes.size());
    return rows;
  }

  std::vector<std::uint32_t> blocks_;  // which pieces of the pages they are
  std::vector<Row> last_;
};

}  // namespace ducha::store
