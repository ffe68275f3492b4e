#include "projections/docket_rows.h"

#include <cstdint>

#include "ledger/store/database.h"
#include "projections/reach.h"
#include "projections/rows.h"

namespace ducha::projections {
namespace {

using Size = std::uint32_t;

}  // namespace

DocketRows docket_rows(const domain::Docket& docket) {
  const auto row = duties_row(docket);
  return {bytes_of(row), bytes_of(card(docket)), bytes_of(reach_of(row))};
}

// The sizes of the first two before them.
std::string joined(const DocketRows& rows) {
  std::string all;
  all.reserve(2 * sizeof(Size) + rows.duties.size() + rows.card.size() + rows.reach.size());
  for (const auto* each : {&rows.duties, &rows.card})
    store::keys::append_big_endian(all, static_cast<Size>(each->size()));
  return all.append(rows.duties).append(rows.card).append(rows.reach);
}

PartedRows parted(std::string_view rows) {
  const auto duties = store::keys::big_endian<Size>(rows);
  const auto card = store::keys::big_endian<Size>(rows.substr(sizeof(Size)));
  rows.remove_prefix(2 * sizeof(Size));
  return {rows.substr(0, duties), rows.substr(duties, card), rows.substr(duties + card)};
}

}  // namespace ducha::projections
