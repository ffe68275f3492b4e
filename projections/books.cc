#include "projections/books.h"

#include <algorithm>
#include <map>
#include <set>

#include "ledger/history.h"

namespace ducha::projections {
namespace {

using store::Family;

record::Sight sight(const AsOf& as_of, Seq last) { return {as_of.on, last}; }

}  // namespace

Books::Books(const store::Log& log, AsOf as_of)
    : log_(log), as_of_(as_of), last_(std::min(as_of.known_at.value_or(log.head().size - 1), log.head().size - 1)) {
  // Names are those known then; a unit registered late is known by its name also for the days before.
  office_ = record::fold_office(record::counting(history_of(log, office_stream), {{}, last_}));
}

void Books::each(const Visit& visit) const {
  if (known_in_full())
    each_from_views(visit);
  else
    each_from_log(visit);
}

void Books::each_from_views(const Visit& visit) const {
  std::set<StreamNo> later;
  std::string after;
  store::keys::append_big_endian(after, static_cast<std::uint32_t>((as_of_.on + 1).number()) ^ 0x80000000u);
  log_.database().scan(Family::timeline, after, {}, [&](std::string_view, std::string_view stream) {
    later.insert(store::keys::big_endian<StreamNo>(stream));
    return true;
  });
  log_.database().scan(Family::duties, {}, {}, [&](std::string_view key, std::string_view row) {
    const auto stream = store::keys::big_endian<StreamNo>(key);
    if (later.contains(stream)) {
      const auto docket = record::fold_docket(record::counting(history_of(log_, stream), sight(as_of_, last_)));
      if (docket.opened) visit(card(docket), duties_row(docket));
    } else if (const auto stored = log_.database().get(Family::cards, key)) {
      visit(parse_card(*stored), parse_duties(row));
    }
    return true;
  });
}

void Books::each_from_log(const Visit& visit) const {
  std::map<StreamNo, record::History> streams;
  log_.scan(0, last_ + 1, [&](Seq seq, std::span<const std::byte> bytes) {
    record::KeptEntry entry(bytes, seq);
    if (entry->envelope.stream != office_stream) streams[entry->envelope.stream].push_back(std::move(entry));
    return true;
  });
  for (const auto& [stream, history] : streams) {
    const auto docket = record::fold_docket(record::counting(history, sight(as_of_, last_)));
    if (docket.opened) visit(card(docket), duties_row(docket));
  }
}

void Books::each_docket(const std::function<void(const domain::Docket&)>& visit) const {
  log_.database().scan(Family::dockets, {}, {}, [&](std::string_view, std::string_view stream) {
    const auto history = history_of(log_, store::keys::big_endian<StreamNo>(stream));
    const auto docket = record::fold_docket(record::counting(history, sight(as_of_, last_)));
    if (docket.opened) visit(docket);
    return true;
  });
}

std::string Books::leader(const Card& card) const {
  return std::string(office_.leader(card.leader, card.lead, as_of_.on));
}

bool Books::led_by(const Card& card, std::string_view post) const {
  if (post.empty()) return true;
  const auto own = card.leader.empty() ? office_.post_over(card.lead, as_of_.on) : std::string_view(card.leader);
  return own == post || leader(card) == post;
}

void Books::judge_by(const domain::Rules& rules) {
  const auto content = domain::rules_text(rules);
  office_.evolve(as_of_.on, domain::RulesAdopted{rules.edition, {}, content});
}

reports::Footer Books::footer() const {
  reports::Footer footer;
  footer.on = as_of_.on;
  footer.seq = last_;
  footer.digest = to_hex(log_.root_at(last_ + 1));
  footer.digest_algorithm = record::name(log_.head().algorithm);
  footer.rules = office_.rules().edition;
  for (const auto& [year, edition] : office_.calendar().editions())
    footer.calendar.push_back(std::to_string(year) + "@" + edition);
  return footer;
}

std::optional<Seq> last_recorded_at(const store::Log& log, std::int64_t unix_ms) {
  std::optional<Seq> last;
  record::EntryReader reader;
  log.scan(0, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
    if (reader.read(bytes, seq).envelope.recorded_at > unix_ms) return false;
    last = seq;
    return true;
  });
  return last;
}

}  // namespace ducha::projections
