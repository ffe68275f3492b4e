// A row whose docket is known: what it says that the ledger does not say yet, and where the two contradict each other.

#include <algorithm>

#include "ledger/domain/deadline.h"
#include "tools/import/headers.h"
#include "tools/import/nearest.h"
#include "tools/import/register/drafting.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using domain::Docket;

std::string lead_of(const Docket& docket) {
  for (const auto& tenure : docket.tenures)
    if (tenure.active() && tenure.role() == domain::Role::lead) return tenure.unit;
  return {};
}
std::vector<std::string> units_of(const Docket& docket, domain::Role role) {
  std::vector<std::string> units;
  for (const auto& tenure : docket.tenures)
    if (tenure.active() && tenure.role() == role) units.push_back(tenure.unit);
  std::sort(units.begin(), units.end());
  return units;
}
std::string words_of(std::string_view text) { return std::string(first_points(text, 60)); }

}  // namespace

void Drafting::contradiction(const RegisterItem& item, Column column, const Values& values,
                             std::vector<Complaint>& complaints) const {
  const bool zh = options_.language == Language::zh;
  const auto header = sheet_.header(column);
  const auto nothing = zh ? std::string("(空)") : std::string("(empty)");
  const auto file = values.file.empty() ? nothing : words_of(values.file);
  const auto ledger = values.ledger.empty() ? nothing : words_of(values.ledger);
  complaints.push_back(
      {sheet_.place(*item.row, column), words_of(sheet_.cell(*item.row, column)),
       zh ? "“" + header + "”与已记录的不符:表中是“" + file + "”,已记录“" + ledger + "”"
          : "“" + header + "” contradicts what is recorded: here “" + file + "”, recorded “" + ledger + "”",
       zh ? "写错的请改表;确有变动的,先记录变动(如 ducha reassign、reopen、correct)再导入"
          : "mend the cell; if it did change, record the change first (ducha reassign, reopen, correct) and import "
            "again"});
}

std::string Drafting::name(std::string_view code) const { return office_.name_of(code, frame_.on); }

std::string Drafting::names_together(const std::vector<std::string>& codes) const {
  std::vector<std::string> names;
  for (const auto& code : codes) names.push_back(name(code));
  return enumerate_names(names);
}

// Units by code, groups as their members of that day; what names no unit is left out.
std::vector<std::string> Drafting::codes(const std::vector<std::string>& written, Day on) const {
  std::vector<std::string> codes;
  for (const auto& each : written) {
    if (const auto* unit = office_.unit(each)) {
      codes.push_back(unit->code);
    } else if (office_.is_group(each)) {
      const auto members = office_.expand(each, on);
      codes.insert(codes.end(), members.begin(), members.end());
    }
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

void Drafting::change(const RegisterItem& item, const Docket& docket, const Recounted& recorded, RowSteps& row,
                      std::vector<Complaint>& complaints) {
  const auto before = complaints.size();
  if (name_key(item.title) != name_key(docket.title))
    contradiction(item, Column::title, {docket.title, item.title}, complaints);
  if (!docket.assigned) {
    if (complaints.size() > before) return;
    row.told.push_back({"交办", "assigned"});
    return begin_work(item, docket.code, std::max(given_on(item), docket.opened_on), row);
  }
  same_units(item, docket, row, complaints);
  due_changed(item, docket, row, complaints);
  state_changed(item, docket, recorded, row, complaints);
  noted(item, docket, row);
  if (complaints.size() > before) row.steps.clear();
}

bool Drafting::same_units(const RegisterItem& item, const Docket& docket, RowSteps& row,
                          std::vector<Complaint>& complaints) {
  const auto before = complaints.size();
  const auto on = std::max(frame_.on, docket.last_on);
  const auto lead = lead_of(docket);
  const auto wanted = codes({item.units.leads.front()}, docket.assigned_on);
  if (lead.empty() && !wanted.empty() && !docket.ended() && !docket.reported) {
    // An upheld objection, or a lead that was named by its class only, left it without one: the row names it.
    domain::Reassign reassign;
    reassign.lead = item.units.leads.front();
    if (docket.due && docket.due->due < on) reassign.due = limit_of(item.due, on);
    reassign.reason = "台账载明";
    row.steps.push_back({maker_.make(docket.code, on, std::move(reassign)), Column::lead});
    row.told.push_back({"改派,牵头 " + name(wanted.front()), "reassigned, led by " + name(wanted.front())});
  } else if (!lead.empty() && (wanted.empty() || wanted.front() != lead)) {
    contradiction(item, Column::lead, {name(lead), item.units.leads.front()}, complaints);
  }
  const auto joint = units_of(docket, domain::Role::joint);
  auto joint_wanted = codes({item.units.leads.begin() + 1, item.units.leads.end()}, docket.assigned_on);
  std::erase(joint_wanted, lead);
  if (!lead.empty() && joint != joint_wanted)
    contradiction(item, sheet_.has(Column::joint) ? Column::joint : Column::lead,
                  {names_together(joint), names_together(joint_wanted)}, complaints);

  if (!sheet_.has(Column::supporting) && item.units.supporting.empty()) return complaints.size() == before;
  const auto supporting = units_of(docket, domain::Role::supporting);
  auto supporting_wanted = codes(item.units.supporting, docket.assigned_on);
  std::erase_if(supporting_wanted, [&](const std::string& code) {
    return code == lead || std::binary_search(joint.begin(), joint.end(), code);
  });
  std::vector<std::string> gone, added;
  std::set_difference(supporting.begin(), supporting.end(), supporting_wanted.begin(), supporting_wanted.end(),
                      std::back_inserter(gone));
  std::set_difference(supporting_wanted.begin(), supporting_wanted.end(), supporting.begin(), supporting.end(),
                      std::back_inserter(added));
  const bool returned = std::any_of(added.begin(), added.end(), [&](const std::string& code) {
    return std::any_of(docket.tenures.begin(), docket.tenures.end(),
                       [&](const domain::Tenure& tenure) { return tenure.unit == code && !tenure.active(); });
  });
  const bool over = docket.ended() || docket.reported;
  if (!gone.empty() || returned || (over && !added.empty())) {
    contradiction(item, Column::supporting, {names_together(supporting), names_together(supporting_wanted)},
                  complaints);
  } else if (!added.empty()) {
    domain::Reassign reassign;
    reassign.supporting = added;
    reassign.reason = "台账载明";
    row.steps.push_back({maker_.make(docket.code, on, std::move(reassign)), Column::supporting});
    row.told.push_back({"增加协办 " + names_together(added), "further supporting " + names_together(added)});
  }
  return complaints.size() == before;
}

void Drafting::due_changed(const RegisterItem& item, const Docket& docket, RowSteps& row,
                           std::vector<Complaint>& complaints) {
  const auto kind = item.due.kind;
  if (kind == When::Kind::nothing || kind == When::Kind::unclear) return;
  if (kind == When::Kind::standing || kind == When::Kind::at_once) {
    if (docket.due)
      contradiction(item, Column::due, {to_string(docket.due->due), sheet_.cell(*item.row, Column::due)}, complaints);
    return;
  }
  const auto limit = limit_of(item.due, docket.assigned_on);
  const auto told = domain::count_from(docket.assigned_on, *limit, office_.calendar()).day;
  const auto on = std::max(frame_.on, docket.last_on);
  if (docket.due && (docket.due->due == told || docket.chase == told)) return;
  const bool had = std::find(docket.dues.begin(), docket.dues.end(), told) != docket.dues.end();
  // 5个工作日内 stays written so, however often the day was moved; and a suspension moves days that nobody writes anew.
  if (had && (kind != When::Kind::day || (docket.due && docket.due->stood > 0))) return;
  const auto now = docket.due ? to_string(docket.due->due) : std::string();
  const bool over = docket.ended() || docket.reported;
  if (had || over || kind != When::Kind::day)
    return contradiction(item, Column::due, {now, to_string(told)}, complaints);
  if (docket.due && told > docket.due->due) {
    domain::Grant grant;
    grant.to = *limit;
    row.steps.push_back({maker_.make(docket.code, on, std::move(grant)), Column::due});
    const bool late = on > docket.due->due;
    row.told.push_back(
        {"延期 " + now + "→" + to_string(told) + (late ? "(原时限已过,仍按原时限考核)" : ""),
         "extended " + now + "→" + to_string(told) + (late ? " (late: assessed by the day it had)" : "")});
    return;
  }
  // An earlier day cannot be one that has passed already: nobody can be late by what they were never told.
  if (told < on) return contradiction(item, Column::due, {now, to_string(told)}, complaints);
  domain::Reassign reassign;
  reassign.due = *limit;
  reassign.reason = "台账更正时限";
  row.steps.push_back({maker_.make(docket.code, on, std::move(reassign)), Column::due});
  row.told.push_back({"时限更正 " + (now.empty() ? "无" : now) + "→" + to_string(told),
                      "due day put right " + (now.empty() ? "none" : now) + "→" + to_string(told)});
}

void Drafting::state_changed(const RegisterItem& item, const Docket& docket, const Recounted& recorded, RowSteps& row,
                             std::vector<Complaint>& complaints) {
  const auto on = std::max(frame_.on, docket.last_on);
  const auto lead = lead_of(docket);
  const auto unit = !lead.empty() ? lead : [&] {
    const auto wanted = codes({item.units.leads.front()}, docket.assigned_on);
    return wanted.empty() ? std::string() : wanted.front();
  }();
  const bool zh = options_.language == Language::zh;
  const bool in_hand = item.standing == Standing::in_hand || item.standing == Standing::suspended;
  const bool done =
      item.standing == Standing::reported || item.standing == Standing::closed || item.standing == Standing::struck;
  if ((docket.ended() || docket.reported) && in_hand) {
    const std::string now = docket.withdrawn ? (zh ? "已撤销" : "withdrawn")
                            : docket.closed  ? (zh ? "已办结 " : "closed ") + to_string(docket.closed->on)
                                            : (zh ? "已申报办结 " : "reported done ") + to_string(*docket.reported);
    return contradiction(item, Column::status, {now, sheet_.cell(*item.row, Column::status)}, complaints);
  }
  const bool new_words = !item.text.empty() && !recorded.words.contains(item.text);
  if (docket.ended()) {
    if (new_words)
      row.remarks.push_back({"已办结,进展文字的改动不记录", "closed: what its progress says now is not recorded"});
    if (item.standing == Standing::struck && docket.closed && !docket.struck) {
      row.steps.push_back({maker_.make(docket.code, on, domain::Strike{}), Column::status});
      row.told.push_back({"销号", "struck off"});
    }
    if (item.done_on && docket.finished && *item.done_on != *docket.finished)
      contradiction(item, Column::done_on, {to_string(*docket.finished), to_string(*item.done_on)}, complaints);
    return;
  }
  if (docket.reported && done) {
    if (item.done_on && *item.done_on != *docket.reported)
      return contradiction(item, Column::done_on, {to_string(*docket.reported), to_string(*item.done_on)}, complaints);
    if (item.standing == Standing::reported) return;
    row.steps.push_back({maker_.make(docket.code, on, domain::Close{}), Column::status});
    row.told.push_back({"办结", "closed"});
    if (item.standing == Standing::struck) {
      row.steps.push_back({maker_.make(docket.code, on, domain::Strike{}), Column::status});
      row.told.push_back({"销号", "struck off"});
    }
    return;
  }
  if (done || item.standing == Standing::withdrawn) return conclude(item, docket.code, unit, docket.last_on, row);
  if (docket.suspended && item.standing == Standing::in_hand) {
    domain::Resume resume;
    resume.reason = "台账载明";
    row.steps.push_back({maker_.make(docket.code, on, std::move(resume)), Column::status});
    row.told.push_back({"恢复办理", "resumed"});
  }
  const bool further = item.progress && *item.progress != docket.progress;
  const bool lit = item.light != domain::Light::unset && item.light != recorded.light;
  if (new_words || further || lit || (!item.cause.empty() && !recorded.words.contains(item.cause)))
    feed_back(item, docket.code, unit, on, row);
  if (!docket.suspended && item.standing == Standing::suspended) conclude(item, docket.code, unit, docket.last_on, row);
}

// What no command changes, and the reader should know is not in the ledger.
void Drafting::noted(const RegisterItem& item, const Docket& docket, RowSteps& row) const {
  const auto differs = [&](Column column, std::string_view ledger, std::string_view file, const Told& what) {
    if (!sheet_.has(column) || file.empty() || name_key(ledger) == name_key(file)) return;
    row.remarks.push_back(
        {what.zh + "改为“" + words_of(file) + "”,已记录的“" + words_of(ledger) + "”不变",
         what.en + " is now “" + words_of(file) + "”; what is recorded stays “" + words_of(ledger) + "”"});
  };
  differs(Column::leader, docket.leader, item.leader, {"牵头领导", "the leader"});
  differs(Column::requirement, docket.requirement, item.requirement, {"要求", "the requirement"});
  differs(Column::category, docket.category, item.category, {"分类", "the category"});
  const auto cadence = item.cadence.value_or(docket.cadence);
  if (cadence != docket.cadence)
    row.remarks.push_back(
        {"反馈周期改为 " + domain::to_string(cadence) + ",已记录的 " + domain::to_string(docket.cadence) + " 不变",
         "feedback is now due " + domain::to_string(cadence) + "; what is recorded stays " +
             domain::to_string(docket.cadence)});
}

}  // namespace ducha::tools
