#include "ledger/record/proof.h"

#include <charconv>
#include <cstring>

#include <fmt/format.h>

#include "ledger/record/lines.h"

namespace ducha::record {
namespace {

constexpr std::string_view title = "ducha-proof/v1";
// A docket's whole history is some hundred entries; a proof of everything is the ledger itself.
constexpr std::size_t proof_bytes_max = 256u << 20;
// A path is as long as the tree is high.
constexpr std::size_t path_max = 64;

std::string written(std::string_view word, const std::vector<Digest>& path) {
  std::string line(word);
  for (const auto& digest : path) line += ' ' + base64(digest.bytes);
  return line + '\n';
}

// Reads a line word by word.
class Words {
 public:
  explicit Words(std::string_view line) : rest_(line) {}

  std::optional<std::string_view> next() {
    if (done_) return {};
    const auto end = rest_.find(' ');
    const auto word = rest_.substr(0, end);
    done_ = end == std::string_view::npos;
    rest_ = done_ ? std::string_view{} : rest_.substr(end + 1);
    return word;
  }
  bool done() const { return done_; }

 private:
  std::string_view rest_;
  bool done_ = false;
};

std::optional<std::uint64_t> number(std::optional<std::string_view> word) {
  std::uint64_t value = 0;
  if (!word) return {};
  const auto [stop, error] = std::from_chars(word->data(), word->data() + word->size(), value);
  if (error != std::errc{} || stop != word->data() + word->size()) return {};
  return value;
}

std::optional<Digest> digest(std::optional<std::string_view> word) {
  const auto bytes = word ? parse_base64(*word) : std::nullopt;
  Digest value;
  if (!bytes || bytes->size() != value.bytes.size()) return {};
  std::memcpy(value.bytes.data(), bytes->data(), bytes->size());
  return value;
}

std::optional<std::vector<Digest>> path(std::string_view line, std::string_view word) {
  Words words(line);
  if (words.next() != word) return {};
  std::vector<Digest> all;
  while (!words.done()) {
    const auto one = digest(words.next());
    if (!one || all.size() == path_max) return {};
    all.push_back(*one);
  }
  return all;
}

}  // namespace

std::string Proof::text() const {
  std::string text(title);
  text += '\n';
  for (const auto& entry : entries)
    text += fmt::format("entry {} {}\n", entry.seq, base64(entry.bytes)) + written("path", entry.path);
  if (since)
    text += fmt::format("since {} {}\n", since->older.size, base64(since->older.root.bytes)) +
            written("consistency", since->path);
  return text + '\n' + checkpoint.text();
}

std::optional<Proof> parse_proof(std::string_view text) {
  if (text.size() > proof_bytes_max) return {};
  const auto line = [&] { return take_line(text); };
  if (line() != title) return {};
  Proof proof;
  for (;;) {
    const auto next = line();
    if (!next) return {};
    if (next->empty()) break;
    Words words(*next);
    const auto word = words.next();
    if (word == "entry" && !proof.since) {
      const auto seq = number(words.next());
      const auto encoded = words.next();
      const auto bytes = encoded ? parse_base64(*encoded) : std::nullopt;
      const auto below = line();
      const auto digests = below ? path(*below, "path") : std::nullopt;
      if (!seq || !bytes || !words.done() || !digests) return {};
      proof.entries.push_back({*seq, *bytes, *digests});
    } else if (word == "since" && !proof.since) {
      const auto size = number(words.next());
      const auto root = digest(words.next());
      const auto below = line();
      const auto digests = below ? path(*below, "consistency") : std::nullopt;
      if (!size || !root || !words.done() || !digests) return {};
      proof.since = Proof::Since{{*size, *root}, *digests};
    } else {
      return {};
    }
  }
  auto checkpoint = parse_checkpoint(text);
  if (!checkpoint) return {};
  proof.checkpoint = std::move(*checkpoint);
  return proof;
}

std::vector<Seq> entries_unproven(const Proof& proof) {
  Hasher hasher(proof.checkpoint.algorithm);
  std::vector<Seq> unproven;
  for (const auto& entry : proof.entries) {
    const auto& head = proof.checkpoint.head;
    if (entry.seq >= head.size ||
        !includes(hasher, hasher.leaf(entry.bytes), entry.seq, head.size, entry.path, head.root))
      unproven.push_back(entry.seq);
  }
  return unproven;
}

bool holds_to(const Proof& proof, const Sealed& older) {
  if (older == proof.checkpoint.head) return true;
  if (!proof.since || proof.since->older != older) return false;
  Hasher hasher(proof.checkpoint.algorithm);
  return extends(hasher, older, proof.checkpoint.head, proof.since->path);
}

}  // namespace ducha::record
