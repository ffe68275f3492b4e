#include "ledger/store/segments.h"

#include "ledger/base/fault.h"
#include "ledger/store/tiles.h"

namespace ducha::store {
namespace {

// Small enough to be held in memory and read again where one is damaged, big enough to be few.
constexpr std::size_t segment_bytes_min = 8u << 20;
constexpr std::uint64_t segment_entries_most = 1u << 16;

}  // namespace

Segments::Segments(record::DigestAlgorithm algorithm, record::Tree before, std::uint64_t size, EntryScan scan,
                   Check check)
    : hasher_(algorithm), before_(std::move(before)), size_(size), scan_(std::move(scan)), check_(std::move(check)) {}

Digest Segments::each(const Take& take, const std::function<void(Seq)>& progress) {
  auto tree = before_;
  SegmentBuilder segment(tree.size());
  const auto finish = [&] {
    const auto root = tree.root(hasher_);
    check_(segment.first(), tree.size(), root);
    const auto bytes = segment.text(hasher_.algorithm(), root);
    take({segment.first(), segment.count(), bytes.size(), hasher_.of(std::string_view(bytes))}, bytes);
  };
  scan_(tree.size(), size_, [&](Seq seq, std::span<const std::byte> bytes) {
    const auto leaf = hasher_.leaf(bytes);
    tree.append(hasher_, leaf, [](record::NodeId, const Digest&) {});
    segment.add(bytes, leaf);
    if (segment.bytes() >= segment_bytes_min || segment.count() == segment_entries_most) {
      finish();
      segment = SegmentBuilder(seq + 1);
      progress(seq);
    }
    return true;
  });
  if (segment.count() > 0) finish();
  return tree.root(hasher_);
}

Segments segments_of(const Log& log, Seq first) {
  const auto scan = [&log](Seq from, Seq end, const Log::Visit& visit) { log.scan(from, end, visit); };
  const auto check = [&log](Seq from, Seq end, const Digest& root) {
    if (root == log.root_at(end)) return;
    record::Hasher hasher(log.head().algorithm);
    log.scan(from, end, [&](Seq seq, std::span<const std::byte> bytes) {
      if (hasher.leaf(bytes) != stored_leaf(log.database(), seq))
        throw Fault(Fault::Kind::damaged, "entry " + std::to_string(seq) + " is not what was recorded", seq);
      return true;
    });
    throw Fault(Fault::Kind::damaged, "the entries do not give the root of the head");
  };
  record::Hasher hasher(log.head().algorithm);
  return Segments(log.head().algorithm, record::Tree(first, stored_nodes(log.database(), hasher)), log.head().size,
                  scan, check);
}

}  // namespace ducha::store
