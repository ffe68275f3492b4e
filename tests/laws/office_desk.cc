#include "tests/laws/office_desk.h"

#include <sstream>
#include <stdexcept>

#include <stdlib.h>

#include "ledger/clerk.h"
#include "projections/books.h"
#include "projections/reports/reports.h"
#include "tools/commands/commands.h"
#include "tools/import/json_lines.h"
#include "tools/render/json.h"

namespace ducha::laws {

namespace {

// Later than anything that happens, but for what is to be refused as not having happened yet.
std::int64_t recording() { return parse_instant("2099-12-31T12:00:00+08:00").value(); }

}  // namespace

OfficeDesk::OfficeDesk() {
  std::string name = (std::filesystem::temp_directory_path() / "ducha-laws-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
  folder_ = name;
  store::Log::create(folder_ / "ledger", record::DigestAlgorithm::sha256, record::edition);
  log_.emplace(folder_ / "ledger", store::Access::write);
  Clerk(*log_, views_).found("区政府督查室", parse_instant("2020-01-01T12:00:00+08:00").value());
  decoder_ = std::make_unique<tools::Decoder>(log_->head().algorithm, tools::Language::en);
  clerk_ = std::make_unique<Clerk>(*log_, views_);
}

OfficeDesk::~OfficeDesk() {
  clerk_.reset();
  log_.reset();
  std::error_code left_behind;
  std::filesystem::remove_all(folder_, left_behind);
}

Said OfficeDesk::take(const std::string& line) {
  const auto read = tools::read_json_lines(line, tools::Language::en);
  std::vector<tools::Complaint> complaints = read.complaints;
  std::optional<tools::DecodedCommand> decoded;
  if (complaints.empty()) decoded = decoder_->decode(read.drafts.at(0), complaints);
  if (!complaints.empty()) throw std::runtime_error(complaints[0].wrong + " " + complaints[0].remedy + "\n" + line);
  const auto answer = clerk_->take(decoded->command, {recording(), decoded->request, {}});
  if (const auto* no = std::get_if<domain::No>(&answer)) return {std::string(name_of(no->refusal)), 0};
  if (const auto* recorded = std::get_if<Recorded>(&answer)) return {{}, recorded->receipt.last};
  return {"repeated", 0};
}

void OfficeDesk::commit() { clerk_->commit(); }

void OfficeDesk::rebuild() {
  projections::rebuild(*log_, [](std::uint64_t, std::uint64_t) {});
}

std::string OfficeDesk::differences() {
  std::string all;
  projections::verify_views(*log_,
                            [&](const projections::ViewDamage& damage) { all += std::string(damage.view) + "\n"; });
  return all;
}

std::string OfficeDesk::report(const std::string& name, Day on, std::optional<std::uint64_t> known_at, Day from,
                               Day to) {
  const projections::Books books(*log_, {on, known_at});
  std::ostringstream out;
  const auto told = name == "duties"    ? reports::duties(books, {})
                    : name == "overdue" ? reports::overdue(books, {}, {})
                                        : reports::standing(books, {from, to}, reports::By::unit, {});
  tools::render_json(told, out);
  return out.str();
}

std::string OfficeDesk::exported() {
  std::ostringstream out, remarks;
  // The one who writes is this one: a reader beside it sees what was committed.
  tools::Context context{folder_ / "ledger", tools::Language::en, out, remarks, recording()};
  tools::export_ledger(context, {});
  return out.str();
}

}  // namespace ducha::laws
