#include "tools/render/json.h"

#include <algorithm>
#include <cassert>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "tools/render/cells.h"
#include "tools/render/phrases.h"

namespace ducha::tools {
namespace {

using nlohmann::ordered_json;

std::string compact(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

// Nearly every text stands in JSON as it is; the library, which takes a dozen allocations for one, writes the others.
bool stands_as_it_is(std::string_view text) {
  const auto escaped = [](unsigned char c) { return c < 0x20 || c == '"' || c == '\\'; };
  return std::none_of(text.begin(), text.end(), escaped) && simdjson::validate_utf8(text.data(), text.size());
}

void put_string(std::string& out, std::string_view text) {
  if (!stands_as_it_is(text)) {
    out += compact(ordered_json(text));
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

std::string json_string(std::string_view text) {
  std::string out;
  put_string(out, text);
  return out;
}

// Numbers are written here and not by the library: its doubles are not always the shortest, and it writes 100.0.
struct PutJson {
  std::string& out;
  void operator()(std::monostate) const { out += "null"; }
  void operator()(const std::string& text) const { put_string(out, text); }
  void operator()(reports::Word word) const { put_string(out, word.name); }
  void operator()(std::int64_t number) const { fmt::format_to(std::back_inserter(out), "{}", number); }
  void operator()(bool yes) const { out += yes ? "true" : "false"; }
  void operator()(Day day) const { put_string(out, to_string(day)); }
  void operator()(reports::Decimal decimal) const { out += number_text(decimal); }
  void operator()(reports::Rate rate) const { out += number_text(rate); }
  void operator()(const reports::Counts& counts) const { out += compact(ordered_json(counts)); }
  void operator()(const reports::Texts& texts) const { out += compact(ordered_json(texts)); }
  void operator()(const reports::Named& named) const { put_string(out, named.code); }
  void operator()(const reports::Fields& fields) const { put_string(out, plain(fields)); }
  void operator()(const reports::Changes& changes) const {
    reports::Texts texts;
    for (const auto& change : changes) texts.push_back(plain(change));
    out += compact(ordered_json(texts));
  }
};

void put(std::string& out, const reports::Cell& cell) { std::visit(PutJson{out}, cell); }

std::string as_json(const reports::Cell& cell) {
  std::string out;
  put(out, cell);
  return out;
}

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
  std::string text;
  std::string_view begin = "{";
  for (const auto& row : report.rows) {
    text.assign(std::exchange(begin, ",{"));
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      text += members[i];
      put(text, row[i]);
    }
    text += '}';
    out << text;
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
