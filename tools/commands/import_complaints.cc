#include "tools/commands/import_complaints.h"

#include <ostream>

#include "tools/import/complaint_line.h"

namespace ducha::tools {

void list_complaints(const Context& context, const std::string& file, const std::vector<Complaint>& complaints) {
  std::size_t shown = 0;
  for (const auto& complaint : complaints)
    if (shown++ < complaints_shown_max) context.remarks << line_of(complaint, file, context.language) << "\n";
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
