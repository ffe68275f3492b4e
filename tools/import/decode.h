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
  // What a draft is when it says a verb and gives these names in this order: where each field stands in it. The lines
  // of a file are alike by the thousand.
  struct Form {
    std::string verb;
    std::vector<std::string> names;
    domain::Body body;                           // of the verb, with nothing said yet
    std::size_t id, docket, on, by, note;        // places in the draft, beyond its end: not given
    std::vector<std::size_t> fields;             // those of the body, in its order
    std::vector<std::size_t> unknown, in_order;  // names that are no field; all by name, the identity left out
  };
  static constexpr std::size_t forms_max = 64;

  // Nothing when there is no such verb. Good until the next is asked for.
  const Form* form_of(const Draft& draft, std::string_view verb);

  record::Hasher hasher_;
  Language language_;
  std::map<Digest, std::size_t> seen_;
  std::vector<Form> forms_;  // the first so many that came up, and the last
  std::string content_;      // room for what a command says
};

// The names of all commands, and the fields of one beyond the common ones.
std::vector<std::string> verbs();
std::vector<std::string> fields_of(std::string_view verb);

}  // namespace ducha::tools
