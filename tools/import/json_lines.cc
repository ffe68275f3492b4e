#include "tools/import/json_lines.h"

#include <algorithm>
#include <string>
#include <utility>

#include <simdjson.h>

#include "tools/import/command_names.h"
#include "tools/import/complaint_texts.h"
#include "tools/import/headers.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t line_bytes_max = json_line_mib_max << 20;
// Members of an object, as a rule: room for more is made when there are more.
constexpr std::size_t given_usual = 10;

// What the quotation marks of a broken line tell; the end of the line where there is nothing to tell.
struct Strings {
  std::size_t open;     // where the string begins that the line does not close
  std::size_t control;  // the first character in a string that may stand there only escaped
};

Strings strings_of(std::string_view line) {
  Strings strings{line.size(), line.size()};
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool inside = strings.open != line.size();
    if (inside && line[at] == '\\') {
      ++at;
    } else if (line[at] == '"') {
      strings.open = inside ? line.size() : at;
    } else if (inside && static_cast<unsigned char>(line[at]) < 0x20) {
      strings.control = std::min(strings.control, at);
    }
  }
  return strings;
}

}  // namespace

class JsonLines::LineReader {
 public:
  LineReader(Language language, Take take, std::vector<Complaint>& complaints)
      : language_(language), take_(std::move(take)), complaints_(complaints) {}

  // `behind`: so many bytes come after the line's text in the piece.
  void read(const Line& line, std::size_t behind) {
    const auto content = trimmed(line.text);
    if (content.empty()) return;
    line_ = line.number;
    before_ = count_points(line.text.substr(0, static_cast<std::size_t>(content.data() - line.text.data())));
    size_ = content.size();
    // Without its last brace a line would be refused as a whole; with it added the place of the error is found.
    const bool closed = content.ends_with('}');
    error_at_ = size_;
    json_ = content;
    json_room_ = size_ + behind;
    // It is read in whole registers: where the lines after it leave no room for that, it is given some.
    if (!closed || behind < simdjson::SIMDJSON_PADDING) {
      padded_.assign(content).append(closed ? "" : "}");
      const auto size = padded_.size();
      padded_.append(simdjson::SIMDJSON_PADDING, ' ');
      json_room_ = padded_.size();
      json_ = std::string_view(padded_).substr(0, size);
    }
    escapes_ = content.find('\\') != std::string_view::npos;
    const auto complaints = complaints_.size();
    counted_ = counted_to_ = 0;

    Draft draft{{}, {line.number, before_ + 1}, {}};
    draft.given.reserve(given_usual);
    if (size_ > line_bytes_max) {
      wrong_at(0, Wrong::json_line_too_long, {std::to_string(json_line_mib_max)});
    } else if (content.front() != '{') {
      wrong_at(0, Wrong::json_not_object);
    } else if (const auto error = read_object(draft)) {
      malformed(error);
    } else if (!closed && complaints_.size() == complaints) {
      wrong_at(size_, Wrong::json_malformed);
    }
    if (complaints_.size() == complaints) take_(std::move(draft), line.text);
  }

 private:
  // A part of a text in NFC is in NFC; what was written in escapes need not be. White space begins and ends as such
  // whether composed or not, so that what is trimmed first need not be copied twice.
  std::string clean(std::string_view text) const {
    return escapes_ ? to_nfc(trimmed(text)) : std::string(trimmed(text));
  }

  simdjson::error_code read_object(Draft& draft) {
    ondemand::document document;
    if (const auto error = parser_.iterate(json_.data(), json_.size(), json_room_).get(document)) return error;
    ondemand::object object;
    if (const auto error = document.get_object().get(object)) return located(error, document);
    for (auto member : object) {
      ondemand::field field;
      if (const auto error = std::move(member).get(field)) return located(error, document);
      if (const auto error = read_member(field, draft)) return located(error, document);
    }
    const char* after = nullptr;
    if (!document.current_location().get(after) && offset(after) < size_) {
      wrong_at(offset(after), Wrong::json_trailing);
    }
    return simdjson::SUCCESS;
  }

  simdjson::error_code read_member(ondemand::field& field, Draft& draft) {
    // The name is unescaped into room that the next string reuses, so it is copied at once.
    std::string_view raw_name;
    auto value = field.value();
    const auto at = offset(value.raw_json_token().data());
    if (const auto error = field.unescaped_key().get(raw_name)) return error;
    Given given{clean(raw_name), {}, false, next_place(at)};
    const bool repeated = std::any_of(draft.given.begin(), draft.given.end(),
                                      [&](const Given& earlier) { return earlier.name == given.name; });
    if (repeated) wrong_at(at, Wrong::json_repeated, {given.name});

    ondemand::json_type type;
    if (const auto error = value.type().get(type)) return error;
    switch (type) {
      case ondemand::json_type::null: {
        bool is_null = false;
        const auto error = value.is_null().get(is_null);
        return error || is_null ? error : simdjson::N_ATOM_ERROR;
      }
      case ondemand::json_type::object:
        wrong_at(at, Wrong::json_nested, {given.name});
        return simdjson::SUCCESS;
      case ondemand::json_type::array:
        if (const auto error = read_list(value, given)) return error;
        break;
      case ondemand::json_type::string:
      case ondemand::json_type::number:
      case ondemand::json_type::boolean:
        if (const auto error = read_scalar(value, type, given)) return error;
        break;
    }
    if (given.name == "do" && !given.list) {
      if (const auto command = command_named(given.values.front())) given.values.front() = *command;
    }
    const bool refusal = given.name == refusal_header(Language::zh) || given.name == refusal_header(Language::en);
    if (!refusal) draft.given.push_back(std::move(given));
    return simdjson::SUCCESS;
  }

  simdjson::error_code read_list(ondemand::value& value, Given& given) {
    given.list = true;
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) return error;
    for (auto element : array) {
      ondemand::value member;
      if (const auto error = std::move(element).get(member)) return error;
      ondemand::json_type type;
      if (const auto error = member.type().get(type)) return error;
      if (type != ondemand::json_type::string && type != ondemand::json_type::number) {
        wrong_at(offset(member.raw_json_token().data()), Wrong::json_list_member, {given.name});
        continue;
      }
      if (const auto error = read_scalar(member, type, given)) return error;
    }
    return simdjson::SUCCESS;
  }

  // A text, number or boolean. The token of a number is kept, and read once to see that it is one.
  simdjson::error_code read_scalar(ondemand::value& value, ondemand::json_type type, Given& given) {
    if (type == ondemand::json_type::string) {
      std::string_view text;
      if (const auto error = value.get_string().get(text)) return error;
      given.values.push_back(clean(text));
      return simdjson::SUCCESS;
    }
    given.values.emplace_back(trimmed(value.raw_json_token()));
    double number = 0;
    bool truth = false;
    return type == ondemand::json_type::number ? value.get_double().get(number) : value.get_bool().get(truth);
  }

  // Remembers where an error came up; the document is needed for that and lives no longer.
  simdjson::error_code located(simdjson::error_code error, ondemand::document& document) {
    const char* at = nullptr;
    error_at_ = document.current_location().get(at) ? size_ : offset(at);
    return error;
  }

  void malformed(simdjson::error_code error) {
    const auto line = json_.substr(0, size_);
    const auto strings = strings_of(line);
    if (strings.open < line.size()) return wrong_at(strings.open, Wrong::json_string_open);
    if (error == simdjson::UNESCAPED_CHARS) error_at_ = strings.control;
    wrong_at(error_at_, Wrong::json_malformed);
  }

  std::size_t offset(const char* at) const { return std::min(static_cast<std::size_t>(at - json_.data()), size_); }

  Place place(std::size_t at) const { return {line_, before_ + count_points(json_.substr(0, at)) + 1}; }

  // The same for places that come in their order: counting goes on from the one before. A line whose members are read
  // is UTF-8.
  Place next_place(std::size_t at) {
    if (at < counted_to_) counted_ = counted_to_ = 0;
    counted_ += count_points_of_valid(json_.substr(counted_to_, at - counted_to_));
    counted_to_ = at;
    return {line_, before_ + counted_ + 1};
  }

  void wrong_at(std::size_t at, Wrong wrong, std::initializer_list<std::string_view> details = {}) {
    const auto cell = json_.substr(0, size_).substr(at);
    complaints_.push_back(complain(language_, wrong, place(at), cell, details));
  }

  Language language_;
  Take take_;
  std::vector<Complaint>& complaints_;
  ondemand::parser parser_;
  std::string padded_;         // a line that needs it
  std::string_view json_;      // what is parsed: the line, perhaps with a brace added
  std::size_t json_room_ = 0;  // bytes from its beginning on that may be read
  std::size_t size_ = 0;       // of the line
  std::size_t line_ = 0;
  bool escapes_ = false;                      // whether anything in the line is written in escapes
  std::size_t before_ = 0;                    // characters of white space before the object
  std::size_t counted_ = 0, counted_to_ = 0;  // characters up to the last place
  std::size_t error_at_ = 0;                  // where the line broke; its end while that is not known
};

JsonLines::JsonLines(Language language, Take take, std::vector<Complaint>& complaints, std::size_t lines)
    : reader_(std::make_unique<LineReader>(language, std::move(take), complaints)), lines_(lines) {}
JsonLines::~JsonLines() = default;

void JsonLines::read(std::string_view piece) {
  const auto before = lines_;
  LineScan lines(piece);
  while (auto line = lines.next()) {
    line->number += before;
    lines_ = line->number;
    const auto* end = line->text.data() + line->text.size();
    reader_->read(*line, static_cast<std::size_t>(piece.data() + piece.size() - end));
  }
}

std::string source_of(std::string_view line) { return std::string(first_points(trimmed(line), source_points_max)); }

Reading read_json_lines(std::string_view text, Language language) {
  Reading reading;
  JsonLines lines(
      language,
      [&](Draft&& draft, std::string_view line) {
        draft.source = source_of(line);
        reading.drafts.push_back(std::move(draft));
      },
      reading.complaints);
  lines.read(text);
  return reading;
}

}  // namespace ducha::tools
