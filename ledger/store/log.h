// The log: entries in order, never changed, each a leaf of the tree whose root is the head.
//
// An append is one synced batch of entries, stream index, receipts, tree, head and the rows of the views;
// then the anchor. A crash at any instant leaves all of an append or none of it.

#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/record/digest.h"
#include "ledger/record/merkle.h"
#include "ledger/store/anchor.h"
#include "ledger/store/database.h"
#include "ledger/store/receipts.h"

namespace ducha::store {

struct Head {
  std::uint64_t size = 0;  // how many entries there are
  Digest root;
  std::uint32_t edition = 0;
  record::DigestAlgorithm algorithm = record::DigestAlgorithm::sha256;
};

// One entry to append, already encoded.
struct Stored {
  StreamNo stream;
  std::uint32_t version;
  std::span<const std::byte> bytes;
};

// Where an entry stands: its stream, its place there, and which of those that are appended it is.
struct Place {
  StreamNo stream;
  std::uint32_t version;
  std::uint32_t at;
};
// Gives the places of all entries that are appended, in the order of their streams, of each in the order of its
// versions.
using GivePlaces = std::function<void(const std::function<void(const Place&)>& take)>;
GivePlaces in_order(std::vector<Place> places);

// A command, and the first entry it becomes.
struct Received {
  std::string id;
  Seq first;
};

class Log {
 public:
  // Makes an empty log in `folder`; its first append is what the caller does next. One that is there and still
  // empty (its init was stopped) is left as it is; any other is Fault::exists.
  static void create(const std::filesystem::path& folder, record::DigestAlgorithm algorithm, std::uint32_t edition);
  // Throws Fault::damaged when the database is behind or beside what the anchor remembers.
  Log(const std::filesystem::path& folder, Access access);

  const Head& head() const { return head_; }
  // The root of the first `size` entries.
  Digest root_at(std::uint64_t size) const;
  // RFC 6962 proofs against the root of the first `size` entries: that entry `seq` is among them; that they
  // begin with the first `older`.
  std::vector<Digest> inclusion(Seq seq, std::uint64_t size) const;
  std::vector<Digest> consistency(std::uint64_t older, std::uint64_t size) const;
  ReceiptKey receipt_key(std::string_view command) const;
  // The first entry that a command became; nothing when it was never given.
  std::optional<Seq> first_of(std::string_view command) const;
  std::optional<Seq> first_of(const ReceiptKey& key) const;
  // The keys of all commands there are, until `visit` says no; whether it saw all.
  bool each_receipt_key(const std::function<bool(const ReceiptKey&)>& visit) const;
  // How many entries the stream has; the next one's version.
  std::uint32_t stream_size(StreamNo stream) const;
  // How many streams there are, the office's included.
  StreamNo stream_count() const;
  std::string read(Seq seq) const;

  using Visit = std::function<bool(Seq, std::span<const std::byte>)>;
  // Entries first … last - 1, in order; stops early on false.
  void scan(Seq first, Seq last, const Visit& visit) const;
  std::vector<Seq> stream(StreamNo stream) const;
  // The entries of several streams, one stream after the other (the `i`-th); quickest when they are asked for in their
  // order.
  void each_place(std::span<const StreamNo> streams, const std::function<void(std::size_t i, Seq)>& visit) const;

  // Rows of views to go with the next append, of so many entries.
  Writes writes(std::size_t entries = 0) { return database_.writes(entries); }
  // Refuses (Fault::damaged) versions that do not continue their streams, and commands that have a receipt: the
  // caller planned on another log.
  void append(std::span<const Stored> entries, std::vector<Received> commands, Writes&& rows);
  // One going through the bytes of the entries, in their order; what is given stays good until the next.
  using Reading = std::function<std::span<const std::byte>(std::size_t)>;
  // Asked for as often as they are gone through, of a large append by two threads at once. Another asks for the places
  // of a large one and then derives, and yet another asks for its receipts.
  using Begin = std::function<Reading()>;
  // Puts what is derived from the entries, of families that are not the log's own.
  using Derive = std::function<void(Writes&)>;
  void append(
      std::size_t count, const Begin& begin, const GivePlaces& places, const GiveReceipts& receipts, Writes&& rows,
      const Derive& derive = [](Writes&) {});

  Database& database() { return database_; }
  const Database& database() const { return database_; }
  std::optional<Anchored> anchored() const { return anchored_; }

 private:
  record::NodeReader nodes() const;
  Head stored_head() const;
  // The stream index of so many entries to be appended. Throws Fault::damaged when they do not continue their streams.
  void put_places(std::size_t count, const GivePlaces& places, Writes& rows) const;
  // Throws Fault::damaged when there is one already.
  void put_receipts(std::size_t count, const GiveReceipts& receipts, Writes& rows) const;
  void hold_against_anchor(Access access);

  // Read before the database is opened: whatever was acknowledged by then must be in it.
  std::optional<Anchored> anchored_;
  Database database_;
  Anchor anchor_;
  Head head_;
  mutable record::Hasher hasher_{record::DigestAlgorithm::sha256};
  mutable record::Hasher sha256_{record::DigestAlgorithm::sha256};
};

}  // namespace ducha::store
