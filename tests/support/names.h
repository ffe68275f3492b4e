// The units of the made-up district: the kinds of names a district really has. Posts, never persons. How
// prompt a unit is was thrown by dice and says nothing about any unit of that name.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ducha::support {

// How many of a hundred duties a unit does on time when nothing in the docket hinders it.
enum Diligence : std::uint8_t { slack = 52, usual = 86, prompt = 95 };

struct NamedUnit {
  std::string_view code, name, kind, alias, head;
  Diligence diligence;
};

inline constexpr NamedUnit units[] = {
    {"QZFB", "区政府办公室", "office", "区府办", "区政府办公室主任", prompt},
    {"QFGW", "区发改委", "department", "区发展和改革委员会", "区发改委主任", usual},
    {"QKJJ", "区科技局", "department", "区科学技术局", "区科技局局长", prompt},
    {"QGXJ", "区工信局", "department", "区工业和信息化局", "区工信局局长", usual},
    {"QJYJ", "区教育局", "department", "", "区教育局局长", prompt},
    {"QMZJ", "区民政局", "department", "", "区民政局局长", usual},
    {"QSFJ", "区司法局", "department", "", "区司法局局长", prompt},
    {"QCZJ", "区财政局", "department", "", "区财政局局长", usual},
    {"QRSJ", "区人社局", "department", "区人力资源和社会保障局", "区人社局局长", usual},
    {"QZJJ", "区住建局", "department", "区住房和城乡建设局", "区住建局局长", usual},
    {"QCGJ", "区城管局", "department", "区城市管理局", "区城管局局长", usual},
    {"QSWJ", "区商务局", "department", "", "区商务局局长", slack},
    {"QWLJ", "区文旅局", "department", "区文化和旅游局", "区文旅局局长", usual},
    {"QWJW", "区卫健委", "department", "区卫生健康委员会", "区卫健委主任", prompt},
    {"QTYJ", "区退役军人局", "department", "区退役军人事务局", "区退役军人局局长", prompt},
    {"QYJJ", "区应急管理局", "department", "区应急局", "区应急管理局局长", usual},
    {"QSJJ", "区审计局", "department", "", "区审计局局长", prompt},
    {"QSCJ", "区市场监管局", "department", "区市场监督管理局", "区市场监管局局长", usual},
    {"QTJJ", "区统计局", "department", "", "区统计局局长", prompt},
    {"QXFJ", "区信访局", "department", "", "区信访局局长", usual},
    {"QJRJ", "区金融监管局", "department", "区地方金融监督管理局", "区金融监管局局长", usual},
    {"QGZB", "区国资办", "department", "", "区国资办主任", slack},
    {"QYBJ", "区医保局", "department", "区医疗保障局", "区医保局局长", prompt},
    {"QSPJ", "区行政审批局", "department", "", "区行政审批局局长", prompt},
    {"GXQ", "高新区管委会", "agency", "", "高新区管委会主任", usual},
    {"QDAG", "区档案馆", "institution", "", "区档案馆馆长", prompt},
    {"QSJZX", "区大数据中心", "institution", "", "区大数据中心主任", slack},
    {"NHL", "宁海路街道", "subdistrict", "", "宁海路街道办事处主任", prompt},
    {"HQL", "华侨路街道", "subdistrict", "", "华侨路街道办事处主任", usual},
    {"HNL", "湖南路街道", "subdistrict", "", "湖南路街道办事处主任", prompt},
    {"ZYM", "中央门街道", "subdistrict", "", "中央门街道办事处主任", usual},
    {"YJM", "挹江门街道", "subdistrict", "", "挹江门街道办事处主任", usual},
    {"JD", "江东街道", "subdistrict", "", "江东街道办事处主任", usual},
    {"FH", "凤凰街道", "subdistrict", "", "凤凰街道办事处主任", usual},
    {"YJL", "阅江楼街道", "subdistrict", "", "阅江楼街道办事处主任", usual},
    {"RHN", "热河南路街道", "subdistrict", "", "热河南路街道办事处主任", usual},
    {"MFS", "幕府山街道", "subdistrict", "", "幕府山街道办事处主任", prompt},
    {"JNL", "建宁路街道", "subdistrict", "", "建宁路街道办事处主任", usual},
    {"BTQ", "宝塔桥街道", "subdistrict", "", "宝塔桥街道办事处主任", usual},
    {"XS", "小市街道", "subdistrict", "", "小市街道办事处主任", usual},
};
inline constexpr std::size_t unit_count = sizeof(units) / sizeof(units[0]);

// Its place in the list; a code that is not there does not compile.
consteval std::size_t place_of(std::string_view code) {
  for (std::size_t i = 0; i < unit_count; ++i)
    if (units[i].code == code) return i;
  throw "no unit has this code";
}

// A group of units; a member is a unit's code or another group's name.
struct NamedGroup {
  std::string_view name;
  std::string_view members[14];  // as many as are not empty
};
inline constexpr NamedGroup groups[] = {
    {"各街道", {"NHL", "HQL", "HNL", "ZYM", "YJM", "JD", "FH", "YJL", "RHN", "MFS", "JNL", "BTQ", "XS"}},
    {"各板块", {"各街道", "GXQ"}},
    {"经济运行部门", {"QFGW", "QGXJ", "QCZJ", "QSWJ", "QTJJ", "QJRJ"}},
    {"安委会主要部门", {"QYJJ", "QZJJ", "QCGJ", "QSCJ", "QJYJ", "各板块"}},
};

// The units of a group, nested groups included, in the order named.
std::vector<std::size_t> units_of(std::string_view group);

}  // namespace ducha::support
