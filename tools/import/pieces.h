// A large file in pieces of whole lines: what a JSON Lines file of any size is read by.
//
// First it is read to know what it is, then to take it in, since the digest of the file stands in the first entry made
// from it.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/record/digest.h"

namespace ducha::tools {

// Of a file that may be read in pieces.
struct Survey {
  Digest digest;          // of its bytes
  std::size_t lines = 0;  // by any of the ways in which systems end them
  bool nfc = true;        // whether all of it is seen to be in normal form as it stands
  // By which it is known again.
  record::Authenticator::Key key;
  record::Authenticator::Tag tag;
};

// Nothing when the file must be read whole: it is no regular file (a pipe is read once only), not strictly
// UTF-8, does not begin as JSON Lines, has a line beyond all measure, or cannot be read at all.
std::optional<Survey> survey_json_lines(const std::string& path, record::DigestAlgorithm algorithm);

// Hands over the text piece by piece, as it stands but for a byte order mark, until `take` wants no more. A Fault when
// the file cannot be read to its end or is no longer what was surveyed: then nothing that was made of it may be kept.
void each_piece(const std::string& path, const Survey& survey, const std::function<bool(std::string_view)>& take);

}  // namespace ducha::tools
