#include "tools/import/decode.h"

#include <algorithm>
#include <charconv>

#include "tools/import/list_cell.h"
#include "tools/import/nearest.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using domain::Names;

// Of all values of a command together: far more than an office writes, far less than an entry may hold.
constexpr std::size_t command_bytes_max = 1u << 20;

// What a value should have been, in both languages.
struct Want {
  std::string_view zh, en;
};

// Fields that name a thing by its code, rather than tell something.
bool names_something(std::string_view field) {
  constexpr std::string_view naming[] = {"docket", "unit", "into", "decision", "parent", "lead", "entry"};
  return std::find(std::begin(naming), std::end(naming), field) != std::end(naming);
}

// A code typed in full width (ＱＺＪＪ, ２０２２－００１) is the same code. A name with something Chinese in it is left
// as it is: it may have been registered so.
std::string code_of(std::string_view text) {
  // Whatever has a full width begins with one of these bytes.
  if (text.find_first_of("\xEF\xE3") == std::string_view::npos) return std::string(text);
  auto narrow = half_width(text);
  const bool ascii =
      std::all_of(narrow.begin(), narrow.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
  return ascii ? narrow : std::string(text);
}

// Told by the size and the first letter, nearly always.
bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && !a.empty() && a.front() == b.front() && a == b;
}

class Reader {
 public:
  Reader(const Draft& draft, Language language, std::vector<Complaint>& complaints)
      : draft_(draft), language_(language), complaints_(complaints) {}

  // What stands there; null when nothing does.
  const Given* at(std::size_t place) const { return place < draft_.given.size() ? &draft_.given[place] : nullptr; }
  std::string text(std::size_t place) const {
    const auto* given = at(place);
    return given && !given->values.empty() ? given->values.front() : std::string();
  }
  void wrong(const Given& given, Want want) {
    complaints_.push_back({given.place, joined(given), say(given.name + " 读不懂", "cannot read " + given.name),
                           say("应为" + std::string(want.zh), "write " + std::string(want.en))});
  }
  void missing(std::string_view name) {
    complaints_.push_back({draft_.place,
                           {},
                           say("缺少 " + std::string(name), std::string(name) + " is missing"),
                           say("补上 " + std::string(name), "give " + std::string(name))});
  }
  // What no field of any command may hold. Whether there was such.
  bool unfit() {
    std::size_t bytes = 0;
    for (const auto& given : draft_.given)
      for (const auto& value : given.values) {
        bytes += value.size();
        if (bytes > command_bytes_max) {
          complaints_.push_back(
              {given.place, given.name, say("这条命令的内容超过 1 MiB", "this command holds more than 1 MiB"),
               say("附件另存，这里只写其摘要", "keep attachments elsewhere and give only their digests")});
          return true;
        }
        if (holds_control(value)) {
          complaints_.push_back({given.place, given.name,
                                 say(given.name + " 中有不可见的控制字符", given.name + " holds a control character"),
                                 say("请删去它", "take it out")});
          return true;
        }
      }
    return false;
  }
  void unknown(const Given& given, const std::vector<std::string>& known) {
    const auto near = nearest(given.name, known);
    const auto names = near.empty() ? enumerate_names(known) : enumerate_names(near);
    complaints_.push_back({given.place, given.name,
                           say("此命令没有字段“" + given.name + "”", "this command has no field “" + given.name + "”"),
                           say("可用的字段:" + names, "fields: " + names)});
  }
  void unknown_verb(const Given& given, const std::vector<std::string>& known) {
    const auto near = nearest(joined(given), known);
    const auto names = near.empty() ? enumerate_names(known) : enumerate_names(near);
    complaints_.push_back({given.place, joined(given), say("没有这个命令", "there is no such command"),
                           say("相近的命令:" + names, near.empty() ? "commands: " + names : "nearest: " + names)});
  }

  void read(const Given& given, std::string& into) {
    if (given.values.size() > 1) return wrong(given, {"一个值", "one value"});
    if (!given.values.empty())
      into = names_something(given.name) ? code_of(given.values.front()) : given.values.front();
  }
  void read(const Given& given, Names& into) {
    if (given.list) {
      for (const auto& value : given.values) into.push_back(code_of(value));
      return;
    }
    if (given.values.empty()) return;
    for (const auto& name : names_in_cell(given.values.front())) into.push_back(code_of(name));
  }
  void read(const Given& given, std::optional<Names>& into) { read(given, into.emplace()); }
  void read(const Given& given, bool& into) {
    const auto word = plain(given);
    if (word == "true" || word == "是" || word == "1")
      into = true;
    else if (word == "false" || word == "否" || word == "0")
      into = false;
    else
      wrong(given, {" true 或 false", "true or false"});
  }
  void read(const Given& given, std::optional<int>& into) {
    const auto word = plain(given);
    std::string_view digits = word;
    if (digits.ends_with('%')) digits.remove_suffix(1);
    int value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || stop != digits.data() + digits.size() || value < 0 || value > 100)
      return wrong(given, {" 0 到 100 的整数", "a whole number from 0 to 100"});
    into = value;
  }
  void read(const Given& given, Day& into) {
    if (const auto day = parse_day(plain(given)))
      into = *day;
    else
      wrong(given, {"真实存在的日期,写作 2022-06-30", "a day that exists, as 2022-06-30"});
  }
  void read(const Given& given, std::optional<Day>& into) {
    if (!plain(given).empty()) read(given, into.emplace());
  }
  void read(const Given& given, std::optional<domain::Limit>& into) {
    if (plain(given).empty()) return;
    into = domain::parse_limit(plain(given));
    if (!into)
      wrong(given, {"日期(2022-06-30)、工作日(3wd)或日(30d)", "a day (2022-06-30), working days (3wd) or days (30d)"});
  }
  void read(const Given& given, std::optional<domain::Cadence>& into) {
    if (plain(given).empty()) return;
    into = domain::parse_cadence(plain(given));
    if (!into)
      wrong(given, {" monthly:25、quarterly:20、weekly:5 或 none", "monthly:25, quarterly:20, weekly:5 or none"});
  }
  void read(const Given& given, int& into) {
    const auto word = plain(given);
    const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), into);
    if (error != std::errc{} || stop != word.data() + word.size()) wrong(given, {"整数", "a whole number"});
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void read(const Given& given, std::vector<Enum>& into) {
    Names names;
    read(given, names);
    for (auto& name : names) {
      Given one{given.name, {std::move(name)}, false, given.place};
      read(one, into.emplace_back());
    }
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void read(const Given& given, Enum& into) {
    if (const auto value = domain::named<Enum>(plain(given))) {
      into = *value;
      return;
    }
    std::string names;
    for (const auto name : domain::names_of<Enum>)
      if (!name.empty()) names += (names.empty() ? "" : ", ") + std::string(name);
    const auto zh = "其中之一:" + names, en = "one of " + names;
    wrong(given, {zh, en});
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void read(const Given& given, std::optional<Enum>& into) { read(given, into.emplace()); }

 private:
  // As numbers, days and words of a closed list are read: in half width, without any space.
  static std::string plain(const Given& given) {
    auto text = joined(given);
    const bool simple = std::all_of(text.begin(), text.end(), [](char letter) { return letter > ' '; });
    return simple ? text : without_spaces(half_width(text));
  }
  static std::string joined(const Given& given) {
    std::string text;
    for (const auto& value : given.values) text += (text.empty() ? "" : ", ") + value;
    return text;
  }
  std::string say(const std::string& zh, const std::string& en) const { return language_ == Language::zh ? zh : en; }

  const Draft& draft_;
  Language language_;
  std::vector<Complaint>& complaints_;
};

constexpr std::string_view common[] = {"do", "id", "docket", "on", "by", "note"};

template <std::size_t I = 0>
bool make_body(std::string_view verb, domain::Body& body) {
  if constexpr (I == std::variant_size_v<domain::Body>) {
    return false;
  } else {
    using Each = std::variant_alternative_t<I, domain::Body>;
    if (Each::verb != verb) return make_body<I + 1>(verb, body);
    body = Each{};
    return true;
  }
}

// Where the first of that name stands; beyond the end when there is none.
std::size_t place_of(const Draft& draft, std::string_view name) {
  const auto found = std::find_if(draft.given.begin(), draft.given.end(),
                                  [&](const Given& given) { return same_name(given.name, name); });
  return static_cast<std::size_t>(found - draft.given.begin());
}

// What the command says, whatever the order it is said in: its identity left out. `text` lends its room.
std::string_view canonical(const Draft& draft, const std::vector<std::size_t>& in_order, std::string& text) {
  text.clear();
  for (const auto place : in_order) {
    const auto& each = draft.given[place];
    text += each.name;
    for (const auto& value : each.values) (text += '\x1f') += value;
    text += '\x1e';
  }
  return text;
}

bool is_field(std::string_view name, const domain::Body& body) {
  const auto is_it = [&](std::string_view each) { return same_name(each, name); };
  if (std::any_of(std::begin(common), std::end(common), is_it)) return true;
  return std::visit(
      [&](const auto& each) {
        return std::apply([&](const auto&... part) { return (... || is_it(part.name)); }, each.parts);
      },
      body);
}

}  // namespace

std::vector<std::string> verbs() {
  std::vector<std::string> all;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (all.emplace_back(std::variant_alternative_t<I, domain::Body>::verb), ...);
  }
  (std::make_index_sequence<std::variant_size_v<domain::Body>>{});
  return all;
}

std::vector<std::string> fields_of(std::string_view verb) {
  std::vector<std::string> fields;
  domain::Body body;
  if (!make_body(verb, body)) return fields;
  std::visit(
      [&](const auto& each) {
        std::apply([&](const auto&... part) { (fields.emplace_back(part.name), ...); }, each.parts);
      },
      body);
  return fields;
}

const Decoder::Form* Decoder::form_of(const Draft& draft, std::string_view verb) {
  const auto named_alike = [](const std::string& name, const Given& given) { return same_name(name, given.name); };
  const auto found = std::find_if(forms_.begin(), forms_.end(), [&](const Form& form) {
    return same_name(form.verb, verb) &&
           std::equal(form.names.begin(), form.names.end(), draft.given.begin(), draft.given.end(), named_alike);
  });
  if (found != forms_.end()) return &*found;
  domain::Body body;
  if (!make_body(verb, body)) return nullptr;
  if (forms_.size() == forms_max) forms_.pop_back();
  auto& form = forms_.emplace_back();
  form.verb = verb;
  form.body = std::move(body);
  form.id = place_of(draft, "id");
  form.docket = place_of(draft, "docket");
  form.on = place_of(draft, "on");
  form.by = place_of(draft, "by");
  form.note = place_of(draft, "note");
  std::visit(
      [&](const auto& each) {
        std::apply([&](const auto&... part) { (form.fields.push_back(place_of(draft, part.name)), ...); }, each.parts);
      },
      form.body);
  for (std::size_t place = 0; place < draft.given.size(); ++place) {
    const auto& name = form.names.emplace_back(draft.given[place].name);
    if (!is_field(name, form.body)) form.unknown.push_back(place);
    if (name != "id") form.in_order.push_back(place);
  }
  // Should there be two of a name, the first stays the first.
  std::stable_sort(form.in_order.begin(), form.in_order.end(),
                   [&](std::size_t a, std::size_t b) { return form.names[a] < form.names[b]; });
  return &form;
}

std::optional<DecodedCommand> Decoder::decode(const Draft& draft, std::vector<Complaint>& complaints) {
  const auto before = complaints.size();
  Reader reader(draft, language_, complaints);
  DecodedCommand decoded;
  auto& command = decoded.command;
  if (reader.unfit()) return {};
  const auto verb = place_of(draft, "do");
  if (!reader.at(verb)) {
    reader.missing("do");
    return {};
  }
  const auto* form = form_of(draft, reader.text(verb));
  if (!form) {
    reader.unknown_verb(*reader.at(verb), verbs());
    return {};
  }
  command.body = form->body;
  command.id = reader.text(form->id);
  command.docket = code_of(reader.text(form->docket));
  command.by = reader.text(form->by);
  command.note = reader.text(form->note);
  if (const auto* on = reader.at(form->on))
    reader.read(*on, command.on);
  else
    reader.missing("on");
  for (const auto place : form->unknown) {
    auto known = fields_of(form->verb);
    known.insert(known.end(), std::begin(common), std::end(common));
    reader.unknown(draft.given[place], known);
  }
  std::visit(
      [&](auto& body) {
        if (domain::about<std::decay_t<decltype(body)>> == domain::About::docket && command.docket.empty())
          reader.missing("docket");
        auto field = form->fields.begin();
        const auto read = [&](const auto& part) {
          if (const auto* given = reader.at(*field++))
            reader.read(*given, body.*part.member);
          else if (part.need == domain::Need::must)
            reader.missing(part.name);
        };
        std::apply([&](const auto&... part) { (read(part), ...); }, body.parts);
      },
      command.body);
  if (complaints.size() > before) return {};
  const auto content = canonical(draft, form->in_order, content_);
  decoded.request = hasher_.of(content);
  if (command.id.empty()) {
    const auto nth = seen_[decoded.request]++;
    command.id =
        "auto-" + to_hex(hasher_.of(std::string_view(std::string(content) + '#' + std::to_string(nth)))).substr(0, 24);
  }
  return decoded;
}

}  // namespace ducha::tools
