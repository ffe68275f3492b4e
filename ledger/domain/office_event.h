// Facts of the office: what this ledger is, its units, groups, posts and decisions.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

#include "ledger/base/day.h"
#include "ledger/domain/field.h"
#include "ledger/domain/words.h"

namespace ducha::domain {

// The first entry: what this ledger is.
struct LedgerStarted {
  std::uint32_t edition = 0;   // of the entries' format
  std::string_view algorithm;  // of every digest: sha256
  std::string_view office;     // the name printed on reports
  DUCHA_FACT(LedgerStarted, "ledgerStarted"){DUCHA_FIELD("edition", edition, Edition),
                                             DUCHA_FIELD("algorithm", algorithm, Algorithm),
                                             DUCHA_FIELD("office", office, Office)};
};

// One year's working-day calendar, with its whole content.
struct CalendarAdopted {
  std::uint32_t year = 0;
  std::string_view edition;
  std::string_view source;
  std::string_view days;  // lines of date,kind,name
  DUCHA_FACT(CalendarAdopted, "calendarAdopted"){
      DUCHA_FIELD("year", year, Year), DUCHA_FIELD("edition", edition, Edition), DUCHA_FIELD("source", source, Source),
      DUCHA_FIELD("days", days, Days)};
};

// The rule set by which limits are counted and scores are given.
struct RulesAdopted {
  std::string_view edition;
  std::string_view source;
  std::string_view content;
  DUCHA_FACT(RulesAdopted, "rulesAdopted"){DUCHA_FIELD("edition", edition, Edition),
                                           DUCHA_FIELD("source", source, Source),
                                           DUCHA_FIELD("content", content, Content)};
};

// 单位.
struct UnitRegistered {
  std::string_view unit;
  std::string_view title;
  UnitKind kind = UnitKind::department;
  std::string_view head;  // a post, first responsible (Art. 20)
  DUCHA_FACT(UnitRegistered, "unitRegistered"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("title", title, Title),
                                               DUCHA_FIELD("kind", kind, Kind), DUCHA_FIELD("head", head, Head)};
};

struct UnitAliased {
  std::string_view unit;
  std::string_view alias;
  DUCHA_FACT(UnitAliased, "unitAliased"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("alias", alias, Alias)};
};

// A group (各街道) as defined from a day on; its members follow, one fact each.
struct GroupDefined {
  std::string_view group;
  DUCHA_FACT(GroupDefined, "groupDefined"){DUCHA_FIELD("group", group, Group)};
};

struct GroupMemberNamed {
  std::string_view group;
  std::string_view member;  // a unit's code, or a group's name
  DUCHA_FACT(GroupMemberNamed, "groupMemberNamed"){DUCHA_FIELD("group", group, Group),
                                                   DUCHA_FIELD("member", member, Member)};
};

// 决策.
struct DecisionMade {
  std::string_view decision;  // its number
  std::string_view title;
  Source source = Source::document;
  std::string_view session;
  std::string_view item;
  std::string_view document;
  bool major = false;
  std::string_view procedure;  // the steps taken (Art. 16), one space between
  std::string_view chair;
  DUCHA_FACT(DecisionMade, "decisionMade"){DUCHA_FIELD("decision", decision, Decision),
                                           DUCHA_FIELD("title", title, Title),
                                           DUCHA_FIELD("source", source, Source),
                                           DUCHA_FIELD("session", session, Session),
                                           DUCHA_FIELD("item", item, Item),
                                           DUCHA_FIELD("document", document, Document),
                                           DUCHA_FIELD("major", major, Major),
                                           DUCHA_FIELD("procedure", procedure, Procedure),
                                           DUCHA_FIELD("chair", chair, Chair)};
};

// 更名: the unit's name from that day on; reports of earlier days keep the old one.
struct UnitRenamed {
  std::string_view unit;
  std::string_view title;
  DUCHA_FACT(UnitRenamed, "unitRenamed"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("title", title, Title)};
};

// 合并: the unit is part of another from that day on. Stands with the office, and on every docket where the
// unit held a role, for what it still owed there moves with it.
struct UnitMerged {
  std::string_view unit;
  std::string_view into;
  DUCHA_FACT(UnitMerged, "unitMerged"){DUCHA_FIELD("unit", unit, Unit), DUCHA_FIELD("into", into, Into)};
};

// 撤销: takes no role from that day on; what it owes it goes on owing.
struct UnitRetired {
  std::string_view unit;
  DUCHA_FACT(UnitRetired, "unitRetired"){DUCHA_FIELD("unit", unit, Unit)};
};

// 分管 (Art. 7): a post's portfolio from that day on; its units follow, one fact each.
struct PortfolioSet {
  std::string_view post;
  DUCHA_FACT(PortfolioSet, "portfolioSet"){DUCHA_FIELD("post", post, Post)};
};

struct PortfolioUnitNamed {
  std::string_view post;
  std::string_view unit;
  DUCHA_FACT(PortfolioUnitNamed, "portfolioUnitNamed"){DUCHA_FIELD("post", post, Post),
                                                       DUCHA_FIELD("unit", unit, Unit)};
};

// 代为负责 (Arts. 7, 62): who stands in for a post, to the end of `until`.
struct ActingSet {
  std::string_view post;
  std::string_view acting;
  std::optional<Day> until;
  DUCHA_FACT(ActingSet, "actingSet"){DUCHA_FIELD("post", post, Post), DUCHA_FIELD("acting", acting, Acting),
                                     DUCHA_FIELD("until", until, Until)};
};

// 公开 (Art. 28).
struct DecisionPublished {
  std::string_view decision;
  std::string_view channel;
  DUCHA_FACT(DecisionPublished, "decisionPublished"){DUCHA_FIELD("decision", decision, Decision),
                                                     DUCHA_FIELD("channel", channel, Channel)};
};

}  // namespace ducha::domain
