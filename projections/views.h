// The views: rows computed from the log, kept in step with it, and built again at any time.
//
//   view       key                row
//   duties     stream 4           projections/rows.h: what the docket owes
//   cards      stream 4           projections/rows.h: the docket as the register shows it
//   reach      by day and stream  projections/reach.h: until when it concerns anyone
//   timeline   stream 4           projections/course.h: where its entries lie and when they happened
//   office     version 4          seq 8, entry: the office's own entries side by side, but those about decisions
//   decisions  version 4          seq 8, entry: those
//   decision_numbers  decision, 0x00, version 4   (empty)
//   bookmarks  "day"              day 4: the last on which anything happened to a docket
//   bookmarks  "views"            revision 4, size 8: how much of the log the rows account for
//
// A docket's rows are a function of the facts that count on it, computed again when one is added and only then.

#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "ledger/follower.h"
#include "ledger/store/log.h"

namespace ducha::projections {

inline constexpr std::uint32_t revision = 6;

class Gathered;

class Views : public Follower {
 public:
  std::string rows_of(const domain::Docket& docket) override;
  void follow(store::Writes& rows, const Appending& appending) override;
};

// Whether the rows account for the whole log, laid down as this program does. Of a ledger that an earlier one began
// they do not, until it is rebuilt.
bool are_current(const store::Log& log);
// Whether they say themselves that an earlier program laid them down, in another form: then nothing can be held against
// them. They answer as they did.
bool are_of_earlier_form(const store::Log& log);

// Whether its rows are computed from the log, and could be again.
bool is_view(store::Family family);

using Progress = std::function<void(std::uint64_t done, std::uint64_t of)>;

// Builds all views again from the entries and puts them in place of what was there, in one write.
// Gives the number of dockets.
std::size_t rebuild(store::Log& log, const Progress& progress);

// A view (or index of dockets) that is not what the entries give.
struct ViewDamage {
  std::string_view view;
  std::size_t other = 0, missing = 0;  // rows that are not what the entries give; rows that are not there
};
// Compares what all of them hold with what the entries give; `gathered`, for who has read them already: all of the log.
void verify_views(const store::Log& log, const std::function<void(const ViewDamage&)>& report);
void verify_views(const store::Log& log, Gathered& gathered, const std::function<void(const ViewDamage&)>& report);

}  // namespace ducha::projections
