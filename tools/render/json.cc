#include "tools/render/json.h"

#include <cassert>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tools/render/cells.h"
#include "tools/render/phrases.h"

namespace ducha::tools {
namespace {

using nlohmann::ordered_json;

std::string compact(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string json_string(std::string_view text) { return compact(ordered_json(text)); }

// Numbers are written here and not by the library: its doubles are not always the shortest, and it writes 100.0.
struct AsJson {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(const std::string& text) const { return json_string(text); }
  std::string operator()(reports::Word word) const { return json_string(word.name); }
  std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  std::string operator()(Day day) const { return json_string(to_string(day)); }
  std::string operator()(reports::Decimal decimal) const { return number_text(decimal); }
  std::string operator()(reports::Rate rate) const { return number_text(rate); }
  std::string operator()(const reports::Counts& counts) const { return compact(ordered_json(counts)); }
  std::string operator()(const reports::Texts& texts) const { return compact(ordered_json(texts)); }
  std::string operator()(const reports::Named& named) const { return json_string(named.code); }
  std::string operator()(const reports::Fields& fields) const { return json_string(plain(fields)); }
  std::string operator()(const reports::Changes& changes) const {
    reports::Texts texts;
    for (const auto& change : changes) texts.push_back(plain(change));
    return compact(ordered_json(texts));
  }
};

std::string as_json(const reports::Cell& cell) { return std::visit(AsJson{}, cell); }

void put_head(const reports::Report& report, std::ostream& out) {
  out << "{\"report\":" << json_string(report.name);
  for (const auto& [name, cell] : report.asked) {
    assert(name != "on");  // the footer's day: a second member of that name would hide it
    out << ',' << json_string(name) << ':' << as_json(cell);
  }
  const auto& footer = report.footer;
  out << ",\"on\":" << as_json(footer.on);
  out << ",\"head\":{\"seq\":" << footer.seq << ",\"digest\":" << json_string(footer.digest) << '}';
  out << ",\"rules\":" << json_string(footer.rules);
  out << ",\"calendar\":" << as_json(footer.calendar);
  if (report.notes.empty()) return;
  reports::Texts notes;
  for (const auto& note : report.notes) notes.emplace_back(note.name);
  out << ",\"notes\":" << as_json(notes);
}

// Its rows as a list of objects.
void put_rows(const reports::Report& report, std::ostream& out) {
  std::vector<std::string> members;
  members.reserve(report.columns.size());
  for (const auto& column : report.columns) members.push_back(json_string(column.name) + ':');
  out << '[';
  const char* before_row = "{";
  for (const auto& row : report.rows) {
    out << before_row;
    for (std::size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : ",") << members[i] << as_json(row[i]);
    out << '}';
    before_row = ",{";
  }
  out << ']';
}

}  // namespace

void render_json(const reports::Report& report, std::ostream& out) {
  put_head(report, out);
  out << ",\"rows\":";
  put_rows(report, out);
  for (const auto& part : report.parts) {
    out << ',' << json_string(part.name) << ':';
    put_rows(part, out);
  }
  out << "}\n";
}

}  // namespace ducha::tools
