// The fields of the batch commands by the headers people write over their columns.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

// A name as names are compared: half width, lower case, without any space.
std::string name_key(std::string_view name);

}  // namespace ducha::tools
