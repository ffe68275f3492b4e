// The words of backups, which set options of their own.

#pragma once

#include "tools/commands/backups.h"
#include "tools/words/word.h"

namespace ducha::tools {

void add_backups(Word& root, BackupOptions& options);

}  // namespace ducha::tools
