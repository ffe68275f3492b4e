// The units of the made-up district: the kinds of names a district really has. Posts, never persons.

#pragma once

#include <string_view>

namespace ducha::support {

struct NamedUnit {
  std::string_view code, name, kind, alias;
};

inline constexpr NamedUnit units[] = {
    {"QZFB", "区政府办公室", "office", "区府办"},
    {"QFGW", "区发改委", "department", "区发展和改革委员会"},
    {"QKJJ", "区科技局", "department", "区科学技术局"},
    {"QGXJ", "区工信局", "department", "区工业和信息化局"},
    {"QJYJ", "区教育局", "department", ""},
    {"QMZJ", "区民政局", "department", ""},
    {"QSFJ", "区司法局", "department", ""},
    {"QCZJ", "区财政局", "department", ""},
    {"QRSJ", "区人社局", "department", "区人力资源和社会保障局"},
    {"QZJJ", "区住建局", "department", "区住房和城乡建设局"},
    {"QCGJ", "区城管局", "department", "区城市管理局"},
    {"QSWJ", "区商务局", "department", ""},
    {"QWLJ", "区文旅局", "department", "区文化和旅游局"},
    {"QWJW", "区卫健委", "department", "区卫生健康委员会"},
    {"QTYJ", "区退役军人局", "department", "区退役军人事务局"},
    {"QYJJ", "区应急管理局", "department", "区应急局"},
    {"QSJJ", "区审计局", "department", ""},
    {"QSCJ", "区市场监管局", "department", "区市场监督管理局"},
    {"QTJJ", "区统计局", "department", ""},
    {"QXFJ", "区信访局", "department", ""},
    {"QJRJ", "区金融监管局", "department", "区地方金融监督管理局"},
    {"QGZB", "区国资办", "department", ""},
    {"QYBJ", "区医保局", "department", "区医疗保障局"},
    {"QSPJ", "区行政审批局", "department", ""},
    {"GXQ", "高新区管委会", "agency", ""},
    {"QDAG", "区档案馆", "institution", ""},
    {"QSJZX", "区大数据中心", "institution", ""},
    {"NHL", "宁海路街道", "subdistrict", ""},
    {"HQL", "华侨路街道", "subdistrict", ""},
    {"HNL", "湖南路街道", "subdistrict", ""},
    {"ZYM", "中央门街道", "subdistrict", ""},
    {"YJM", "挹江门街道", "subdistrict", ""},
    {"JD", "江东街道", "subdistrict", ""},
    {"FH", "凤凰街道", "subdistrict", ""},
    {"YJL", "阅江楼街道", "subdistrict", ""},
    {"RHN", "热河南路街道", "subdistrict", ""},
    {"MFS", "幕府山街道", "subdistrict", ""},
    {"JNL", "建宁路街道", "subdistrict", ""},
    {"BTQ", "宝塔桥街道", "subdistrict", ""},
    {"XS", "小市街道", "subdistrict", ""},
};
inline constexpr std::size_t first_department = 1, departments = 23;

inline constexpr std::string_view works[] = {
    "老旧小区改造",         "雨污分流整治",         "既有住宅加装电梯", "普惠性幼儿园建设",   "农贸市场提升",
    "社区养老服务站点建设", "背街小巷整治",         "停车泊位新增",     "口袋公园建设",       "河道水质提升",
    "燃气管网更新",         "消防安全隐患整治",     "硅巷载体建设",     "楼宇经济培育",       "商圈消费促进",
    "就业创业帮扶",         "基层卫生服务能力提升", "文化场馆延时开放", "政务服务一件事改革", "信访积案化解",
    "危旧房治理",           "垃圾分类提质",         "道路积淹水点整治", "智慧社区试点"};
inline constexpr std::string_view places[] = {"龙江片区", "湖南路商圈", "滨江沿线", "幕府山片区",
                                              "下关片区", "江东片区",   "全区"};
inline constexpr std::string_view progress_texts[] = {
    "已完成现场踏勘,方案正在征求意见。", "已进场施工,总体按计划推进。", "已完成招标,合同正在签订。",
    "已完成主体工程,正在收尾。", "因管线迁改协调,进度略有滞后,已与产权单位对接。"};

}  // namespace ducha::support
