#include "ledger/store/verify.h"

#include <map>
#include <unordered_map>

#include "ledger/base/fault.h"

namespace ducha::store {
namespace {

// What must stand in the derived families, gathered while the entries pass.
class Expected {
 public:
  void take(const record::Envelope& envelope, const Checks& checks, record::Hasher& sha256) {
    const auto seq = envelope.seq;
    if (envelope.version != streams_[envelope.stream]++)
      checks.report({seq, "entry " + std::to_string(seq) + " does not continue its stream"});
    if (envelope.part == 0) {
      const auto key = keys::command(envelope.command, sha256);
      const Receipt receipt{seq, seq + envelope.parts - 1u, envelope.request};
      if (!receipts_.emplace(key, receipt_bytes(receipt)).second)
        checks.report({seq, "entry " + std::to_string(seq) + " repeats the identity of an earlier command"});
    }
    places_.emplace(keys::stream(envelope.stream, envelope.version), keys::entry(seq));
  }

  void compare(const Database& database, const Checks& checks) const {
    compare(database, Family::streams, places_, "stream index", checks);
    compare(database, Family::commands, receipts_, "receipts", checks);
  }

 private:
  static void compare(const Database& database, Family family, const std::unordered_map<std::string, std::string>& rows,
                      const char* name, const Checks& checks) {
    std::size_t found = 0;
    database.scan(family, {}, {}, [&](std::string_view key, std::string_view value) {
      const auto row = rows.find(std::string(key));
      if (row == rows.end())
        checks.report({{}, std::string(name) + ": a row that no entry accounts for"});
      else if (++found; row->second != value)
        checks.report({keys::big_endian<Seq>(row->second), std::string(name) + ": a row differs from its entry"});
      return true;
    });
    if (found < rows.size())
      checks.report({{}, std::string(name) + ": " + std::to_string(rows.size() - found) + " rows are missing"});
  }

  std::unordered_map<StreamNo, std::uint32_t> streams_;
  std::unordered_map<std::string, std::string> places_;
  std::unordered_map<std::string, std::string> receipts_;
};

}  // namespace

void verify(const Log& log, const Checks& checks) {
  const auto& head = log.head();
  record::Hasher hasher(head.algorithm);
  record::Hasher sha256(record::DigestAlgorithm::sha256);
  Expected expected;
  record::Tree tree;
  std::uint64_t nodes = 0;
  const auto hold_node = [&](Seq seq) {
    return [&, seq](record::NodeId place, const Digest& node) {
      ++nodes;
      const auto stored = log.database().get(Family::tree, keys::node(place));
      if (!stored)
        checks.report({seq, "tree: the node at level " + std::to_string(place.level) + ", index " +
                                std::to_string(place.index) + " is missing"});
      else if (*stored != keys::text(node))
        checks.report({seq, place.level == 0 ? "entry " + std::to_string(seq) + " is not what was recorded"
                                             : "tree: the node over entry " + std::to_string(seq) + " at level " +
                                                   std::to_string(place.level) + " does not agree"});
    };
  };
  // Not by the log's own scan, which stops at a gap: here every gap is named and the rest still read.
  Seq next = 0;
  const auto missing = [&](Seq upto) {
    for (; next < upto; ++next) {
      checks.report({next, "entry " + std::to_string(next) + " is missing"});
      tree.append(hasher, Digest{}, [&](record::NodeId, const Digest&) { ++nodes; });
    }
  };
  log.database().scan(Family::entries, {}, keys::entry(head.size), [&](std::string_view key, std::string_view value) {
    if (key.size() != 8) {
      checks.report({{}, "entries: a key that is no sequence number"});
      return true;
    }
    const auto seq = keys::big_endian<Seq>(key);
    missing(seq);
    const auto bytes = std::as_bytes(std::span(value.data(), value.size()));
    tree.append(hasher, hasher.leaf(bytes), hold_node(seq));
    ++next;
    try {
      expected.take(checks.envelope(bytes, seq), checks, sha256);
    } catch (const Fault& fault) {
      checks.report({seq, fault.what()});
    }
    if (seq % 4096 == 0) checks.progress(seq, head.size);
    return true;
  });
  missing(head.size);
  if (tree.root(hasher) != head.root) checks.report({{}, "the entries do not give the root of the head"});
  std::uint64_t stored_nodes = 0, stored_entries = 0;
  log.database().scan(Family::tree, {}, {}, [&](std::string_view, std::string_view) { return ++stored_nodes, true; });
  log.database().scan(Family::entries, {}, {},
                      [&](std::string_view, std::string_view) { return ++stored_entries, true; });
  if (stored_nodes > nodes) checks.report({{}, "tree: nodes that no entry accounts for"});
  log.database().scan(Family::head, {}, {}, [&](std::string_view key, std::string_view) {
    if (key != "head") checks.report({{}, "head: a row that nothing accounts for"});
    return true;
  });
  if (stored_entries > head.size) checks.report({{}, "there are entries after the head"});
  expected.compare(log.database(), checks);
  checks.progress(head.size, head.size);
}

}  // namespace ducha::store
