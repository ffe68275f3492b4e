#include "ledger/record/note.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <fmt/format.h>

#include "ledger/record/lines.h"

namespace ducha::record {
namespace {

constexpr std::string_view dash = "\u2014 ";
// More lines or longer ones than any log has are no checkpoint.
constexpr std::size_t checkpoint_bytes_max = 64u << 10;

void put(Bytes& to, std::uint64_t number, int bytes) {
  for (int shift = bytes * 8 - 8; shift >= 0; shift -= 8) to.push_back(static_cast<std::byte>(number >> shift));
}
std::uint64_t number(std::span<const std::byte> bytes) {
  std::uint64_t value = 0;
  for (const auto each : bytes) value = value << 8 | std::to_integer<std::uint64_t>(each);
  return value;
}

std::string witnessed(std::int64_t unix_seconds, const std::string& body) {
  return fmt::format("cosignature/v1\ntime {}\n{}", unix_seconds, body);
}

std::optional<NoteSignature> parse_signature(std::string_view line) {
  if (!line.starts_with(dash)) return {};
  line.remove_prefix(dash.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !key_name_lawful(line.substr(0, space))) return {};
  const auto bytes = parse_base64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return {};
  return NoteSignature{std::string(line.substr(0, space)),
                       static_cast<std::uint32_t>(number(std::span(*bytes).first(4))),
                       Bytes(bytes->begin() + 4, bytes->end())};
}

}  // namespace

std::string Checkpoint::body() const {
  auto text = fmt::format("{}\n{}\n{}\n", origin, head.size, base64(head.root.bytes));
  if (algorithm != DigestAlgorithm::sha256) text += fmt::format("digest {}\n", name(algorithm));
  return text;
}

std::string Checkpoint::text() const {
  auto text = body() + "\n";
  for (const auto& each : signatures) {
    Bytes bytes;
    put(bytes, each.id, 4);
    bytes.insert(bytes.end(), each.bytes.begin(), each.bytes.end());
    text += fmt::format("{}{} {}\n", dash, each.name, base64(bytes));
  }
  return text;
}

void Checkpoint::sign(const SigningKey& key, std::int64_t unix_seconds) {
  NoteSignature signature{key.name(), key.verifier().id(), {}};
  if (key.role() == SignatureRole::log) {
    signature.bytes = key.sign(body());
  } else {
    put(signature.bytes, static_cast<std::uint64_t>(unix_seconds), 8);
    const auto made = key.sign(witnessed(unix_seconds, body()));
    signature.bytes.insert(signature.bytes.end(), made.begin(), made.end());
  }
  std::erase_if(signatures,
                [&](const NoteSignature& each) { return each.name == signature.name && each.id == signature.id; });
  signatures.push_back(std::move(signature));
}

std::optional<Checkpoint::Signed> Checkpoint::signed_by(const VerifierKey& key) const {
  for (const auto& each : signatures) {
    if (each.name != key.name() || each.id != key.id()) continue;
    if (key.role() == SignatureRole::log) {
      if (key.verify(body(), each.bytes)) return Signed{};
      continue;
    }
    if (each.bytes.size() < 8) continue;
    const auto at = static_cast<std::int64_t>(number(std::span(each.bytes).first(8)));
    if (key.verify(witnessed(at, body()), std::span(each.bytes).subspan(8))) return Signed{at};
  }
  return {};
}

std::optional<Checkpoint> parse_checkpoint(std::string_view text) {
  if (text.size() > checkpoint_bytes_max) return {};
  const auto line = [&] { return take_line(text); };
  Checkpoint checkpoint;
  const auto origin = line(), size = line(), root = line();
  if (!origin || !size || !root || !key_name_lawful(*origin)) return {};
  checkpoint.origin = *origin;
  const auto [stop, error] = std::from_chars(size->data(), size->data() + size->size(), checkpoint.head.size);
  if (error != std::errc{} || stop != size->data() + size->size() || std::to_string(checkpoint.head.size) != *size)
    return {};
  const auto digest = parse_base64(*root);
  if (!digest || digest->size() != checkpoint.head.root.bytes.size()) return {};
  std::memcpy(checkpoint.head.root.bytes.data(), digest->data(), digest->size());
  auto next = line();
  if (next && next->starts_with("digest ")) {
    const auto algorithm = digest_algorithm(next->substr(7));
    if (!algorithm || *algorithm == DigestAlgorithm::sha256) return {};
    checkpoint.algorithm = *algorithm;
    next = line();
  }
  if (!next || !next->empty()) return {};
  while (!text.empty()) {
    const auto written = line();
    const auto signature = written ? parse_signature(*written) : std::nullopt;
    if (!signature) break;
    checkpoint.signatures.push_back(*signature);
  }
  if (checkpoint.signatures.empty()) return {};
  return checkpoint;
}

}  // namespace ducha::record
