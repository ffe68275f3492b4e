#include "projections/books.h"

#include <algorithm>
#include <span>
#include <utility>

#include "ledger/histories.h"
#include "ledger/office_of.h"
#include "ledger/threads/ahead.h"
#include "projections/moved.h"
#include "projections/reach.h"

namespace ducha::projections {
namespace {

using store::Family;

record::Sight sight(const AsOf& as_of, Seq last) { return {as_of.on, last}; }

// So many dockets are read at a time, in another thread while those before them are looked at. Those that are folded
// again are read in one sweep, which costs less the more of them there are.
constexpr std::size_t stretch_max = 250, stretch_folded_max = 4000;

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

  // Those of `moved` that are folded are read from their entries; of the others those `chosen`, all when not given, and
  // none of the unseen.
  // Without `cards` their cards stay empty.
  Dockets(const store::Log& log, const record::Sight& sight, Moved&& moved, std::optional<std::vector<StreamNo>> chosen,
          bool cards)
      : log_(log),
        sight_(sight),
        moved_(std::move(moved)),
        chosen_(std::move(chosen)),
        duties_(log.database().cursor(Family::duties)) {
    if (cards) cards_.emplace(log.database().cursor(Family::cards));
  }

  void read(Stretch& stretch) {
    stretch.rows.clear();
    const auto first_folded = next_folded_;
    std::vector<std::size_t> places;  // of those folded, in the stretch
    const auto& folded = moved_.folded;
    const auto rows_max = folded.empty() ? stretch_max : stretch_folded_max;
    while (stretch.rows.size() < rows_max) {
      const auto row = next_row();
      const auto stored = row ? store::keys::big_endian<StreamNo>(row->key) : StreamNo{0};
      stretch.last = !row && next_folded_ == folded.size();
      if (stretch.last) break;
      if (next_folded_ < folded.size() && (!row || folded[next_folded_] <= stored)) {
        if (row && stored == folded[next_folded_]) duties_.step();
        ++next_folded_;
        places.push_back(stretch.rows.size());
        stretch.rows.emplace_back();
        continue;
      }
      if (std::binary_search(moved_.unseen.begin(), moved_.unseen.end(), stored)) {
        duties_.step();
        continue;
      }
      if (cards_) cards_->advance_to(row->key);
      const auto card = cards_ ? cards_->row() : std::nullopt;
      if (!cards_ || (card && card->key == row->key)) {
        auto& rows = stretch.rows.emplace_back();
        rows.duties = parse_duties(row->value);
        if (card) rows.card = parse_card(card->value);
      }
      duties_.step();
    }
    fold(std::span(moved_.entries).subspan(first_folded, places.size()), places, stretch.rows);
  }

 private:
  // Of those that are chosen the one that is next.
  std::optional<store::Cursor::Row> next_row() {
    auto row = duties_.row();
    for (; row && chosen_; row = duties_.row()) {
      const auto stream = store::keys::big_endian<StreamNo>(row->key);
      while (next_chosen_ < chosen_->size() && (*chosen_)[next_chosen_] < stream) ++next_chosen_;
      if (next_chosen_ == chosen_->size()) return {};
      if ((*chosen_)[next_chosen_] == stream) break;
      duties_.advance_to(store::keys::stream((*chosen_)[next_chosen_]));
    }
    return row;
  }

  void fold(std::span<const std::vector<Seq>> entries, const std::vector<std::size_t>& places,
            std::vector<Rows>& rows) {
    std::vector<char> left_out(rows.size());  // no bits: two threads write into it
    for (const auto place : places) left_out[place] = true;
    each_history_at_once(log_, entries, [&](std::size_t i, const record::History& history) {
      const auto docket = record::fold_docket(record::counting(history, sight_));
      if (!docket.opened) return;  // not by then
      rows[places[i]] = {cards_ ? card(docket) : Card{}, duties_row(docket)};
      left_out[places[i]] = false;
    });
    std::size_t i = 0;
    std::erase_if(rows, [&](const Rows&) { return left_out[i++] != 0; });
  }

  const store::Log& log_;
  record::Sight sight_;
  Moved moved_;
  std::optional<std::vector<StreamNo>> chosen_;
  std::size_t next_folded_ = 0, next_chosen_ = 0;
  store::Cursor duties_;
  std::optional<store::Cursor> cards_;
};

// What the rows hold of each docket.
using Look = std::function<void(const Dockets::Rows&)>;
void go_through(Dockets&& dockets, const Look& look) {
  read_ahead<Dockets::Stretch>([&](Dockets::Stretch& stretch) { dockets.read(stretch); },
                               [&](const Dockets::Stretch& stretch) {
                                 for (const auto& rows : stretch.rows) look(rows);
                               });
}

}  // namespace

Books::Books(const store::Log& log, AsOf as_of)
    : log_(log), as_of_(as_of), last_(std::min(as_of.known_at.value_or(log.head().size - 1), log.head().size - 1)) {
  // Names are those known then; a unit registered late is known by its name also for the days before.
  office_ = office_of(log, {{}, last_});
}

std::optional<std::vector<StreamNo>> Books::chosen(const Wanted& wanted) const {
  if (!wanted.owed && !wanted.since) return {};
  const auto owes = [&](std::string_view units) {
    const auto owing = owing_in(units);
    return std::find(owing.begin(), owing.end(), wanted.unit) != owing.end();
  };
  const bool any = !wanted.owed || wanted.unit.empty();
  std::vector<StreamNo> streams;
  each_reaching(log_.database(), wanted.owed ? std::nullopt : wanted.since,
                [&](StreamNo stream, std::string_view units) {
                  if (any || owes(units)) streams.push_back(stream);
                });
  std::sort(streams.begin(), streams.end());
  return streams;
}

void Books::each(const Wanted& wanted, const Visit& visit) const {
  auto moved = moved_since(log_, as_of_.on, last_);
  go_through(Dockets(log_, sight(as_of_, last_), std::move(moved), chosen(wanted), true),
             [&](const Dockets::Rows& rows) { visit(rows.card, rows.duties); });
}

void Books::each_duties(const Wanted& wanted, const std::function<void(const DutiesRow&)>& visit) const {
  auto moved = moved_since(log_, as_of_.on, last_);
  go_through(Dockets(log_, sight(as_of_, last_), std::move(moved), chosen(wanted), false),
             [&](const Dockets::Rows& rows) { visit(rows.duties); });
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
