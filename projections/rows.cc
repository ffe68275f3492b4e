#include "projections/rows.h"

#include <array>
#include <cstring>

#include <capnp/message.h>

#include "ledger/base/fault.h"
#include "ledger/record/canonical.h"
#include "ledger/record/stored_day.h"
#include "schemas/view.capnp.h"

namespace ducha::projections {
namespace {

using domain::Due;
using domain::Happening;
using domain::Running;

std::int32_t number(std::optional<Day> day) { return record::stored_number(day); }
std::optional<Day> day(std::int32_t number) { return record::stored_day(number); }
std::string text(capnp::Text::Reader text) { return {text.begin(), text.size()}; }
template <class Enum>
std::uint16_t word(Enum value) {
  return static_cast<std::uint16_t>(value);
}
unsigned size_of(std::size_t size) { return static_cast<unsigned>(size); }

// A stored number as a word of a list that has so many.
template <class Enum>
Enum word_of(std::uint16_t stored, std::size_t count = domain::names_of<Enum>.size()) {
  if (stored >= count) throw Fault(Fault::Kind::damaged, "a row of a view holds a word that is none");
  return static_cast<Enum>(stored);
}
// A word that may be none: one more than its number, 0 for none.
template <class Enum>
std::uint16_t one_more(std::optional<Enum> value) {
  return value ? static_cast<std::uint16_t>(word(*value) + 1) : std::uint16_t{0};
}
template <class Enum>
std::optional<Enum> one_less(std::uint16_t stored) {
  if (stored == 0) return {};
  return word_of<Enum>(static_cast<std::uint16_t>(stored - 1));
}
constexpr std::size_t fates = static_cast<std::size_t>(Due::Fate::excused) + 1;
constexpr std::size_t happening_kinds = static_cast<std::size_t>(Happening::Kind::measure) + 1;

domain::Cadence cadence_of(const std::string& stored) {
  const auto cadence = domain::parse_cadence(stored);
  if (!cadence) throw Fault(Fault::Kind::damaged, "a row of a view holds a cadence that is none");
  return *cadence;
}

template <class Root>
std::string canonical(typename Root::Builder root) {
  std::string text;
  record::canonical<Root>(root.asReader(),
                          [&](auto bytes) { text.assign(reinterpret_cast<const char*>(bytes.begin()), bytes.size()); });
  return text;
}

// Hands the row's reader to `read`, and translates what Cap'n Proto throws.
template <class Root, class Read>
auto reading(std::string_view bytes, Read read) {
  std::array<std::uint64_t, 128> usual;  // most rows are smaller
  const auto size = (bytes.size() + 7) / 8;
  std::vector<std::uint64_t> larger(size > usual.size() ? size : 0);
  auto* words = larger.empty() ? usual.data() : larger.data();
  if (size > 0) words[size - 1] = 0;  // it need not be whole
  if (!bytes.empty()) std::memcpy(words, bytes.data(), bytes.size());
  const kj::ArrayPtr<const capnp::word> segment(reinterpret_cast<const capnp::word*>(words), size);
  try {
    capnp::ReaderOptions limits;
    limits.traversalLimitInWords = 4 * size + 64;
    limits.nestingLimit = 16;
    capnp::SegmentArrayMessageReader message(kj::arrayPtr(&segment, 1), limits);
    return read(message.getRoot<Root>());
  } catch (const kj::Exception& broken) {
    throw Fault(Fault::Kind::damaged, std::string("a row of a view is damaged: ") + broken.getDescription().cStr());
  }
}

std::vector<std::string> texts(capnp::List<capnp::Text>::Reader list) {
  std::vector<std::string> all;
  for (const auto each : list) all.push_back(text(each));
  return all;
}

Stage stage_of(const domain::Docket& docket) {
  if (docket.closed) {
    switch (docket.closed->result) {
      case domain::CloseResult::done:
        return Stage::done;
      case domain::CloseResult::not_done:
        return Stage::not_done;
      case domain::CloseResult::merged:
        return Stage::merged;
    }
  }
  if (docket.withdrawn) return Stage::withdrawn;
  if (docket.suspended) return Stage::suspended;
  if (docket.reported) return Stage::reported;
  return docket.assigned ? Stage::assigned : Stage::open;
}

}  // namespace

DutiesRow duties_row(const domain::Docket& docket) {
  return {docket.last_on, domain::dues_of(docket), docket.happenings};
}

Card card(const domain::Docket& docket) {
  Card card{docket.code,
            docket.title,
            docket.decision,
            docket.category,
            docket.leader,
            docket.requirement,
            docket.parent,
            docket.opened_on,
            {},
            {},
            {},
            {},
            {},
            {},
            docket.chase,
            stage_of(docket),
            docket.finished,
            docket.progress,
            docket.last_feedback_on,
            docket.returns,
            docket.kind,
            docket.suspended,
            docket.struck.has_value(),
            docket.archived.has_value(),
            docket.finding,
            docket.closed ? docket.closed->into : std::string(),
            docket.closed ? std::optional(docket.closed->on) : docket.withdrawn,
            docket.causes,
            {}};
  for (const auto& tenure : docket.tenures) {
    if (!tenure.active()) continue;
    switch (tenure.role()) {
      case domain::Role::lead:
        card.lead = tenure.unit;
        break;
      case domain::Role::joint:
        card.joint.push_back(tenure.unit);
        break;
      case domain::Role::supporting:
        card.supporting.push_back(tenure.unit);
        break;
    }
  }
  for (const auto& [written, role] : docket.vague) card.vague.push_back(written);
  for (const auto& each : docket.conclusions)
    card.conclusions.push_back(
        {each.unit, each.role, each.on, each.text, each.rectify ? std::optional(each.rectify->due) : std::nullopt,
         each.rectify ? each.rectify->done : std::nullopt, each.contest_by, each.contested, each.ruled});
  if (docket.due) card.due = docket.due->due;
  if (!docket.dues.empty()) card.original_due = docket.dues.front();
  return card;
}

std::string bytes_of(const DutiesRow& row) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<schema::DutiesRow>();
  root.setLastOn(row.last_on.number());
  auto dues = root.initDues(size_of(row.dues.dues.size()));
  for (unsigned i = 0; i < dues.size(); ++i) {
    const Due& from = row.dues.dues[i];
    auto to = dues[i];
    to.setKind(word(from.kind));
    to.setUnit(from.unit);
    to.setRole(word(from.role));
    to.setDue(from.due.number());
    to.setFirst(from.first.number());
    to.setDone(number(from.done));
    to.setProvisional(from.provisional);
    to.setFate(word(from.fate));
  }
  auto running = root.initRunning(size_of(row.dues.running.size()));
  for (unsigned i = 0; i < running.size(); ++i) {
    const Running& from = row.dues.running[i];
    running[i].setUnit(from.unit);
    running[i].setRole(word(from.role));
    running[i].setCadence(domain::to_string(from.cadence));
    running[i].setAfter(from.after.number());
    auto excused = running[i].initExcused(size_of(from.excused.size()));
    for (unsigned j = 0; j < excused.size(); ++j) excused.set(j, from.excused[j].number());
  }
  root.setSuspended(number(row.dues.suspended));
  auto happenings = root.initHappenings(size_of(row.happenings.size()));
  for (unsigned i = 0; i < happenings.size(); ++i) {
    const Happening& from = row.happenings[i];
    happenings[i].setKind(word(from.kind));
    happenings[i].setOn(from.on.number());
    happenings[i].setUnit(from.unit);
    happenings[i].setLed(from.led);
    happenings[i].setOrdinal(from.ordinal);
    happenings[i].setText(from.text);
  }
  return canonical<schema::DutiesRow>(root);
}

DutiesRow parse_duties(std::string_view bytes) {
  return reading<schema::DutiesRow>(bytes, [](schema::DutiesRow::Reader root) {
    DutiesRow row;
    row.last_on = Day{root.getLastOn()};
    const auto dues = root.getDues();
    row.dues.dues.reserve(dues.size());
    for (const auto from : dues)
      row.dues.dues.push_back({word_of<domain::DutyKind>(from.getKind()), text(from.getUnit()),
                               word_of<domain::Role>(from.getRole()), Day{from.getDue()}, Day{from.getFirst()},
                               day(from.getDone()), from.getProvisional(), word_of<Due::Fate>(from.getFate(), fates)});
    for (const auto from : root.getRunning()) {
      row.dues.running.push_back({text(from.getUnit()),
                                  word_of<domain::Role>(from.getRole()),
                                  cadence_of(text(from.getCadence())),
                                  Day{from.getAfter()},
                                  {}});
      for (const auto excused : from.getExcused()) row.dues.running.back().excused.push_back(Day{excused});
    }
    row.dues.suspended = day(root.getSuspended());
    const auto happenings = root.getHappenings();
    row.happenings.reserve(happenings.size());
    for (const auto from : happenings)
      row.happenings.push_back({word_of<Happening::Kind>(from.getKind(), happening_kinds), Day{from.getOn()},
                                text(from.getUnit()), from.getLed(), from.getOrdinal(), text(from.getText())});
    return row;
  });
}

std::string bytes_of(const Card& row) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<schema::CardRow>();
  const auto put = [](const std::vector<std::string>& from, auto to) {
    for (unsigned i = 0; i < to.size(); ++i) to.set(i, capnp::Text::Reader(from[i].c_str(), from[i].size()));
  };
  root.setDocket(row.docket);
  root.setTitle(row.title);
  root.setDecision(row.decision);
  root.setCategory(row.category);
  root.setLeader(row.leader);
  root.setRequirement(row.requirement);
  root.setParent(row.parent);
  root.setOpenedOn(row.opened_on.number());
  root.setLead(row.lead);
  put(row.joint, root.initJoint(size_of(row.joint.size())));
  put(row.supporting, root.initSupporting(size_of(row.supporting.size())));
  put(row.vague, root.initVague(size_of(row.vague.size())));
  root.setDue(number(row.due));
  root.setOriginalDue(number(row.original_due));
  root.setChase(number(row.chase));
  root.setStage(word(row.stage));
  root.setFinishedOn(number(row.finished_on));
  root.setProgress(row.progress);
  root.setLastFeedbackOn(number(row.last_feedback_on));
  root.setReturns(row.returns);
  root.setKind(word(row.kind));
  root.setSuspended(number(row.suspended));
  root.setStruck(row.struck);
  root.setArchived(row.archived);
  root.setFinding(one_more(row.finding));
  root.setInto(row.into);
  root.setClosedOn(number(row.closed_on));
  auto causes = root.initCauses(size_of(row.causes.size()));
  for (unsigned i = 0; i < causes.size(); ++i) {
    causes[i].setUnit(row.causes[i].unit);
    causes[i].setOn(row.causes[i].on.number());
    causes[i].setText(row.causes[i].text);
  }
  auto conclusions = root.initConclusions(size_of(row.conclusions.size()));
  for (unsigned i = 0; i < conclusions.size(); ++i) {
    const Concluded& from = row.conclusions[i];
    conclusions[i].setUnit(from.unit);
    conclusions[i].setRole(word(from.role));
    conclusions[i].setOn(from.on.number());
    conclusions[i].setText(from.text);
    conclusions[i].setRectifyBy(number(from.rectify_by));
    conclusions[i].setRectified(number(from.rectified));
    conclusions[i].setContestBy(from.contest_by.number());
    conclusions[i].setContested(number(from.contested));
    conclusions[i].setRuled(one_more(from.ruled));
  }
  return canonical<schema::CardRow>(root);
}

Card parse_card(std::string_view bytes) {
  return reading<schema::CardRow>(bytes, [](schema::CardRow::Reader root) {
    Card card{text(root.getDocket()),
              text(root.getTitle()),
              text(root.getDecision()),
              text(root.getCategory()),
              text(root.getLeader()),
              text(root.getRequirement()),
              text(root.getParent()),
              Day{root.getOpenedOn()},
              text(root.getLead()),
              texts(root.getJoint()),
              texts(root.getSupporting()),
              texts(root.getVague()),
              day(root.getDue()),
              day(root.getOriginalDue()),
              day(root.getChase()),
              word_of<Stage>(root.getStage(), std::size(stage_names)),
              day(root.getFinishedOn()),
              root.getProgress(),
              day(root.getLastFeedbackOn()),
              root.getReturns(),
              word_of<domain::DocketKind>(root.getKind()),
              day(root.getSuspended()),
              root.getStruck(),
              root.getArchived(),
              one_less<domain::Finding>(root.getFinding()),
              text(root.getInto()),
              day(root.getClosedOn()),
              {},
              {}};
    for (const auto from : root.getCauses())
      card.causes.push_back({text(from.getUnit()), Day{from.getOn()}, text(from.getText())});
    for (const auto from : root.getConclusions())
      card.conclusions.push_back({text(from.getUnit()), word_of<domain::Role>(from.getRole()), Day{from.getOn()},
                                  text(from.getText()), day(from.getRectifyBy()), day(from.getRectified()),
                                  Day{from.getContestBy()}, day(from.getContested()),
                                  one_less<domain::Ruling>(from.getRuled())});
    return card;
  });
}

}  // namespace ducha::projections
