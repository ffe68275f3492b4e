#include "ledger/store/anchor.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "ledger/base/fault.h"
#include "ledger/record/digest.h"
#include "ledger/store/keys.h"

// The file's grammar:
//   file = slot slot            each slot in 4096 bytes, so that a torn sector spoils one only
//   slot = "DUCHAHD1" counter 8 size 8 root 32 digest 32      numbers big-endian
//   digest = SHA-256 of what stands before it in the slot

namespace ducha::store {
namespace {

constexpr std::string_view magic = "DUCHAHD1";
constexpr std::size_t slot_bytes = 4096;
constexpr std::size_t body_bytes = 8 + 8 + 8 + 32;

struct Slot {
  std::uint64_t counter;
  Anchored head;
};

std::string body_of(const Slot& slot) {
  std::string body(magic);
  keys::append_big_endian(body, slot.counter);
  keys::append_big_endian(body, slot.head.size);
  return body.append(keys::text(slot.head.root));
}

std::string seal(std::string_view body) {
  record::Hasher sha256(record::DigestAlgorithm::sha256);
  return std::string(keys::text(sha256.of(body)));
}

std::optional<Slot> parse(std::string_view bytes) {
  const auto body = bytes.substr(0, body_bytes);
  if (bytes.size() < body_bytes + 32 || !body.starts_with(magic)) return {};
  if (seal(body) != bytes.substr(body_bytes, 32)) return {};
  return Slot{keys::big_endian<std::uint64_t>(body.substr(8)),
              {keys::big_endian<std::uint64_t>(body.substr(16)), keys::digest(body.substr(24))}};
}

[[noreturn]] void fail(const char* what) {
  throw Fault(Fault::Kind::disk, std::string(what) + " the head anchor: " + std::strerror(errno));
}

}  // namespace

Anchor::Anchor(const std::filesystem::path& ledger, bool write)
    : file_(::open((ledger / "HEAD").c_str(), (write ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC, 0600)) {
  if (file_ < 0 && (write || errno != ENOENT)) fail("cannot open");
}

Anchor::~Anchor() {
  if (file_ >= 0) ::close(file_);
}

std::optional<Anchored> Anchor::read() {
  if (file_ < 0) return {};
  std::optional<Slot> latest;
  for (off_t at : {off_t{0}, static_cast<off_t>(slot_bytes)}) {
    std::array<char, slot_bytes> bytes{};
    const auto size = ::pread(file_, bytes.data(), bytes.size(), at);
    if (size < 0) fail("cannot read");
    const auto slot = parse({bytes.data(), static_cast<std::size_t>(size)});
    if (slot && (!latest || slot->counter > latest->counter)) latest = slot;
  }
  if (!latest) return {};
  counter_ = latest->counter;
  return latest->head;
}

void Anchor::write(const Anchored& head) {
  const auto body = body_of({++counter_, head});
  auto bytes = body + seal(body);
  bytes.resize(slot_bytes, '\0');
  const auto at = static_cast<off_t>(counter_ % 2 * slot_bytes);
  if (::pwrite(file_, bytes.data(), bytes.size(), at) != static_cast<ssize_t>(bytes.size())) fail("cannot write");
  if (::fdatasync(file_) != 0) fail("cannot sync");
}

}  // namespace ducha::store
