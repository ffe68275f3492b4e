// Drafts become commands: each field read as what it is, by the command's own list of fields.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/domain/command.h"
#include "ledger/record/digest.h"
#include "tools/import/draft.h"
#include "tools/language.h"

namespace ducha::tools {

struct DecodedCommand {
  domain::Command command;
  Digest request;  // of the content as given, its identity left out
};

// Reads drafts one after the other. A command without an `id` gets one derived from its content and from how
// many of the same content came before it, so that neither order nor file name matters.
class Decoder {
 public:
  Decoder(record::DigestAlgorithm algorithm, Language language) : hasher_(algorithm), language_(language) {}

  // Nothing when something is wrong; then every complaint about the draft has been added.
  std::optional<DecodedCommand> decode(const Draft& draft, std::vector<Complaint>& complaints);

 private:
  record::Hasher hasher_;
  Language language_;
  std::map<Digest, std::size_t> seen_;
  std::vector<const Given*> given_;  // room for what is put in order
  std::string content_;
};

// The names of all commands, and the fields of one beyond the common ones.
std::vector<std::string> verbs();
std::vector<std::string> fields_of(std::string_view verb);

}  // namespace ducha::tools
