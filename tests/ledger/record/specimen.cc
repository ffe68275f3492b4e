#include "tests/ledger/record/specimen.h"

#include <deque>

namespace ducha::record {
namespace {

// One value each, told by the place of the member in its fact, so that members that change places are noticed.
struct Filler {
  static std::string_view keep(std::string text) {
    static std::deque<std::string> kept;
    return kept.emplace_back(std::move(text));
  }
  std::int32_t place = 0;
  std::string_view fact;

  void operator()(std::string_view name, std::string_view& value) {
    value = keep("值" + std::to_string(++place) + " " + std::string(name));
  }
  void operator()(std::string_view, Day& value) { value = Day{19000 + ++place}; }
  void operator()(std::string_view, std::optional<Day>& value) { value = Day{19000 + ++place}; }
  void operator()(std::string_view, bool& value) {
    ++place;
    value = true;
  }
  template <class Number>
  requires std::is_integral_v<Number>
  void operator()(std::string_view, Number& value) { value = static_cast<Number>(40 + ++place); }
  template <class Word>
  requires std::is_enum_v<Word>
  void operator()(std::string_view, Word& value) {
    ++place;
    value = static_cast<Word>(domain::names_of<Word>.size() - 1);
  }
};

template <class Number>
requires std::is_integral_v<Number> std::string said(Number value) {
  return value == 0 ? std::string() : std::to_string(value);
}
template <class Word>
requires std::is_enum_v<Word> std::string said(Word value) {
  return value == Word{} ? std::string() : std::string(domain::name_of(value));
}
std::string said(std::string_view value) { return std::string(value); }
std::string said(Day value) { return value == Day{} ? std::string() : to_string(value); }
std::string said(std::optional<Day> value) { return value ? to_string(*value) : std::string(); }
std::string said(const Digest& value) { return value == Digest{} ? std::string() : to_hex(value); }

Digest digest(unsigned char first) {
  Digest digest;
  for (auto& byte : digest.bytes) byte = static_cast<std::remove_reference_t<decltype(byte)>>(first++);
  return digest;
}

Envelope full_envelope(Seq seq) {
  Envelope envelope;
  envelope.seq = seq;
  envelope.recorded_at = 1'642'000'000'123;
  envelope.on = Day{18999};
  envelope.stream = 7;
  envelope.version = 3;
  envelope.command = "命令-1";
  envelope.parts = 2;
  envelope.request = digest(1);
  envelope.actor = "区政府督查室";
  envelope.note = "附注";
  envelope.origin = {digest(100), "一季度.csv", 12, {}};
  return envelope;
}

Envelope bare_envelope(Seq seq) {
  Envelope envelope;
  envelope.seq = seq;
  envelope.recorded_at = 1;
  envelope.on = Day{1};
  envelope.command = "c";
  envelope.part = 1;
  envelope.parts = 2;
  return envelope;
}

}  // namespace

std::string told(const Entry& entry) {
  std::string line;
  const auto say = [&](std::string_view name, const auto& value) {
    const auto text = said(value);
    if (!text.empty()) line += (line.empty() ? "" : "; ") + std::string(name) + "=" + text;
  };
  const auto& envelope = entry.envelope;
  say("seq", envelope.seq);
  say("recordedAt", envelope.recorded_at);
  say("on", envelope.on);
  say("stream", envelope.stream);
  say("version", envelope.version);
  say("command", envelope.command);
  say("part", envelope.part);
  say("parts", envelope.parts);
  say("request", envelope.request);
  say("actor", envelope.actor);
  say("note", envelope.note);
  say("originFile", envelope.origin.file);
  say("originName", envelope.origin.name);
  say("originRow", envelope.origin.row);
  say("originSheet", envelope.origin.sheet);
  std::visit(
      [&]<class Fact>(const Fact& fact) {
        line += "; " + std::string(Fact::name) + ":";
        each_field<Fact>([&](const auto& field) { say(field.name, fact.*field.member); });
      },
      entry.fact);
  return line;
}

std::vector<std::pair<std::string, Entry>> specimens() {
  std::vector<std::pair<std::string, Entry>> all;
  each_fact([&]<class Fact>() {
    Fact full;
    Filler fill{0, Fact::name};
    each_field<Fact>([&](const auto& field) { fill(field.name, full.*field.member); });
    all.push_back({std::string(Fact::name), {full_envelope(all.size()), full}});
    all.push_back({std::string(Fact::name) + " bare", {bare_envelope(all.size()), Fact{}}});
  });
  return all;
}

}  // namespace ducha::record
