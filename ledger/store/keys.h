// Every key of the store, in one place. Numbers are big-endian, so that order on disk is order in time.
//
//   family     key                                    value
//   entries    seq 8                                  the canonical entry
//   streams    stream 4, version 4                    seq 8
//   commands   first 16 bytes of SHA-256(command id)  seq 8 of the first entry it became
//   tree       't', level 1, index 8                  a tile: 1 to 32 digests 32 each (tiles.h)
//   head       "head"                                 size 8, root 32, edition 4, digest algorithm 1
//   dockets    docket code                            stream 4
//   children   parent code, 0x00, child code          (empty)
//   office     version 4                              the office's own entries once more, side by side: seq 8, entry
//   decisions  version 4                              those of them that are about decisions, likewise
//   decision_numbers  decision, 0x00, version 4       (empty): which of those are about it
//
// The families of the views (duties, cards, reach, timeline, bookmarks) are the projections' own; the store only
// carries them.

#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "ledger/base/id.h"
#include "ledger/record/digest.h"
#include "ledger/store/receipts.h"

namespace ducha::store {

enum class Family : std::uint8_t {
  entries,
  streams,
  commands,
  tree,
  head,
  dockets,
  children,
  duties,
  cards,
  timeline,
  bookmarks,
  office,
  decisions,
  decision_numbers,
  reach
};
inline constexpr std::string_view family_names[] = {
    "entries", "streams",  "commands",  "tree",   "head",      "dockets",          "children", "duties",
    "cards",   "timeline", "bookmarks", "office", "decisions", "decision_numbers", "reach"};

namespace keys {

template <class Number>
void append_big_endian(std::string& to, Number number) {
  char bytes[sizeof(Number)];
  for (std::size_t i = sizeof(Number); i-- > 0; number = static_cast<Number>(std::uint64_t{number} >> 8))
    bytes[i] = static_cast<char>(static_cast<std::uint8_t>(number));
  to.append(bytes, sizeof bytes);
}
// The number at the start of `bytes`, which must be long enough.
template <class Number>
Number big_endian(std::string_view bytes) {
  Number number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    number = static_cast<Number>(static_cast<Number>(number << 8) | static_cast<std::uint8_t>(bytes[i]));
  return number;
}

inline std::string entry(Seq seq) {
  std::string key;
  append_big_endian(key, seq);
  return key;
}
inline std::string stream(StreamNo number) {
  std::string key;
  append_big_endian(key, number);
  return key;
}
inline std::string stream(StreamNo number, std::uint32_t version) {
  auto key = stream(number);
  append_big_endian(key, version);
  return key;
}
// The letter tells it from a node that an earlier program laid down in a row of its own: level 1, index 8 (renew.h).
inline constexpr char tile_letter = 't';
inline std::string tile(std::uint8_t level, std::uint64_t index) {
  std::string key{tile_letter, static_cast<char>(level)};
  append_big_endian(key, index);
  return key;
}
inline std::string_view text(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}
// The digest at the start of `bytes`, which must be long enough.
inline Digest digest(std::string_view bytes) {
  Digest digest;
  std::memcpy(digest.bytes.data(), bytes.data(), digest.bytes.size());
  return digest;
}
inline ReceiptKey command(std::string_view id, record::Hasher& sha256) {
  ReceiptKey key;
  std::memcpy(key.data(), sha256.of(id).bytes.data(), key.size());
  return key;
}
inline std::string_view text(const ReceiptKey& key) { return {key.data(), key.size()}; }
inline std::string child(std::string_view parent, std::string_view code) {
  return std::string(parent) + '\0' + std::string(code);
}
inline std::string decision(std::string_view number) { return std::string(number) + '\0'; }
inline std::string decision(std::string_view number, std::uint32_t version) {
  auto key = decision(number);
  append_big_endian(key, version);
  return key;
}

}  // namespace keys
}  // namespace ducha::store
