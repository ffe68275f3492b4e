// A register put to the clerk, with what cannot be recorded left out when that was asked for.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/clerk.h"
#include "tools/commands/commands.h"
#include "tools/commands/last_import.h"
#include "tools/import/register/register_file.h"

namespace ducha::tools {

class RegisterPut {
 public:
  RegisterPut(const Context& context, const ImportOptions& options, const std::string& file, store::Log& log);

  // Whether what is in the outcome is to be recorded. What is left out is written to its own file before.
  bool take();
  void commit();
  const RegisterOutcome& outcome() const { return outcome_; }

 private:
  bool put();
  bool write_apart();
  void finish();

  const Context& context_;
  const ImportOptions& options_;
  const std::string& file_;
  store::Log& log_;
  OpenedRegister opened_;
  const Stopwatch watch_;
  TimedViews views_;
  std::optional<Clerk> clerk_;
  RegisterOutcome outcome_;
  std::vector<Complaint> complaints_;
  std::set<std::size_t> lines_;  // of rows that are left out
};

}  // namespace ducha::tools
