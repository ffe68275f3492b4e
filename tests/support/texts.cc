#include "tests/support/texts.h"

#include <string_view>

namespace ducha::support {
namespace {

using Phrase = std::string_view;

constexpr Phrase beginnings[] = {
    "已召开专题推进会，工作方案印发相关单位。", "已完成现场踏勘，方案正在征求意见。",
    "已成立工作专班，责任分解到科室。",         "摸底排查基本完成，问题台账已建立。",
    "前期手续正在办理，已与设计单位对接。",     "资金计划已报区财政局，招标文件正在编制。"};
constexpr Phrase middles[] = {"已进场施工，总体按计划推进。",         "已完成招标，施工合同正在签订。",
                              "主体工程过半，现场文明施工情况良好。", "各点位同步推进，每周现场调度一次。",
                              "居民意见征集结束，方案已按意见优化。", "材料设备到场，分项工程验收合格。"};
constexpr Phrase endings[] = {"已完成主体工程，正在收尾。", "已具备验收条件，正在整理资料。",
                              "自查完成，发现的问题正在销号。", "已通过初验，整改意见逐条落实。",
                              "投入试运行，情况正常。"};
constexpr Phrase causes[] = {"管线迁改涉及多家产权单位，协调时间较长",
                             "居民意见尚未统一，需进一步做工作",
                             "上级专项资金尚未下达",
                             "疫情防控期间人员和材料进场受限",
                             "招标一次流标，正在重新组织",
                             "连续阴雨，室外作业受影响",
                             "涉及产权历史遗留问题，手续办理缓慢",
                             "设计变更需重新报审"};
constexpr Phrase remedies[] = {"已排出倒排工期，由分管负责人每周调度。", "拟提请专题会议协调。",
                               "已致函产权单位并约定会商时间。", "已增加作业班组，力争追回进度。",
                               "下一步逐户走访，争取月内达成一致。"};
constexpr Phrase steps[] = {"下一步加快后续工序，确保按期完成。", "下一步做好验收准备。",
                            "下一步组织回头看，防止反弹。", "下一步完善资料，做好移交。"};
constexpr Phrase supports[] = {
    "已按牵头单位要求提供资料并派员参加现场会。", "审核意见已书面反馈牵头单位。",     "已明确联络员，按时参加周例会。",
    "涉及本单位的审批事项已开通绿色通道。",       "已会同牵头单位开展联合检查一次。", "本单位承担的前置工作已完成。"};
constexpr Phrase street_supports[] = {"辖区内点位已全部排查，情况报牵头单位。",
                                      "配合做好群众解释工作，未发生矛盾。",
                                      "已组织社区开展宣传，收集意见若干条。",
                                      "网格员每日巡查，发现问题及时上报。",
                                      "已协调辖区单位腾出作业面。",
                                      "居民议事会已召开，多数居民同意方案。"};
constexpr Phrase nothings[] = {"本期无新进展。", "本期无需我单位办理的事项。", "无新情况，待牵头单位下一步安排。"};
constexpr Phrase parts[] = {"协办任务已完成，材料送牵头单位。", "本单位承担部分已办结，清单附后。",
                            "已提交书面意见和统计数据。", "辖区任务全部完成，请牵头单位汇总。"};
constexpr Phrase dones[] = {"已按要求完成，申请办结。", "全部任务完成并通过验收，申请办结销号。",
                            "目标任务完成，佐证材料附后，申请办结。", "整改完成，长效机制已建立，申请办结。"};
constexpr Phrase returns[] = {"佐证材料不全，补充验收资料后重新申报", "现场核查发现部分点位未完成，退回重办",
                              "完成数量与年初任务不一致，请核实", "群众回访满意度不达标，继续整改"};
constexpr Phrase objections[] = {"该事项职责不在我单位，建议由行业主管部门牵头", "按三定规定，此项职能已划出",
                                 "所涉区域不在本辖区范围内", "任务与另一事项重复，建议归并办理"};
constexpr Phrase channels[] = {"电话", "督办系统", "工作群", "书面催办", "当面"};
constexpr Phrase paddings[] = {"区政府督查室每半月调度一次，相关情况同步报送分管区领导。",
                               "牵头单位主要负责人带队到现场查看两次，对发现的问题当场交办。",
                               "各责任单位按照职责分工落实到人，明确了时间表和责任人。",
                               "针对群众反映集中的噪声和出行问题，已调整作业时间并设置引导标识。",
                               "资料按一事一档整理，纸质件存业务科室，电子件随本次反馈报送。",
                               "街道和社区配合开展入户走访，累计收集意见建议并逐条答复。",
                               "资金使用情况纳入跟踪审计，未发现超范围支出。",
                               "安全生产和疫情防控措施同步落实，现场未发生险情。",
                               "对照年初目标任务和序时进度，本阶段指标总体可控。",
                               "相关经验做法已在区级工作简报刊发，供各单位参考。",
                               "会同行业主管部门进行了技术复核，意见已吸收到实施方案。",
                               "遗留问题列入下阶段清单，明确专人跟踪直至销号。"};

std::string text(Phrase phrase) { return std::string(phrase); }

}  // namespace

std::string progress_text(Chance& chance, int percent, int sites, Pace pace) {
  std::string said = text(percent < 25   ? chance.one_of(beginnings)
                          : percent < 75 ? chance.one_of(middles)
                                         : chance.one_of(endings));
  if (percent >= 10 && chance.percent(40))
    said += "共" + std::to_string(sites) + "处，已完成" + std::to_string(sites * percent / 100) + "处。";
  if (pace == Pace::steady) {
    if (chance.percent(50)) said += chance.one_of(steps);
    return said;
  }
  said += pace == Pace::stuck ? "目前进展停滞，" : "进度略有滞后，";
  return said += chance.one_of(remedies);
}

std::string support_text(Chance& chance, bool subdistrict) {
  return text(subdistrict ? chance.one_of(street_supports) : chance.one_of(supports));
}
std::string nothing_text(Chance& chance) { return text(chance.one_of(nothings)); }
std::string cause_text(Chance& chance) { return text(chance.one_of(causes)); }
std::string part_text(Chance& chance) { return text(chance.one_of(parts)); }
std::string done_text(Chance& chance) { return text(chance.one_of(dones)); }
std::string return_text(Chance& chance) { return text(chance.one_of(returns)); }
std::string objection_text(Chance& chance) { return text(chance.one_of(objections)); }
std::string channel_text(Chance& chance) { return text(chance.one_of(channels)); }

std::string padding(Chance& chance, int sentences) {
  std::string said;
  auto place = chance.below(std::size(paddings));
  for (; sentences > 0; --sentences) {
    said += paddings[place];
    // 5 and the number of sentences there are have no common divisor: none comes twice.
    place = (place + 5) % std::size(paddings);
  }
  return said;
}

std::string attachment(Chance& chance) {
  std::string digits;
  for (int word = 0; word < 4; ++word) {
    auto bits = chance.next();
    for (int i = 0; i < 16; ++i, bits >>= 4) digits += "0123456789abcdef"[bits & 15];
  }
  return digits;
}

}  // namespace ducha::support
