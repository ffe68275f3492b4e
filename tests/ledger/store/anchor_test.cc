#include "ledger/store/anchor.h"

#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

Anchored head(std::uint64_t size) {
  Anchored anchored{size, {}};
  anchored.root.bytes[0] = static_cast<std::byte>(size);
  return anchored;
}

// What a fresh opening reads; the size is enough to tell heads apart here.
std::optional<std::uint64_t> size_read(const std::filesystem::path& folder) {
  const auto anchored = Anchor(folder, false).read();
  if (!anchored) return {};
  CHECK(anchored->root == head(anchored->size).root);
  return anchored->size;
}

constexpr std::uintmax_t slot_bytes = 4096;

TEST_CASE("the anchor answers with the head last written", "[store][anchor]") {
  const Folder folder;
  CHECK_FALSE(Anchor(folder.path(), true).read());
  for (const std::uint64_t size : {1u, 2u, 3u, 250u}) {
    Anchor anchor(folder.path(), true);
    anchor.read();
    anchor.write(head(size));
    CHECK(size_read(folder.path()) == size);
  }
  Anchor anchor(folder.path(), true);
  anchor.read();
  for (const std::uint64_t size : {251u, 252u, 253u}) anchor.write(head(size));
  CHECK(size_read(folder.path()) == 253);
}

TEST_CASE("a torn write of the anchor leaves the head before it", "[store][anchor]") {
  const Folder folder;
  Anchor anchor(folder.path(), true);
  anchor.write(head(7));
  anchor.write(head(8));
  REQUIRE(size_read(folder.path()) == 8);
  // The second write goes to the first slot. Whichever byte of it is spoilt, the other slot speaks.
  for (std::uintmax_t at = 0; at < 88; ++at) {
    Ledger::flip_byte(folder.path() / "HEAD", at);
    if (size_read(folder.path()) != 7) FAIL("byte " << at);
    Ledger::flip_byte(folder.path() / "HEAD", at);
  }
  CHECK(size_read(folder.path()) == 8);
}

TEST_CASE("an anchor with no whole slot answers nothing", "[store][anchor]") {
  const Folder folder;
  {
    Anchor anchor(folder.path(), true);
    anchor.write(head(7));
    anchor.write(head(8));
  }
  Ledger::flip_byte(folder.path() / "HEAD", 20);
  Ledger::flip_byte(folder.path() / "HEAD", slot_bytes + 20);
  CHECK_FALSE(size_read(folder.path()));
}

}  // namespace
}  // namespace ducha::store
