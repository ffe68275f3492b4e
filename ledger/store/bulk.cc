#include "ledger/store/bulk.h"

#include <future>
#include <string>
#include <system_error>
#include <vector>

#include "ledger/store/folder.h"
#include "ledger/store/status.h"

namespace ducha::store {

Bulk::Bulk(std::filesystem::path folder, OptionsOf options, HandleOf handle)
    : folder_(std::move(folder)), options_(std::move(options)), handle_(std::move(handle)) {
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
  if (error)
    throw Fault(Fault::Kind::disk, "cannot make " + folder_.string() + ": " + error.message(), folder_.string());
  make_private_folder(folder_);
}

Bulk::~Bulk() { clean_up(); }

void Bulk::clean_up() {
  files_ = {};
  std::error_code left_behind;  // goes with the next opening
  std::filesystem::remove_all(folder_, left_behind);
}

std::filesystem::path Bulk::path(std::size_t family) const {
  return folder_ / (std::string(family_names[family]) + ".sst");
}

rocksdb::SstFileWriter& Bulk::file(Family family) {
  const auto number = static_cast<std::size_t>(family);
  auto& file = files_[number];
  if (!file) {
    rocksdb::EnvOptions on_its_way;
    on_its_way.bytes_per_sync = 1u << 20;  // to the disk as it grows, so that there is little left to wait for
    file = std::make_unique<rocksdb::SstFileWriter>(on_its_way, options_(family), handle_(family));
    need(file->Open(path(number).string()));
  }
  return *file;
}

void Bulk::put(Family family, std::string_view key, std::string_view value) {
  need(file(family).Put(slice(key), slice(value)));
}
void Bulk::erase(Family family, std::string_view key) { need(file(family).Delete(slice(key))); }
// No row of the same file falls to it: all of them bear one sequence number.
void Bulk::clear(Family family) { need(file(family).DeleteRange(rocksdb::Slice(), slice(after_all_keys))); }

void Bulk::join(rocksdb::DB& db) {
  std::vector<rocksdb::IngestExternalFileArg> joining;
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  // Each is brought to the disk by itself: they wait for it, and make their filters, side by side.
  std::vector<std::future<rocksdb::Status>> finished;
  for (auto& file : files_)
    if (file) finished.push_back(std::async(std::launch::async, [&file] { return file->Finish(); }));
  for (auto& each : finished) need(each.get());
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (!files_[i]) continue;
    auto& each = joining.emplace_back();
    each.column_family = handle_(static_cast<Family>(i));
    each.external_files = {path(i).string()};
    each.options.move_files = true;
    each.options.write_global_seqno = false;
    families.push_back(each.column_family);
  }
  // 7.8 may order a joined file wrongly beside rows still in memory: nothing is left there.
  need(db.Flush({}, families));
  need(db.IngestExternalFiles(joining));
  clean_up();
}

}  // namespace ducha::store
