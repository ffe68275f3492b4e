// The commands that keep a ledger safe: backup, restore, salvage.

#pragma once

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
Exit backup(const Context& context, const BackupOptions& options);
Exit backup_list(const Context& context, const BackupOptions& options);
Exit restore(const Context& context, const BackupOptions& options);
Exit salvage(const Context& context, const BackupOptions& options);

}  // namespace ducha::tools
