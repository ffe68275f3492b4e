#include "ledger/store/bulk.h"

#include <future>
#include <string>
#include <system_error>
#include <vector>

#include "ledger/store/folder.h"
#include "ledger/store/status.h"

namespace ducha::store {
namespace {

constexpr std::size_t rows_in_file = 1u << 20;

}  // namespace

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
  laid_ = {};
  std::error_code left_behind;  // goes with the next opening
  std::filesystem::remove_all(folder_, left_behind);
}

rocksdb::SstFileWriter& Bulk::file(Family family) {
  const auto number = static_cast<std::size_t>(family);
  auto& laid = laid_[number];
  auto& file = laid.file;
  if (!file) {
    rocksdb::EnvOptions on_its_way;
    on_its_way.bytes_per_sync = 1u << 20;  // to the disk as it grows, so that there is little left to wait for
    file = std::make_unique<rocksdb::SstFileWriter>(on_its_way, options_(family), handle_(family));
    const auto name = std::string(family_names[number]) + '-' + std::to_string(laid.paths.size()) + ".sst";
    laid.paths.push_back((folder_ / name).string());
    need(file->Open(laid.paths.back()));
  }
  return *file;
}

rocksdb::Status Bulk::finish(Laid& laid) {
  rocksdb::ExternalSstFileInfo made;
  auto status = laid.file->Finish(&made);
  laid.sums.push_back(made.file_checksum);
  laid.sums_by.push_back(made.file_checksum_func_name);
  laid.file.reset();
  laid.rows = 0;
  return status;
}

rocksdb::SstFileWriter& Bulk::row_in(Family family) {
  auto& laid = laid_[static_cast<std::size_t>(family)];
  // What clears the family reaches over all of it, and files that reach into each other cannot join as one.
  if (laid.file && laid.rows >= rows_in_file && !laid.cleared) {
    need(finish(laid));
  }
  ++laid.rows;
  return file(family);
}

void Bulk::put(Family family, std::string_view key, std::string_view value) {
  need(row_in(family).Put(slice(key), slice(value)));
}
void Bulk::erase(Family family, std::string_view key) { need(row_in(family).Delete(slice(key))); }
// No row of the same file falls to it: all of them bear one sequence number.
void Bulk::clear(Family family) {
  laid_[static_cast<std::size_t>(family)].cleared = true;
  need(file(family).DeleteRange(rocksdb::Slice(), slice(after_all_keys)));
}

void Bulk::join(rocksdb::DB& db) {
  std::vector<rocksdb::IngestExternalFileArg> joining;
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  // Each is brought to the disk by itself: they wait for it, and make their filters, side by side.
  std::vector<std::future<rocksdb::Status>> finished;
  for (auto& laid : laid_)
    if (laid.file) finished.push_back(std::async(std::launch::async, [&laid] { return finish(laid); }));
  for (auto& each : finished) need(each.get());
  for (std::size_t i = 0; i < laid_.size(); ++i) {
    if (laid_[i].paths.empty()) continue;
    auto& each = joining.emplace_back();
    each.column_family = handle_(static_cast<Family>(i));
    each.external_files = laid_[i].paths;
    // Of what was written: taken of what can be read now, they would bless what the disk has spoilt meanwhile.
    each.files_checksums = laid_[i].sums;
    each.files_checksum_func_names = laid_[i].sums_by;
    each.options.verify_file_checksum = false;
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
