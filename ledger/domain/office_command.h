// What may be asked of the office: its units, groups, posts, decisions, calendars and rules.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "ledger/base/day.h"
#include "ledger/domain/cadence.h"
#include "ledger/domain/deadline.h"
#include "ledger/domain/part.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

struct RegisterUnit {
  std::string unit, name;
  std::optional<UnitKind> kind;
  Names aliases;
  std::string head;
  static constexpr std::string_view verb = "register-unit";
  static constexpr std::tuple parts{
      Part{"unit", &RegisterUnit::unit, Need::must}, Part{"name", &RegisterUnit::name, Need::must},
      Part{"kind", &RegisterUnit::kind, Need::may}, Part{"aliases", &RegisterUnit::aliases, Need::may},
      Part{"head", &RegisterUnit::head, Need::may}};
};

struct DefineGroup {
  std::string name;
  Names members;
  static constexpr std::string_view verb = "define-group";
  static constexpr std::tuple parts{Part{"name", &DefineGroup::name, Need::must},
                                    Part{"members", &DefineGroup::members, Need::must}};
};

struct Decide {
  std::string decision, title;
  std::optional<Source> source;
  std::string session, item, document;
  bool major = false;
  std::vector<ProcedureStep> procedure;
  std::string chair;
  static constexpr std::string_view verb = "decide";
  static constexpr std::tuple parts{
      Part{"decision", &Decide::decision, Need::must}, Part{"title", &Decide::title, Need::may},
      Part{"source", &Decide::source, Need::may},      Part{"session", &Decide::session, Need::may},
      Part{"item", &Decide::item, Need::may},          Part{"document", &Decide::document, Need::may},
      Part{"major", &Decide::major, Need::may},        Part{"procedure", &Decide::procedure, Need::may},
      Part{"chair", &Decide::chair, Need::may}};
};

struct RenameUnit {
  std::string unit, name;
  static constexpr std::string_view verb = "rename-unit";
  static constexpr std::tuple parts{Part{"unit", &RenameUnit::unit, Need::must},
                                    Part{"name", &RenameUnit::name, Need::must}};
};

struct MergeUnit {
  std::string unit, into;
  static constexpr std::string_view verb = "merge-unit";
  static constexpr std::tuple parts{Part{"unit", &MergeUnit::unit, Need::must},
                                    Part{"into", &MergeUnit::into, Need::must}};
};

struct RetireUnit {
  std::string unit;
  static constexpr std::string_view verb = "retire-unit";
  static constexpr std::tuple parts{Part{"unit", &RetireUnit::unit, Need::must}};
};

struct SetPortfolio {
  std::string post;
  Names units;
  static constexpr std::string_view verb = "set-portfolio";
  static constexpr std::tuple parts{Part{"post", &SetPortfolio::post, Need::must},
                                    Part{"units", &SetPortfolio::units, Need::must}};
};

struct SetActing {
  std::string post, acting;
  std::optional<Day> until;
  static constexpr std::string_view verb = "set-acting";
  static constexpr std::tuple parts{Part{"post", &SetActing::post, Need::must},
                                    Part{"acting", &SetActing::acting, Need::must},
                                    Part{"until", &SetActing::until, Need::may}};
};

struct Publish {
  std::string decision, channel;
  static constexpr std::string_view verb = "publish";
  static constexpr std::tuple parts{Part{"decision", &Publish::decision, Need::must},
                                    Part{"channel", &Publish::channel, Need::may}};
};

// A year's working days, as `calendar import` puts them: lines of date,kind,name.
struct AdoptCalendar {
  int year = 0;
  std::string edition, source, days;
  static constexpr std::string_view verb = "adopt-calendar";
  static constexpr std::tuple parts{
      Part{"year", &AdoptCalendar::year, Need::must}, Part{"edition", &AdoptCalendar::edition, Need::must},
      Part{"source", &AdoptCalendar::source, Need::may}, Part{"days", &AdoptCalendar::days, Need::must}};
};

// A rule set, as `rules import` puts it.
struct AdoptRules {
  std::string edition, source, content;
  static constexpr std::string_view verb = "adopt-rules";
  static constexpr std::tuple parts{Part{"edition", &AdoptRules::edition, Need::must},
                                    Part{"source", &AdoptRules::source, Need::may},
                                    Part{"content", &AdoptRules::content, Need::must}};
};

}  // namespace ducha::domain
