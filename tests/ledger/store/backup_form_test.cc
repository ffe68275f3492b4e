#include "ledger/store/backup_form.h"

#include "tests/catch.h"

namespace ducha::store {
namespace {

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

Manifest sample() {
  Manifest manifest;
  manifest.number = 2;
  manifest.head = {5, record::Hasher(record::DigestAlgorithm::sm3).of(std::string_view("root"))};
  manifest.algorithm = record::DigestAlgorithm::sm3;
  manifest.edition = 1;
  manifest.taken = 1656612000123;
  manifest.segments = {{2, 3, 400, record::Hasher(record::DigestAlgorithm::sm3).of(std::string_view("segment"))}};
  manifest.files = {{"checkpoints/3.note", "区政府督查室\n3\n\n"}, {"key.public", ""}};
  return manifest;
}

TEST_CASE("a manifest reads as it was written, and says where it ends", "[backup]") {
  const auto text = sample().text();
  const auto read = read_manifest(text + "what comes after it");
  REQUIRE(read);
  CHECK(read->manifest == sample());
  CHECK(read->length == text.size());
}

TEST_CASE("a manifest that is cut or altered anywhere is none", "[backup]") {
  const auto text = sample().text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    INFO("byte " << at);
    CHECK_FALSE(read_manifest(std::string_view(text).substr(0, at)));
    auto altered = text;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    CHECK_FALSE(read_manifest(altered));
  }
}

TEST_CASE("a segment gives back its entries, and each that was altered is known", "[backup]") {
  for (const auto algorithm : {record::DigestAlgorithm::sha256, record::DigestAlgorithm::sm3}) {
    record::Hasher hasher(algorithm);
    const std::vector<std::string> entries{"立项", "", "交办区住建局", "签收"};
    SegmentBuilder builder(7);
    for (const auto& entry : entries) builder.add(bytes_of(entry), hasher.leaf(bytes_of(entry)));
    const auto root = hasher.of(std::string_view("root"));
    const auto text = builder.text(algorithm, root);
    const auto line = read_segment_line(text);
    REQUIRE(line);
    CHECK((line->first == 7 && line->count == 4 && line->algorithm == algorithm && line->root == root));

    const auto held = entries_in(text, 7, 4, hasher);
    REQUIRE(held.size() == 4);
    for (std::size_t i = 0; i < held.size(); ++i) {
      CHECK(held[i].seq == 7 + i);
      CHECK(held[i].sound());
      CHECK(std::string_view(reinterpret_cast<const char*>(held[i].bytes.data()), held[i].bytes.size()) == entries[i]);
    }

    // Behind the line each byte belongs to one entry: altering it spoils that one and no other.
    for (auto at = text.find('\n') + 1; at < text.size(); ++at) {
      INFO("byte " << at);
      auto altered = text;
      altered[at] = static_cast<char>(altered[at] ^ 1);
      std::size_t spoilt = 0;
      for (const auto& entry : entries_in(altered, 7, 4, hasher)) spoilt += entry.sound() ? 0u : 1u;
      CHECK(spoilt <= 1);
    }
    // However short it is, so many entries are given, and what is not there is not sound.
    for (std::size_t size = 0; size <= text.size(); ++size) {
      const auto cut = entries_in(std::string_view(text).substr(0, size), 7, 4, hasher);
      REQUIRE(cut.size() == 4);
      CHECK(cut.back().sound() == (size == text.size()));
    }
  }
}

TEST_CASE("a segment that claims more entries than any holds is not believed", "[backup]") {
  CHECK_FALSE(read_segment_line(segment_line(record::DigestAlgorithm::sha256, 0, segment_entries_max + 1, {})));
  auto manifest = sample();
  manifest.segments[0].count = segment_entries_max + 1;
  CHECK_FALSE(read_manifest(manifest.text()));
  manifest.segments[0].count = 0;
  CHECK_FALSE(read_manifest(manifest.text()));
}

}  // namespace
}  // namespace ducha::store
