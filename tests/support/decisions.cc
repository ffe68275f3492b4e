#include "tests/support/decisions.h"

namespace ducha::support {
namespace {

struct Origin {
  std::string_view source, mark, before, after;  // the title is before + topic + after; # is the number
  std::string_view session, document, chair;
};

constexpr std::array<Origin, source_count> origins{{
    {"executive", "常", "关于", "的议定事项", "区政府第#次常务会议", "鼓政常纪〔@〕#号", "区长"},
    {"annual_plan", "年", "年度重点工作：", "", "", "鼓政办〔@〕#号", ""},
    {"mayor_office", "办", "关于", "的议定事项", "区长办公会第#次会议", "", "区长"},
    {"special_meeting", "专", "专题研究", "工作", "区政府第#次专题会议", "鼓政专纪〔@〕#号", "副区长二"},
    {"instruction", "批", "区长关于", "的批示", "", "", ""},
    {"npc_proposal", "建", "区人大代表建议：推进", "", "", "区人大建议第#号", ""},
    {"cppcc_proposal", "提", "区政协提案：加快", "", "", "区政协提案第#号", ""},
    {"superior", "上", "市政府部署：", "", "", "宁政办发〔@〕#号", ""},
    {"petition", "访", "群众来信反映：", "", "", "", ""},
    {"audit", "审", "审计问题整改：", "", "", "鼓审报〔@〕#号", ""},
    {"plenary", "全", "全体会议部署：", "", "区政府第#次全体会议", "鼓政发〔@〕#号", "区长"},
    {"work_meeting", "例", "关于", "的调度事项", "区长工作例会第#次会议", "", "区长"},
    {"document", "文", "办理公文：", "", "", "鼓政办函〔@〕#号", ""},
    {"opinion", "议", "媒体关注：", "", "", "", ""},
    {"subdistrict_opinion", "街", "街道对部门的意见：", "", "", "", ""},
}};

// Where most come from: meetings and instructions.
constexpr std::size_t mostly[] = {0, 0, 0, 0, 2, 3, 3, 4, 4, 5, 6, 7, 11, 12};

constexpr std::string_view topics[] = {"老旧小区改造",     "重大项目建设", "安全生产专项整治", "优化营商环境",
                                       "民生实事项目",     "污染防治攻坚", "城市精细化治理",   "科技创新载体建设",
                                       "商圈能级提升",     "养老托育服务", "教育资源配置",     "疫情防控与复工",
                                       "信访突出问题化解", "国有资产盘活", "数字政府建设"};

std::string filled(std::string_view pattern, int number, int year) {
  std::string text;
  for (const char mark : pattern) {
    if (mark == '#')
      text += std::to_string(number);
    else if (mark == '@')
      text += std::to_string(year);
    else
      text += mark;
  }
  return text;
}

}  // namespace

Command Decisions::next(Day on, const Habits& habits) {
  if (const int year = civil(on).year; year != year_) {
    year_ = year;
    made_ = 0;
    of_source_ = {};
  }
  const auto nth = made_++;
  // Every other one goes through the sources in turn, until each has come once.
  const bool in_turn = nth % 2 == 0 && nth / 2 < source_count;
  const auto which = in_turn ? nth / 2 : chance_.one_of(mostly);
  const auto& origin = origins[which];
  const int count = ++of_source_[which];
  number_ = std::to_string(year_) + "-" + std::string(origin.mark) + "-" + std::to_string(count);

  Command command{on, {}};
  auto& json = command.json;
  json["do"] = "decide";
  json["id"] = "decide/" + number_;
  json["on"] = to_string(on);
  json["by"] = "区政府办公室";
  if (habits.wordy) json["note"] = padding(chance_, 3);
  json["decision"] = number_;
  const auto topic = chance_.one_of(topics);
  json["title"] = std::string(origin.before) + std::string(topic) + std::string(origin.after);
  json["source"] = origin.source;
  // The executive meeting sits twice a month; others when there is something, with two topics a meeting.
  int meeting = (count + 1) / 2;
  if (which == 0) meeting = 2 * static_cast<int>(civil(on).month) - (civil(on).day <= 15 ? 1 : 0);
  if (!origin.session.empty()) {
    json["session"] = filled(origin.session, meeting, year_);
    json["item"] = "议题" + std::to_string(which == 0 ? 1 + count % 7 : 2 - count % 2);
  }
  const int serial = origin.session.empty() ? 3 * count + static_cast<int>(which) : meeting;
  if (!origin.document.empty()) json["document"] = filled(origin.document, serial, year_);
  const unsigned majors = origin.source == "annual_plan" || origin.source == "plenary" ? 100 : 15;
  if (chance_.percent(majors)) {
    json["major"] = true;
    auto procedure = Json::array();
    for (const char* step : {"participation", "expert", "risk", "legality", "collective"})
      if (chance_.percent(94)) procedure.push_back(step);
    json["procedure"] = std::move(procedure);
  }
  if (!origin.chair.empty()) json["chair"] = origin.chair;
  return command;
}

}  // namespace ducha::support
