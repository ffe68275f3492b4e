// The rows that all views keep of a docket, together.

#pragma once

#include <string>
#include <string_view>

#include "ledger/domain/docket.h"

namespace ducha::projections {

struct DocketRows {
  std::string duties, card, reach;
};
// Of an opened docket.
DocketRows docket_rows(const domain::Docket& docket);

// As one piece of bytes, and parted again.
std::string joined(const DocketRows& rows);
struct PartedRows {
  std::string_view duties, card, reach;
};
PartedRows parted(std::string_view rows);

}  // namespace ducha::projections
