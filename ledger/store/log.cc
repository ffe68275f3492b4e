#include "ledger/store/log.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "ledger/base/fault.h"
#include "ledger/record/entry.h"
#include "ledger/store/folder.h"
#include "ledger/store/head.h"
#include "ledger/store/renew.h"
#include "ledger/store/tiles.h"
#include "ledger/threads/ahead.h"

namespace ducha::store {

namespace fs = std::filesystem;

namespace {

// What the anchor says. Without a database beside it, it tells what is lost.
std::optional<Anchored> remembered_in(const fs::path& folder) {
  std::error_code error;
  if (const auto status = fs::status(folder, error); fs::exists(status) && !fs::is_directory(status))
    throw Fault(Fault::Kind::disk, folder.string() + " is a file, and a ledger is a folder", folder.string());
  const auto anchored = Anchor(folder, false).read();
  if (anchored && anchored->size > 0 && !Database::is_in(folder))
    throw Fault(Fault::Kind::damaged, "the ledger in " + folder.string() + " has lost its folder store: " +
                                          std::to_string(anchored->size) + " entries were acknowledged");
  return anchored;
}

}  // namespace

// Made beside its place and moved there whole, the anchor first: an init that is stopped leaves no ledger, and a
// ledger is never without an anchor. So one that has none has lost it, and is not taken for a new one.
void Log::create(const fs::path& folder, record::DigestAlgorithm algorithm, std::uint32_t edition) {
  remembered_in(folder);  // throws when a store is missing that was there
  if (Database::is_in(folder)) {
    const auto head = Log(folder, Access::read).head();
    if (head.size > 0 || head.algorithm != algorithm)
      throw Fault(Fault::Kind::exists, "there is a ledger in " + folder.string() + " already", folder.string());
    return;
  }
  const auto aside = folder / "new";
  std::error_code error;
  fs::remove_all(aside, error);
  make_private_folder(folder);
  Database::create(aside);
  {
    Database database(aside, Access::write);
    const Head empty{0, record::Hasher(algorithm).of(std::string_view{}), edition, algorithm};
    auto writes = database.writes();
    writes.put(Family::head, "head", head_bytes(empty));
    database.commit(std::move(writes));
    Anchor(aside, true).write({empty.size, empty.root});
  }
  for (const char* part : {"HEAD", "store"}) {
    if (!error) fs::rename(aside / part, folder / part, error);
  }
  if (error)
    throw Fault(Fault::Kind::disk, "cannot make the ledger in " + folder.string() + ": " + error.message(),
                folder.string());
  fs::remove_all(aside, error);
  sync_folder(folder);
}

Log::Log(const fs::path& folder, Access access)
    : anchored_(remembered_in(folder)), database_(folder, access), anchor_(folder, access == Access::write) {
  anchor_.read();  // from where its counter goes on
  head_ = stored_head();
  // A writer beside a reader may put its rows from one file into another between our listing the files and opening
  // them: then they are in neither, and looking again finds them. What is lost stays behind the anchor.
  for (int tries = 0; access == Access::read && anchored_ && head_.size < anchored_->size && tries < 5; ++tries) {
    database_.look_again();
    head_ = stored_head();
  }
  hasher_ = record::Hasher(head_.algorithm);
  hold_against_anchor(access);
}

Head Log::stored_head() const {
  const auto head = database_.get(Family::head, "head");
  if (!head) throw Fault(Fault::Kind::damaged, "the ledger in " + database_.folder().string() + " has no head");
  if (const auto read = read_head(*head)) return *read;
  throw Fault(Fault::Kind::damaged, "the stored head is not one");
}

void Log::hold_against_anchor(Access access) {
  if (head_.edition > record::edition)
    throw Fault(Fault::Kind::newer, "the ledger is of edition " + std::to_string(head_.edition) +
                                        "; this program knows editions up to " + std::to_string(record::edition));
  if (!anchored_) throw Fault(Fault::Kind::damaged, "the head anchor (file HEAD) is missing or unreadable");
  if (anchored_->size > head_.size)
    throw Fault(Fault::Kind::damaged, "the log ends after " + std::to_string(head_.size) + " entries, but " +
                                          std::to_string(anchored_->size) + " were acknowledged");
  if (is_of_earlier_form(database_)) {
    const auto& folder = database_.folder();
    if (access == Access::read)
      throw Fault(Fault::Kind::older, "the ledger in " + folder.string() + " was laid down by an earlier program",
                  folder.string());
    renew(database_, head_);
  }
  if (root_at(anchored_->size) != anchored_->root)
    throw Fault(Fault::Kind::damaged,
                "the first " + std::to_string(anchored_->size) + " entries are not those that were acknowledged");
  if (access == Access::write && anchored_->size < head_.size) {
    anchored_ = Anchored{head_.size, head_.root};
    anchor_.write(*anchored_);
  }
}

record::NodeReader Log::nodes() const { return stored_nodes(database_, hasher_); }

Digest Log::root_at(std::uint64_t size) const { return record::root_at(hasher_, size, nodes()); }

std::vector<Digest> Log::inclusion(Seq seq, std::uint64_t size) const {
  return record::inclusion_proof(hasher_, seq, size, nodes());
}

std::vector<Digest> Log::consistency(std::uint64_t older, std::uint64_t size) const {
  return record::consistency_proof(hasher_, older, size, nodes());
}

ReceiptKey Log::receipt_key(std::string_view command) const { return keys::command(command, sha256_); }

std::optional<Seq> Log::first_of(std::string_view command) const { return first_of(receipt_key(command)); }

std::optional<Seq> Log::first_of(const ReceiptKey& key) const {
  const auto row = database_.get(Family::commands, keys::text(key));
  if (!row) return {};
  const auto first = row->size() == sizeof(Seq) ? keys::big_endian<Seq>(*row) : head_.size;
  if (first >= head_.size) throw Fault(Fault::Kind::damaged, "a stored receipt is not one");
  return first;
}

bool Log::each_receipt_key(const std::function<bool(const ReceiptKey&)>& visit) const {
  bool all = true;
  database_.scan(Family::commands, {}, {}, [&](std::string_view row, std::string_view) {
    ReceiptKey key;
    if (row.size() != key.size()) throw Fault(Fault::Kind::damaged, "a stored receipt is not one");
    std::copy(row.begin(), row.end(), key.begin());
    return all = visit(key);
  });
  return all;
}

std::uint32_t Log::stream_size(StreamNo stream) const {
  const auto last = database_.last_key_upto(Family::streams, keys::stream(stream, ~std::uint32_t{0}));
  if (!last || keys::big_endian<StreamNo>(*last) != stream) return 0;
  return keys::big_endian<std::uint32_t>(std::string_view(*last).substr(4)) + 1;
}

StreamNo Log::stream_count() const {
  const auto last = database_.last_key(Family::streams);
  return last ? keys::big_endian<StreamNo>(*last) + 1 : 0;
}

std::string Log::read(Seq seq) const {
  auto bytes = database_.get(Family::entries, keys::entry(seq));
  if (!bytes) throw Fault(Fault::Kind::damaged, "entry " + std::to_string(seq) + " is missing", seq);
  return std::move(*bytes);
}

void Log::scan(Seq first, Seq last, const Visit& visit) const {
  Seq expected = first;
  bool stopped = false;
  database_.scan(Family::entries, keys::entry(first), keys::entry(last),
                 [&](std::string_view key, std::string_view value) {
                   if (key.size() != 8 || keys::big_endian<Seq>(key) != expected)
                     throw Fault(Fault::Kind::damaged, "entry " + std::to_string(expected) + " is missing", expected);
                   stopped = !visit(expected++, std::as_bytes(std::span(value.data(), value.size())));
                   return !stopped;
                 });
  if (!stopped && expected < last)
    throw Fault(Fault::Kind::damaged, "entry " + std::to_string(expected) + " is missing", expected);
}

std::vector<Seq> Log::stream(StreamNo stream) const {
  std::vector<Seq> seqs;
  database_.scan(Family::streams, keys::stream(stream), keys::stream(stream, ~std::uint32_t{0}),
                 [&](std::string_view, std::string_view value) {
                   seqs.push_back(keys::big_endian<Seq>(value));
                   return true;
                 });
  return seqs;
}

void Log::each_place(std::span<const StreamNo> streams, const std::function<void(std::size_t, Seq)>& visit) const {
  auto rows = database_.cursor(Family::streams);
  for (std::size_t i = 0; i < streams.size(); ++i) {
    if (i > 0 && streams[i] < streams[i - 1]) rows = database_.cursor(Family::streams);
    rows.advance_to(keys::stream(streams[i]));
    for (auto row = rows.row(); row && keys::big_endian<StreamNo>(row->key) == streams[i]; row = rows.row()) {
      visit(i, keys::big_endian<Seq>(row->value));
      rows.step();
    }
  }
}

GivePlaces in_order(std::vector<Place> places) {
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::tie(a.stream, a.version, a.at) < std::tie(b.stream, b.version, b.at);
  });
  return [all = std::move(places)](const auto& take) { std::for_each(all.begin(), all.end(), take); };
}

void Log::append(std::span<const Stored> entries, std::vector<Received> commands, Writes&& rows) {
  std::vector<Receipt> keyed;
  keyed.reserve(commands.size());
  for (const auto& [id, first] : commands) keyed.push_back({receipt_key(id), first});
  std::vector<Place> places;
  places.reserve(entries.size());
  for (const auto& [stream, version, bytes] : entries)
    places.push_back({stream, version, static_cast<std::uint32_t>(places.size())});
  const auto begin = [&] { return [&](std::size_t i) { return entries[i].bytes; }; };
  append(entries.size(), begin, in_order(std::move(places)), in_order(std::move(keyed)), std::move(rows));
}

void Log::put_places(std::size_t count, const GivePlaces& places, Writes& rows) const {
  const StreamNo streams = stream_count();
  std::optional<Place> before;
  std::size_t given = 0;
  const auto moved = [&](StreamNo stream, std::size_t at) {
    return Fault(Fault::Kind::damaged, "stream " + std::to_string(stream) + " has moved under the writer",
                 head_.size + at);
  };
  places([&](const Place& place) {
    const auto& [stream, version, at] = place;
    const bool first = !before || before->stream != stream;
    const bool continues = first ? version == (stream < streams ? stream_size(stream) : 0)
                                 : version == before->version + 1 && at > before->at;
    if (!continues) throw moved(stream, at);
    rows.put(Family::streams, keys::stream(stream, version), keys::entry(head_.size + at));
    before = place;
    ++given;
  });
  if (given != count) throw moved(before ? before->stream : office_stream, given);
}

void Log::put_receipts(std::size_t count, const GiveReceipts& receipts, Writes& rows) const {
  // Where there are not many beside these, going from one to the next costs less than to look for each.
  std::optional<Cursor> there;
  if (rows.large() && head_.size < 4 * count) there.emplace(database_.cursor(Family::commands));
  const auto is_there = [&](const ReceiptKey& key) {
    if (!there) return first_of(key).has_value();
    there->advance_to(keys::text(key));
    const auto row = there->row();
    return row && row->key == keys::text(key);
  };
  std::optional<ReceiptKey> last;
  receipts([&](const Receipt& given) {
    if (last == given.key) throw Fault(Fault::Kind::damaged, "one identity was given to two commands of an append");
    last = given.key;
    if (is_there(given.key)) throw Fault(Fault::Kind::damaged, "a command of the append has its receipt already");
    rows.put(Family::commands, keys::text(given.key), keys::entry(given.first));
  });
}

void Log::append(std::size_t count, const Begin& begin, const GivePlaces& places, const GiveReceipts& receipts,
                 Writes&& rows, const Derive& derive) {
  // Every family gets its rows in the order of their keys: a large write insists on it, and to a small one
  // random keys would cost more than everything else together.
  TileWriter tiles(database_, head_.size);
  record::Tree tree(head_.size, nodes());
  const auto put_entry = [&](std::size_t i, std::span<const std::byte> bytes) {
    rows.put(Family::entries, keys::entry(head_.size + i), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  };
  const auto put_around = [&] {
    put_places(count, places, rows);
    derive(rows);
  };
  const auto grow = [&](const auto& first) {
    const auto bytes_of = begin();
    for (std::size_t i = 0; i < count; ++i) {
      const auto bytes = bytes_of(i);
      first(i, bytes);
      tree.append(hasher_, hasher_.leaf(bytes),
                  [&](record::NodeId place, const Digest& node) { tiles.add(place, node, rows); });
    }
  };
  // A large write keeps its families apart: each is laid down by one thread.
  if (rows.large()) {
    all_at_once({[&] {
                   const auto bytes_of = begin();
                   for (std::size_t i = 0; i < count; ++i) put_entry(i, bytes_of(i));
                 },
                 [&] { grow([](std::size_t, std::span<const std::byte>) {}); }, put_around,
                 [&] { put_receipts(count, receipts, rows); }});
  } else {
    put_around();
    put_receipts(count, receipts, rows);
    grow(put_entry);
  }
  tiles.finish(rows);
  Head next = head_;
  next.size += count;
  next.root = tree.root(hasher_);
  rows.put(Family::head, "head", head_bytes(next));
  database_.commit(std::move(rows));
  head_ = next;  // it is in the log, whether or not the anchor can be written
  anchored_ = Anchored{next.size, next.root};
  anchor_.write(*anchored_);
}

}  // namespace ducha::store
