// The fields of the batch commands by the headers people write over their columns.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/language.h"

namespace ducha::tools {

struct Header {
  std::string_view field;                 // the name of the contract
  std::vector<std::string_view> chinese;  // the office's header first, then what else is written for it
};

// Every field of every command. No Chinese header stands for two fields.
std::span<const Header> headers();

// The field for a header in either language, whatever its width, case and spaces.
std::optional<std::string_view> field_named(std::string_view header);

// 责任单位: alone it leads; beside a column for the lead it supports. So no single field is its own.
inline constexpr std::string_view responsible_unit = "责任单位";

// Over the column (or the member) that tells why a row was refused, in the file that refused rows are written to. It is
// no field: once the row is mended the file is imported as it is.
std::string_view refusal_header(Language language);
bool is_refusal_header(std::string_view header);

// A name as names are compared: half width, lower case, without any space.
std::string name_key(std::string_view name);

}  // namespace ducha::tools
