#include "tools/commands/asking.h"

#include <charconv>

#include "tools/import/nearest.h"

namespace ducha::tools {

Day day_named(const Context& context, const std::string& option, const std::string& text, Day otherwise) {
  if (text.empty()) return otherwise;
  if (const auto day = parse_day(text)) return *day;
  throw Misread{
      option + " " + text +
      std::string(context.say(":应为真实存在的日期,写作 2022-06-30", ": write a day that exists, as 2022-06-30"))};
}

std::optional<Seq> known_at(const Context& context, const store::Log& log, const std::string& text) {
  if (text.empty()) return {};
  Seq seq = 0;
  const auto* end = text.data() + text.size();
  if (const auto [stop, error] = std::from_chars(text.data(), end, seq); error == std::errc{} && stop == end) {
    const auto last = log.head().size - 1;
    if (seq <= last) return seq;
    throw Misread{"--known-at " + text + std::string(context.say(":台账只记到第 ", ": the last entry is ")) +
                  std::to_string(last) + std::string(context.say(" 条", ""))};
  }
  if (const auto instant = parse_instant(text)) {
    if (const auto last = projections::last_recorded_at(log, *instant)) return last;
    throw Misread{"--known-at " + text +
                  std::string(context.say(":那时台账尚未建立", ": the ledger was not there yet"))};
  }
  throw Misread{"--known-at " + text +
                std::string(context.say(":应为序号,或 2022-07-01T09:00:00+08:00 这样的时间",
                                        ": write a sequence number, or a time as 2022-07-01T09:00:00+08:00"))};
}

std::string unit_code(const Context& context, const domain::Office& office, const std::string& name) {
  if (name.empty()) return {};
  if (const auto* unit = office.unit(name)) return unit->code;
  const auto said = say({domain::Refusal::unit_unknown, name, nearest(name, office.names())}, context.language);
  throw Misread{said.wrong + std::string(context.say("。", ". ")) + said.remedy};
}

std::optional<domain::Limit> limit(const Context& context, const std::string& option, const std::string& text,
                                   Dated dated) {
  if (text.empty()) return {};
  const auto limit = domain::parse_limit(text);
  if (limit && (dated == Dated::may_be || limit->kind != domain::Limit::Kind::date)) return limit;
  throw Misread{option + " " + text + std::string(context.say(":应为 3wd 或 7d", ": write 3wd or 7d"))};
}

}  // namespace ducha::tools
