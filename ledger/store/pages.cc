#include "ledger/store/pages.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "ledger/base/fault.h"

namespace ducha::store {
namespace {

[[noreturn]] void fail(const std::filesystem::path& folder, int error) {
  throw Fault(Fault::Kind::disk,
              "cannot lay aside what waits to be recorded in " + folder.string() + ": " + std::strerror(error),
              folder.string());
}

// Open, and without a name from the beginning where the file system can do that.
int nameless_file(const std::filesystem::path& folder) {
  int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return file;
  auto name = (folder / "aside-XXXXXX").string();
  file = ::mkostemp(name.data(), O_CLOEXEC);
  if (file >= 0) ::unlink(name.c_str());
  return file;
}

}  // namespace

Pages::Pages(std::filesystem::path folder, std::size_t memory_bytes_max)
    : folder_(std::move(folder)), memory_bytes_max_(memory_bytes_max) {}

Pages::~Pages() { clear(); }

void Pages::clear() {
  if (written_.valid()) written_.wait();
  written_ = {};
  if (file_ >= 0) ::close(std::exchange(file_, -1));
  in_memory_ = in_file_ = size_ = 0;
  std::vector<Page>().swap(pages_);
}

void Pages::add(std::span<const std::byte> bytes) {
  if (pages_.empty() || pages_.back().bytes.capacity() - pages_.back().bytes.size() < bytes.size())
    begin_page(bytes.size());
  auto& page = pages_.back();
  page.starts.push_back(static_cast<std::uint32_t>(page.bytes.size()));
  page.bytes.insert(page.bytes.end(), bytes.begin(), bytes.end());  // within what was reserved: nothing moves
  ++size_;
}

void Pages::begin_page(std::size_t bytes) {
  std::vector<std::byte> room;
  if (!pages_.empty()) {
    auto& full = pages_.back();
    full.size = full.bytes.size();
    if (in_memory_ + full.size > memory_bytes_max_) {
      room = put_away();
      begin_to_put_away();
    } else {
      in_memory_ += full.size;
    }
  }
  room.reserve(std::max(page_bytes, bytes));
  pages_.push_back({size(), 0, 0, std::move(room)});
}

void Pages::begin_to_put_away() {
  if (file_ < 0 && (file_ = nameless_file(folder_)) < 0) fail(folder_, errno);
  on_its_way_ = pages_.size() - 1;
  auto& page = pages_.back();
  page.at = std::exchange(in_file_, in_file_ + page.size);
  written_ = std::async(std::launch::async, [this, at = page.at, bytes = std::span<const std::byte>(page.bytes)] {
    write_file(at, bytes);
  });
}

std::vector<std::byte> Pages::put_away() {
  if (!written_.valid()) return {};
  written_.get();
  auto room = std::exchange(pages_[on_its_way_].bytes, {});
  room.clear();
  return room;
}

void Pages::write_file(std::size_t at, std::span<const std::byte> bytes) const {
  for (std::size_t done = 0; done < bytes.size();) {
    const auto put = ::pwrite(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(at + done));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) fail(folder_, put < 0 ? errno : ENOSPC);
    done += static_cast<std::size_t>(put);
  }
}

void Pages::read_file(std::size_t at, std::span<std::byte> into) const {
  for (std::size_t done = 0; done < into.size();) {
    const auto got = ::pread(file_, into.data() + done, into.size() - done, static_cast<off_t>(at + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail(folder_, got < 0 ? errno : EIO);
    done += static_cast<std::size_t>(got);
  }
}

std::size_t Pages::page_of(std::size_t i) const {
  const auto after = std::upper_bound(pages_.begin(), pages_.end(), i,
                                      [](std::size_t piece, const Page& page) { return piece < page.first; });
  return static_cast<std::size_t>(after - pages_.begin()) - 1;
}

bool Pages::holds(std::size_t page, std::size_t i) const {
  return page < pages_.size() && pages_[page].first <= i && (page + 1 == pages_.size() || i < pages_[page + 1].first);
}

Pages::Place Pages::place_of(std::size_t i, std::size_t page) const {
  const auto& of = pages_[page];
  const auto at = i - of.first;
  const std::size_t end = of.in_file() ? of.size : of.bytes.size();
  return {page, of.starts[at], at + 1 == of.starts.size() ? end : of.starts[at + 1]};
}

std::span<const std::byte> Pages::Reader::read(std::size_t i) {
  const bool here = of_.holds(held_, i);
  const auto place = of_.place_of(i, here ? held_ : of_.page_of(i));
  const auto& page = of_.pages_[place.page];
  if (page.in_file() && !here) {
    page_.resize(page.size);
    of_.read_file(page.at, page_);
  }
  held_ = place.page;
  const auto bytes = page.in_file() ? std::span<const std::byte>(page_) : std::span<const std::byte>(page.bytes);
  return bytes.subspan(place.start, place.stop - place.start);
}

std::vector<std::byte> Pages::copy(std::size_t i) const {
  const auto place = place_of(i, page_of(i));
  const auto& page = pages_[place.page];
  std::vector<std::byte> bytes(place.stop - place.start);
  if (page.in_file())
    read_file(page.at + place.start, bytes);
  else
    std::copy_n(page.bytes.begin() + static_cast<std::ptrdiff_t>(place.start), bytes.size(), bytes.begin());
  return bytes;
}

}  // namespace ducha::store
