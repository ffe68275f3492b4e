#include "tools/import/plan_drafts.h"

#include <set>

#include "ledger/domain/office.h"

namespace ducha::tools {

std::string unit_kind_of(std::string_view name) {
  if (name.ends_with("街道") || name.ends_with("街道办事处") || name.ends_with("镇")) return "subdistrict";
  if (name.ends_with("管委会")) return "agency";
  if (name.ends_with("办公室")) return "office";
  if (name.ends_with("中心") || name.ends_with("公司") || name.ends_with("集团")) return "institution";
  return "department";
}

namespace {

class Drafter {
 public:
  Drafter(const BatchOptions& options, const KnownUnit& known)
      : options_(options), known_(known), prefix_(options.prefix.empty() ? "任务分解" + options.on : options.prefix) {}

  void decide(const Plan& plan) {
    Draft draft = fresh("decide", {});
    add(draft, "decision", prefix_);
    add(draft, "title", plan.title);
    add(draft, "source", "annual_plan");
    drafts_.push_back(std::move(draft));
  }

  void item(const PlanItem& item) {
    const auto docket = prefix_ + "-" + std::to_string(++number_);
    auto supporting = item.supporting;
    auto joint = item.joint;
    auto lead = item.lead;
    for (const auto& vague : item.vague) {
      if (vague.role == ClauseRole::supporting)
        supporting.push_back(vague.name);
      else if (lead.empty())
        lead = vague.name;
      else
        joint.push_back(vague.name);
    }
    if (options_.register_units) {
      register_unit(lead, item.place);
      for (const auto& name : joint) register_unit(name, item.place);
      for (const auto& name : supporting) register_unit(name, item.place);
    }
    Draft open = fresh("open", item.place);
    add(open, "docket", docket);
    add(open, "title", item.title);
    add(open, "decision", prefix_);
    add(open, "category", item.section);
    add(open, "requirement", item.due);
    open.source = item.title;
    Draft assign = fresh("assign", item.place);
    add(assign, "docket", docket);
    add(assign, "lead", lead);
    list(assign, "joint", joint);
    list(assign, "supporting", supporting);
    add(assign, "due", options_.due);
    assign.source = item.clause;
    drafts_.push_back(std::move(open));
    drafts_.push_back(std::move(assign));
  }

  std::vector<Draft> drafts() && { return std::move(drafts_); }

 private:
  Draft fresh(const char* verb, Place place) const {
    Draft draft;
    draft.place = place;
    add(draft, "do", verb);
    add(draft, "on", options_.on);
    return draft;
  }
  static void add(Draft& draft, const char* name, const std::string& value) {
    if (!value.empty()) draft.given.push_back({name, {value}, false, draft.place});
  }
  static void list(Draft& draft, const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) draft.given.push_back({name, values, true, draft.place});
  }
  void register_unit(const std::string& name, Place place) {
    if (name.empty() || known_(name) || domain::vague(name) || !registered_.insert(name).second) return;
    Draft draft = fresh("register-unit", place);
    add(draft, "unit", name);
    add(draft, "name", name);
    add(draft, "kind", unit_kind_of(name));
    drafts_.push_back(std::move(draft));
  }

  const BatchOptions& options_;
  const KnownUnit& known_;
  std::string prefix_;
  std::size_t number_ = 0;
  std::set<std::string> registered_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> drafts_of(const Plan& plan, const BatchOptions& options, const KnownUnit& known) {
  Drafter drafter(options, known);
  drafter.decide(plan);
  for (const auto& item : plan.items) drafter.item(item);
  return std::move(drafter).drafts();
}

}  // namespace ducha::tools
