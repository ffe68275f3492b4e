#include "tools/import/register/origin_decision.h"

#include <utility>

#include "tools/import/headers.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using domain::Source;
using View = std::u32string_view;

struct Word {
  std::string_view text;
  Source source;
};

// The more telling before what they contain: 市政府常务会议 is a meeting, 市政府交办 comes from above.
constexpr Word words[] = {
    {"全体会议", Source::plenary},
    {"常务会", Source::executive},
    {"区长办公会", Source::mayor_office},
    {"市长办公会", Source::mayor_office},
    {"县长办公会", Source::mayor_office},
    {"专题会", Source::special_meeting},
    {"专题办公会", Source::special_meeting},
    {"工作例会", Source::work_meeting},
    {"批示", Source::instruction},
    {"指示", Source::instruction},
    {"交办件", Source::instruction},
    {"街道建议", Source::subdistrict_opinion},
    {"政协", Source::cppcc_proposal},
    {"提案", Source::cppcc_proposal},
    {"人大", Source::npc_proposal},
    {"代表建议", Source::npc_proposal},
    {"信访", Source::petition},
    {"12345", Source::petition},
    {"审计", Source::audit},
    {"舆情", Source::opinion},
    {"媒体", Source::opinion},
    {"网民", Source::opinion},
    {"政府工作报告", Source::annual_plan},
    {"年度", Source::annual_plan},
    {"工作要点", Source::annual_plan},
    {"任务分解", Source::annual_plan},
    {"重点工作", Source::annual_plan},
    {"民生实事", Source::annual_plan},
    {"为民办实事", Source::annual_plan},
    {"国务院", Source::superior},
    {"省政府", Source::superior},
    {"省委", Source::superior},
    {"上级", Source::superior},
    {"市委", Source::superior},
    {"市政府", Source::superior},
};

bool is_meeting(Source source) {
  return source == Source::plenary || source == Source::executive || source == Source::mayor_office ||
         source == Source::special_meeting || source == Source::work_meeting;
}

}  // namespace

Source source_of(std::string_view text) {
  const auto key = name_key(text);
  for (const auto& [word, source] : words)
    if (key.find(word) != std::string::npos) return source;
  return Source::document;
}

std::string document_number_in(std::string_view text) {
  const auto points = to_points(text);
  const auto folded = half_width(View(points));
  const auto open = folded.find_first_of(U"〔[(");
  if (open == View::npos || open == 0) return {};
  const auto close = folded.find_first_of(U"〕])", open);
  if (close == View::npos || close != open + 5) return {};
  for (auto at = open + 1; at < close; ++at)
    if (folded[at] < U'0' || folded[at] > U'9') return {};
  const auto end = folded.find(U'号', close);
  if (end == View::npos || end > close + 6) return {};
  auto begin = open;
  while (begin > 0 && !is_space(folded[begin - 1]) && View(U",;:、。()《》\"“”").find(folded[begin - 1]) == View::npos)
    --begin;
  if (begin == open) return {};
  return to_utf8(View(points).substr(begin, end - begin + 1));
}

domain::Decide decision_of(const RegisterItem& item) {
  domain::Decide decide;
  decide.chair = item.instructor;
  auto text = item.source;
  if (text.empty() && !item.instructor.empty()) text = item.instructor + "批示";
  decide.document = document_number_in(text);
  decide.decision = !item.decision.empty()     ? item.decision
                    : !decide.document.empty() ? decide.document
                                               : without_spaces(text);
  decide.title = text.empty() ? decide.decision : text;
  const auto source = source_of(text.empty() ? decide.decision : text);
  decide.source = source;
  if (is_meeting(source)) decide.session = text;
  return decide;
}

std::string KnownDecisions::find(const domain::Decide& decide) {
  if (office_.decision(decide.decision)) return decide.decision;
  if (!std::exchange(read_, true))
    for (const auto& [number, known] : office_.decisions()) add(number, known.title, known.document);
  if (const auto found = documents_.find(decide.document); !decide.document.empty() && found != documents_.end())
    return found->second;
  const auto found = titles_.find(name_key(decide.title));
  return found == titles_.end() ? std::string() : found->second;
}

void KnownDecisions::add(const domain::Decide& decide) { add(decide.decision, decide.title, decide.document); }

void KnownDecisions::add(const std::string& number, std::string_view title, const std::string& document) {
  if (!title.empty()) titles_.emplace(name_key(title), number);
  if (!document.empty()) documents_.emplace(document, number);
}

}  // namespace ducha::tools
