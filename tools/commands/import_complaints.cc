#include "tools/commands/import_complaints.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "tools/import/complaint_line.h"

namespace ducha::tools {

namespace {

std::string reason_of(const Complaint& complaint) {
  auto reason = complaint.wrong;
  if (!complaint.cell.empty() && complaint.cell.size() < 60) reason += " 〔" + complaint.cell + "〕";
  if (!complaint.remedy.empty()) reason += " " + complaint.remedy;
  return reason;
}

}  // namespace

Refused reasons_of(const std::vector<Complaint>& complaints) {
  Refused refused;
  for (const auto& complaint : complaints) {
    auto& reason = refused[complaint.place.line];
    reason += (reason.empty() ? "" : " / ") + reason_of(complaint);
  }
  return refused;
}

void put_in_order(std::vector<Complaint>& complaints, const std::string& sheet) {
  for (auto& complaint : complaints) complaint.sheet = sheet;
  std::stable_sort(complaints.begin(), complaints.end(),
                   [](const Complaint& a, const Complaint& b) { return a.place.line < b.place.line; });
}

void commit_beside(Clerk& clerk, const std::string& rejects) {
  try {
    clerk.commit();
  } catch (...) {
    std::error_code error;
    if (!rejects.empty()) std::filesystem::remove(rejects, error);
    throw;
  }
}

void list_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints) {
  std::size_t shown = 0;
  for (const auto& complaint : complaints)
    if (shown++ < complaints_shown_max) context.remarks << line_of(complaint, file, context.language) << "\n";
}

void tell_skipped(const Context& context, const ImportOptions& options, const std::string& file,
                  const std::vector<Complaint>& complaints, std::size_t skipped) {
  list_complaints(context, file, complaints);
  context.remarks << file << context.say(":", ": ") << skipped
                  << context.say(options.dry_run ? " 行将不予记录" : " 行未记录",
                                 options.dry_run ? " rows would be refused" : " rows were refused");
  if (!options.rejects.empty() && !options.dry_run)
    context.remarks << context.say(",已写入 ", ", written to ") << options.rejects
                    << context.say(";改好后导入该文件即可", "; mend and import that file");
  context.remarks << context.say("。\n", ".\n");
}

void show_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints) {
  list_complaints(context, file, complaints);
  context.remarks << file << context.say(":共 ", ": ") << complaints.size()
                  << (complaints.size() == 1 ? context.say(" 处需改正", " thing to mend")
                                             : context.say(" 处需改正", " things to mend"));
  if (complaints.size() > complaints_shown_max)
    context.remarks << context.say("(以上为前 ", " (the first ") << complaints_shown_max
                    << context.say(" 处,--json 列出全部)", " are shown, --json lists all)");
  context.remarks << context.say(",整批未记录。改好后重新导入即可。\n",
                                 "; nothing of this file was recorded. Mend what is named and import it again.\n");
}

}  // namespace ducha::tools
