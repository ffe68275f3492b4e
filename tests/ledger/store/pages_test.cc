#include "ledger/store/pages.h"

#include "ledger/store/receipts.h"
#include "tests/ledger/store/ledger.h"

namespace ducha::store {
namespace {

namespace fs = std::filesystem;

std::string entry_text(std::size_t i, std::size_t size) {
  std::string text = std::to_string(i) + ':';
  text.resize(size, static_cast<char>('a' + i % 26));
  return text;
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

// Sizes as entries have them, now and then one larger than a page.
std::vector<std::string> entries_of(std::size_t count) {
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < count; ++i)
    entries.push_back(entry_text(i, i % 1000 == 7 ? (2u << 20) : 8 + i * 7919 % 900));
  return entries;
}

TEST_CASE("entries that wait are given again as they came, from memory and from the file", "[store][waiting]") {
  const Folder folder;
  const auto entries = entries_of(12'000);
  for (const std::size_t memory : {std::size_t{0}, std::size_t{3} << 20, std::size_t{1} << 30}) {
    Pages waiting(folder.path(), memory);
    for (std::size_t i = 0; i < entries.size(); ++i) waiting.add(bytes_of(entries[i]));
    REQUIRE(waiting.size() == entries.size());
    Pages::Reader reader(waiting);
    bool same = true, copied = true;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      same = same && text_of(reader.read(i)) == entries[i];
    }
    for (std::size_t step = 0; step < 3'000; ++step) {  // in no order
      const auto i = step * 7919 % entries.size();
      copied = copied && text_of(waiting.copy(i)) == entries[i];
      same = same && text_of(reader.read(i)) == entries[i];
    }
    CHECK(same);
    CHECK(copied);
    CHECK(files_in(folder.path()) == 0);  // the file has no name that could be left behind
    waiting.clear();
    CHECK(waiting.empty());
    waiting.add(bytes_of("anew"));
    CHECK(text_of(waiting.copy(0)) == "anew");
  }
}

TEST_CASE("where nothing can be laid aside it is said where", "[store][waiting][fault]") {
  const fs::path nowhere = "/nowhere/at/all";
  Pages waiting(nowhere, 0);
  const auto large = std::string(2u << 20, 'x');
  const auto fault = fault_of([&] {
    for (int i = 0; i < 3; ++i) waiting.add(bytes_of(large));
  });
  REQUIRE(fault);
  CHECK(fault->kind() == Fault::Kind::disk);
  CHECK(std::string(fault->what()).find(nowhere.string()) != std::string::npos);
}

ReceiptKey key_of(std::size_t number) {
  record::Hasher hasher(record::DigestAlgorithm::sha256);
  ReceiptKey key;
  std::memcpy(key.data(), hasher.of(std::string_view(std::to_string(number))).bytes.data(), key.size());
  return key;
}

TEST_CASE("a receipt is found by its key and by no other, and all are handed over in the order of their keys",
          "[store]") {
  // So many that some of them are laid aside.
  constexpr std::size_t count = 40'000;
  const Folder folder;
  Receipts receipts(folder.path());
  CHECK_FALSE(receipts.find(key_of(0)));
  for (std::size_t i = 0; i < count; ++i) receipts.add({key_of(i), i});
  bool found = true, absent = true;
  for (std::size_t i = 0; i < count; ++i) {
    found = found && receipts.find(key_of(i)) == i;
    absent = absent && !receipts.find(key_of(i + count));
  }
  CHECK(found);
  CHECK(absent);
  std::vector<Receipt> all;
  receipts.take_in_order([&](const Receipt& each) { all.push_back(each); });
  REQUIRE(all.size() == count);
  CHECK(std::is_sorted(all.begin(), all.end(), before));
  bool whole = true;
  for (const auto& each : all) whole = whole && each.key == key_of(each.first);
  CHECK(whole);
  receipts.clear();
  CHECK(receipts.size() == 0);
  CHECK_FALSE(receipts.find(key_of(1)));
  receipts.add({key_of(1), 7});
  CHECK(receipts.find(key_of(1)) == 7);
}

}  // namespace
}  // namespace ducha::store
