// A batch file, whatever its form, as drafts.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/receipt.h"
#include "ledger/record/digest.h"
#include "tools/import/decode.h"
#include "tools/import/draft.h"
#include "tools/import/encoding.h"
#include "tools/import/unit_list.h"
#include "tools/language.h"

namespace ducha::tools {

struct BatchOptions {
  std::string as;               // events, plan; empty: by content
  std::string encoding;         // empty: found out
  std::string on, due, prefix;  // of a plan
  bool register_units = false;  // of a plan
  std::string sheet;            // of a workbook, by name or number; empty: the one with batch rows
};

enum class BatchForm : std::uint8_t { json_lines, csv, workbook, plan };

struct Batch {
  std::string name;        // the file's, without its folder
  Digest digest;           // of its bytes
  std::size_t drafts = 0;  // how many there are, or about how many while they are handed over
  bool in_lines = false;   // read in pieces: `drafts` is the number of its lines, blank ones included
  std::vector<Complaint> complaints;
  std::vector<std::string> remarks;  // what a person should know and need not mend

  // What it is, so that rows of it can be written again as they came.
  BatchForm form = BatchForm::json_lines;
  Encoding encoding = Encoding::utf8;
  std::string sheet;            // the one that was read
  std::size_t header_line = 0;  // of CSV and workbooks
  // Whether the complaints are each about one line or row, so that the rest may be recorded without them.
  bool separable = true;
};

// What a draft was understood to be; nothing when the complaints of the batch say why not.
struct Understood {
  Place place;  // of the draft
  std::optional<DecodedCommand> command;
  LookedUp looked_up = {};  // of the command
};

// The draft itself, read once more: it is seldom wanted when it was understood, and a file's drafts are many.
using DraftAgain = std::function<Draft()>;

// Whether the rest is wanted.
enum class Further : std::uint8_t { go_on, enough };

// Takes one after the other, in the order of the file; `batch` already bears name, digest and count.
using TakeUnderstood =
    std::function<Further(const Batch& batch, const Understood& understood, const DraftAgain& draft_again)>;

// Who takes a batch.
struct Taking {
  // The names the office answers to.
  KnownUnit known;
  // What the log has of a command; asked by one thread, beside `take`.
  std::function<LookedUp(std::string_view)> look_up;
  TakeUnderstood take;
};

// JSON Lines of any size are read in pieces and handed over while they are read, and so are the rows of a workbook;
// anything else is read whole first (batch_file.h says how much that may be). What was handed over before a complaint
// that is not separable is not to be kept.
Batch read_batch(const std::string& path, const BatchOptions& options, record::DigestAlgorithm algorithm,
                 Language language, const Taking& taking);

}  // namespace ducha::tools
