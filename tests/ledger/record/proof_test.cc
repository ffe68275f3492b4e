#include "ledger/record/proof.h"

#include <map>

#include "tests/catch.h"

namespace ducha::record {
namespace {

// A log of so many short entries, the nodes of its tree, and a signed head of it.
struct Sample {
  Hasher hasher;
  std::map<NodeId, Digest> stored;
  Tree tree;
  std::map<std::uint64_t, Digest> roots;
  SigningKey key = SigningKey::make("log", SignatureKind::ed25519, SignatureRole::log);
  NodeReader read = [this](NodeId id) { return stored.at(id); };

  explicit Sample(std::uint64_t size, DigestAlgorithm algorithm = DigestAlgorithm::sha256) : hasher(algorithm) {
    for (std::uint64_t i = 0; i < size; ++i) {
      tree.append(hasher, hasher.leaf(entry(i)), [&](NodeId id, const Digest& node) { stored.emplace(id, node); });
      roots[i + 1] = tree.root(hasher);
    }
  }
  static Bytes entry(std::uint64_t i) { return Bytes(i % 5 + 1, static_cast<std::byte>(i)); }
  Proof proof(std::uint64_t entries) {
    Proof proof;
    proof.checkpoint = {"log", {tree.size(), tree.root(hasher)}, hasher.algorithm(), {}};
    proof.checkpoint.sign(key, 0);
    for (std::uint64_t i = 0; i < entries; ++i)
      proof.entries.push_back({i, entry(i), inclusion_proof(hasher, i, tree.size(), read)});
    return proof;
  }
};

TEST_CASE("a checkpoint is written and read the same, and its signature binds every byte of it", "[note]") {
  Sample sample(7);
  const auto checkpoint = sample.proof(0).checkpoint;
  const auto read = parse_checkpoint(checkpoint.text());
  REQUIRE(read);
  CHECK(read->text() == checkpoint.text());
  CHECK(read->signed_by(sample.key.verifier()));
  const auto text = checkpoint.text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto altered = text;
    altered[i] = static_cast<char>(altered[i] ^ 1);
    const auto other = parse_checkpoint(altered);
    INFO(i);
    CHECK_FALSE((other && other->signed_by(sample.key.verifier())));
  }
}

TEST_CASE("a witness says when it saw the head, and its time is signed with it", "[note]") {
  Sample sample(7);
  auto checkpoint = sample.proof(0).checkpoint;
  const auto witness = SigningKey::make("audit", SignatureKind::ed25519, SignatureRole::witness);
  checkpoint.sign(witness, 1'650'000'000);
  auto read = parse_checkpoint(checkpoint.text());
  REQUIRE(read);
  REQUIRE(read->signatures.size() == 2);
  const auto seen = read->signed_by(witness.verifier());
  REQUIRE(seen);
  CHECK(seen->witnessed == 1'650'000'000);
  read->signatures[1].bytes[7] ^= std::byte{1};
  CHECK_FALSE(read->signed_by(witness.verifier()));
}

TEST_CASE("a proof is written and read the same, and proves its entries and nothing else", "[proof]") {
  for (const auto algorithm : {DigestAlgorithm::sha256, DigestAlgorithm::sm3}) {
    Sample sample(13, algorithm);
    auto proof = sample.proof(13);
    const auto read = parse_proof(proof.text());
    REQUIRE(read);
    CHECK(read->text() == proof.text());
    CHECK(entries_unproven(*read).empty());
    proof.entries[5].bytes[0] ^= std::byte{1};
    CHECK(entries_unproven(proof) == std::vector<Seq>{5});
    proof.entries[5].seq = 6;
    CHECK(entries_unproven(proof) == std::vector<Seq>{6});
    proof.entries[5].seq = 13;
    CHECK(entries_unproven(proof) == std::vector<Seq>{13});
  }
}

TEST_CASE("a head holds to every older one, and to no other", "[proof]") {
  Sample sample(20);
  auto proof = sample.proof(0);
  for (std::uint64_t older = 1; older <= 20; ++older) {
    const Sealed sealed{older, sample.roots[older]};
    proof.since = Proof::Since{sealed, consistency_proof(sample.hasher, older, 20, sample.read)};
    CHECK(holds_to(proof, sealed));
    CHECK_FALSE(holds_to(proof, {older, sample.roots[older % 20 + 1]}));
    auto forged = proof;
    forged.since->older.root = sample.roots[older % 20 + 1];
    CHECK_FALSE(holds_to(forged, forged.since->older));
  }
}

TEST_CASE("what is no proof is not read as one", "[proof]") {
  Sample sample(3);
  const auto text = sample.proof(2).text();
  CHECK(parse_proof(text));
  for (std::size_t cut = 0; cut < text.size(); ++cut) {
    const auto read = parse_proof(text.substr(0, cut));
    INFO(cut);
    CHECK_FALSE(read);
  }
  CHECK_FALSE(parse_proof("ducha-proof/v2" + text.substr(14)));
  CHECK_FALSE(parse_proof("ducha-proof/v1\nentry 1\npath\n\n"));
  CHECK_FALSE(parse_proof("ducha-proof/v1\nentry 99999999999999999999 AA==\npath\n\n"));
}

}  // namespace
}  // namespace ducha::record
