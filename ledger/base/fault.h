// Fault: the world broke (disk, damaged entry, a newer edition, a lock held elsewhere).
//
// Thrown at the doors of record/ and store/, where foreign errors are translated, and caught in
// `main`. What the office forbids is a Refusal, a value; what we got wrong is an assertion.

#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace ducha {

class Fault : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t {
    disk,     // the system refused to read or write
    damaged,  // stored bytes are not what was written
    locked,   // another process writes this ledger
    missing,  // there is no ledger here
    exists,   // there is a ledger here already
    newer,    // written by a later edition of ducha
    older,    // laid down by an earlier one, and only read; opened for writing it is brought up
  };

  // `evidence`: what was found, and where, in one sentence. `seq`: the entry concerned, if one is.
  Fault(Kind kind, const std::string& evidence, std::optional<std::uint64_t> seq = {})
      : std::runtime_error(evidence), kind_(kind), seq_(seq) {}
  // `subject`: the folder or file it is about, or the process that holds it; for whoever says it in another language.
  Fault(Kind kind, const std::string& evidence, std::string subject)
      : std::runtime_error(evidence), kind_(kind), subject_(std::move(subject)) {}

  Kind kind() const { return kind_; }
  std::optional<std::uint64_t> seq() const { return seq_; }
  const std::string& subject() const { return subject_; }

 private:
  Kind kind_;
  std::optional<std::uint64_t> seq_;
  std::string subject_;
};

}  // namespace ducha
