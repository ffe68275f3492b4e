// Pieces of bytes that are laid aside, in their order.
//
// The first of them stay in memory. Further ones go to a file without a name, which is gone with the process however
// that ends: what is large must not need the memory for it. They are written in another thread, while the next page is
// filled. Nothing that lies there counts as recorded, so none of it is synced.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <future>
#include <span>
#include <vector>

namespace ducha::store {

class Pages {
 public:
  // `folder`: where the file lies. From so many bytes on pieces go there.
  static constexpr std::size_t memory_bytes = 1u << 20;
  explicit Pages(std::filesystem::path folder, std::size_t memory_bytes_max = memory_bytes);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // Throws Fault::disk when the file takes no more.
  void add(std::span<const std::byte> bytes);
  void clear();

  // Reads pieces, best in their order. Each reader has room of its own: several may read at once, while nothing is
  // added.
  class Reader {
   public:
    explicit Reader(const Pages& pages) : of_(pages) {}
    // Good until the next one is read.
    std::span<const std::byte> read(std::size_t i);

   private:
    const Pages& of_;
    std::vector<std::byte> page_;
    std::size_t held_ = static_cast<std::size_t>(-1);  // the page that lies in page_
  };
  // A copy of one.
  std::vector<std::byte> copy(std::size_t i) const;

 private:
  // Pieces lie whole in pages of a megabyte, or of one piece that is larger.
  static constexpr std::size_t page_bytes = 1u << 20;
  struct Page {
    std::size_t first;                       // the first piece in it
    std::size_t at = 0, size = 0;            // in the file, once it is there
    std::vector<std::byte> bytes;            // else
    std::vector<std::uint32_t> starts = {};  // of each piece in it
    bool in_file() const { return bytes.empty() && size > 0; }
  };

  void begin_page(std::size_t bytes);
  // Begins to write the last page to the file; until that has ended it is read from memory.
  void begin_to_put_away();
  // Waits for that, and gives the room the page had.
  std::vector<std::byte> put_away();
  void write_file(std::size_t at, std::span<const std::byte> bytes) const;
  // Where a piece lies: its page, and the bytes of that from `start` up to `stop`.
  struct Place {
    std::size_t page, start, stop;
  };
  bool holds(std::size_t page, std::size_t i) const;
  Place place_of(std::size_t i, std::size_t page) const;
  std::size_t page_of(std::size_t i) const;
  void read_file(std::size_t at, std::span<std::byte> into) const;

  std::filesystem::path folder_;
  std::size_t memory_bytes_max_;
  std::size_t in_memory_ = 0, in_file_ = 0;  // bytes of full pages
  std::size_t size_ = 0;
  std::vector<Page> pages_;
  int file_ = -1;
  std::size_t on_its_way_ = 0;  // the page that is being written
  std::future<void> written_;   // while one is
};

}  // namespace ducha::store
