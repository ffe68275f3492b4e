// Units, states and progress as the cells of registers have them.

#include "tests/catch.h"
#include "tools/import/register/status.h"
#include "tools/import/register/unit_cell.h"

using namespace ducha;
using namespace ducha::tools;

namespace {

using Names = std::vector<std::string>;

bool known(std::string_view name) { return name == "各街道" || name == "区住建局" || name == "区文旅和会展集团"; }
bool single(std::string_view name) { return name != "各街道" && known(name); }

}  // namespace

TEST_CASE("the first unit of a cell leads, further ones lead jointly, groups support", "[register][units]") {
  for (const char* cell : {"区住建局、区财政局、各街道", "区住建局,区财政局；各街道", "区住建局\n区财政局\n各街道",
                           "区住建局 区财政局 各街道", "【区住建局、区财政局、各街道】", "区住建局/区财政局/各街道",
                           "区住建局和区财政局及各街道"}) {
    INFO(cell);
    const auto units = read_lead_cell(cell, known, single);
    CHECK(units.leads == Names{"区住建局", "区财政局"});
    CHECK(units.supporting == Names{"各街道"});
  }
  CHECK(read_lead_cell("区文旅和会展集团", known, single).leads == Names{"区文旅和会展集团"});
  CHECK(read_lead_cell("区住建局等", known, single).leads == Names{"区住建局"});
  CHECK(read_lead_cell("—", known, single).leads.empty());
}

TEST_CASE("roles written inside a cell hold", "[register][units]") {
  for (const char* cell :
       {"牵头:区住建局 配合:区财政局、各街道", "牵头：区住建局\n配合：区财政局、各街道",
        "区住建局牵头，区财政局、各街道配合", "区住建局(牵头)、区财政局、各街道",
        "区住建局（牵头），区财政局（配合），各街道（配合）", "牵头单位:区住建局;责任单位:区财政局、各街道"}) {
    INFO(cell);
    const auto units = read_lead_cell(cell, known, single);
    CHECK(units.leads == Names{"区住建局"});
    CHECK(units.supporting == Names{"区财政局", "各街道"});
  }
  CHECK(read_supporting_cell("配合:区财政局、各街道", known) == Names{"区财政局", "各街道"});
  CHECK(read_supporting_cell("区财政局、区财政局", known) == Names{"区财政局"});
}

TEST_CASE("an unknown unit is offered what it may mean, the likeliest first", "[register][units]") {
  const std::vector<std::string> names{"区发展和改革委员会", "区住建局", "区财政局", "区市场监督管理局", "区教育局"};
  const auto first = [&](std::string_view unknown) {
    const auto likely = likely_units(unknown, names);
    return likely.empty() ? std::string() : likely.front();
  };
  CHECK(first("区发改委") == "区发展和改革委员会");
  CHECK(first("发改局") == "区发展和改革委员会");
  CHECK(first("住建局") == "区住建局");
  CHECK(first("市住建局") == "区住建局");
  CHECK(first("区市场监管局") == "区市场监督管理局");
  CHECK(first("国家气象局").empty());
}

TEST_CASE("a state is known by its word, and a bare yes by what was asked", "[register][status]") {
  CHECK(read_standing("办理中", "状态") == Standing::in_hand);
  CHECK(read_standing("已办结(6月20日)", "状态") == Standing::closed);
  CHECK(read_standing("是", "是否办结") == Standing::closed);
  CHECK(read_standing("是", "是否销号") == Standing::struck);
  CHECK(read_standing("是", "是否完成") == Standing::reported);
  CHECK(read_standing("否", "是否办结") == Standing::in_hand);
  CHECK(read_standing("/", "状态") == Standing::unsaid);
  CHECK(read_standing("绿灯", "状态") == Standing::unsaid);
  CHECK_FALSE(read_standing("差不多了", "状态"));
  CHECK(read_light("红灯") == domain::Light::red);
  CHECK(read_light("黄色预警") == domain::Light::yellow);
  CHECK(read_light("") == domain::Light::unset);
  CHECK_FALSE(read_light("紫"));
}

TEST_CASE("progress is a percentage, or a fraction where the column holds fractions", "[register][status]") {
  CHECK(read_progress("60%", false) == 60);
  CHECK(read_progress("６０％", false) == 60);
  CHECK(read_progress("60", false) == 60);
  CHECK(read_progress("0.6", true) == 60);
  CHECK(read_progress("1", true) == 100);
  CHECK(read_progress("1", false) == 1);
  CHECK(read_progress("33.3%", false) == 33);
  CHECK_FALSE(read_progress("130", false));
  CHECK_FALSE(read_progress("-5", false));
  CHECK_FALSE(read_progress("过半", false));
  CHECK(is_fraction("0.6"));
  CHECK_FALSE(is_fraction("60"));
}
