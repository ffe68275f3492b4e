#include "projections/books.h"

#include <algorithm>
#include <utility>

#include "ledger/history.h"
#include "projections/ahead.h"

namespace ducha::projections {
namespace {

using store::Family;

record::Sight sight(const AsOf& as_of, Seq last) { return {as_of.on, last}; }

// So many dockets are read at a time, in another thread while those before them are looked at.
constexpr std::size_t stretch_max = 4000;

// Goes through the dockets stretch by stretch, those of the views and those that are folded again as one sequence.
class Dockets {
 public:
  struct Rows {
    Card card;
    DutiesRow duties;
  };
  struct Stretch {
    std::vector<Rows> rows;
    bool last = false;
  };

  Dockets(const store::Log& log, const record::Sight& sight, std::vector<StreamNo> folded)
      : log_(log),
        sight_(sight),
        folded_(std::move(folded)),
        next_folded_(folded_.begin()),
        duties_(log.database().cursor(Family::duties)),
        cards_(log.database().cursor(Family::cards)) {}

  Stretch next() {
    Stretch stretch;
    std::vector<StreamNo> streams;
    std::vector<std::size_t> places;  // of those in the stretch
    while (stretch.rows.size() < stretch_max) {
      const auto row = duties_.row();
      const auto stored = row ? std::optional(store::keys::big_endian<StreamNo>(row->key)) : std::nullopt;
      stretch.last = !stored && next_folded_ == folded_.end();
      if (stretch.last) break;
      if (next_folded_ != folded_.end() && (!stored || *next_folded_ <= *stored)) {
        if (stored == *next_folded_) duties_.step();
        streams.push_back(*next_folded_++);
        places.push_back(stretch.rows.size());
        stretch.rows.emplace_back();
        continue;
      }
      while (cards_.row() && cards_.row()->key < row->key) cards_.step();
      if (const auto card = cards_.row(); card && card->key == row->key)
        stretch.rows.push_back({parse_card(card->value), parse_duties(row->value)});
      duties_.step();
    }
    fold(streams, places, stretch.rows);
    return stretch;
  }

 private:
  void fold(const std::vector<StreamNo>& streams, const std::vector<std::size_t>& places, std::vector<Rows>& rows) {
    each_history(log_, streams, [&](std::size_t i, const record::History& history) {
      if (const auto docket = record::fold_docket(record::counting(history, sight_)); docket.opened)
        rows[places[i]] = {card(docket), duties_row(docket)};
    });
    std::erase_if(rows, [](const Rows& each) { return each.card.docket.empty(); });  // not opened by then
  }

  const store::Log& log_;
  record::Sight sight_;
  std::vector<StreamNo> folded_;
  std::vector<StreamNo>::const_iterator next_folded_;
  store::Cursor duties_, cards_;
};

}  // namespace

Books::Books(const store::Log& log, AsOf as_of)
    : log_(log), as_of_(as_of), last_(std::min(as_of.known_at.value_or(log.head().size - 1), log.head().size - 1)) {
  // Names are those known then; a unit registered late is known by its name also for the days before.
  office_ = record::fold_office(record::counting(history_of(log, office_stream), {{}, last_}));
}

void Books::each(const Visit& visit) const {
  Dockets dockets(log_, sight(as_of_, last_), moved_since());
  read_ahead([&] { return dockets.next(); },
             [&](const Dockets::Stretch& stretch) {
               for (const auto& [card, row] : stretch.rows) visit(card, row);
             });
}

std::vector<StreamNo> Books::moved_since() const {
  const bool known_in_full = last_ + 1 == log_.head().size;
  std::string after;
  store::keys::append_big_endian(after, static_cast<std::uint32_t>((as_of_.on + 1).number()) ^ 0x80000000u);
  std::vector<StreamNo> moved;
  log_.database().scan(Family::timeline, known_in_full ? after : std::string(), {},
                       [&](std::string_view key, std::string_view stream) {
                         if (key >= after || store::keys::big_endian<Seq>(key.substr(sizeof(std::uint32_t))) > last_)
                           moved.push_back(store::keys::big_endian<StreamNo>(stream));
                         return true;
                       });
  std::sort(moved.begin(), moved.end());
  moved.erase(std::unique(moved.begin(), moved.end()), moved.end());
  std::erase(moved, office_stream);
  return moved;
}

void Books::each_docket(const std::function<void(const domain::Docket&)>& visit) const {
  std::vector<StreamNo> streams;
  log_.database().scan(Family::dockets, {}, {}, [&](std::string_view, std::string_view stream) {
    streams.push_back(store::keys::big_endian<StreamNo>(stream));
    return true;
  });
  each_history(log_, streams, [&](std::size_t, const record::History& history) {
    if (const auto docket = record::fold_docket(record::counting(history, sight(as_of_, last_))); docket.opened)
      visit(docket);
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
