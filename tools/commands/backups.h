// The commands that keep a ledger safe: backup, restore, salvage.

#pragma once

#include <filesystem>
#include <string>

#include "tools/context.h"

namespace ducha::tools {

struct BackupOptions {
  std::string place;       // a folder or a file: where to, or where from
  bool with_key = false;   // of backup: the secret key too
  std::string number;      // of restore: which one; empty: the last
  std::string checkpoint;  // of restore: file of a checkpoint it must hold to
  std::string output;      // of salvage: the folder that is made
  std::string format;      // of list: text, json
};
// As a folder or file is called that somebody named with or without a slash at the end.
inline std::filesystem::path without_slash(const std::filesystem::path& place) {
  return place.has_filename() ? place : place.parent_path();
}
Exit backup(const Context& context, const BackupOptions& options);
Exit backup_list(const Context& context, const BackupOptions& options);
Exit restore(const Context& context, const BackupOptions& options);
Exit salvage(const Context& context, const BackupOptions& options);

}  // namespace ducha::tools
