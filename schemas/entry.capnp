# What the log holds: an envelope and one fact. Stored as one canonical single-segment message without a
# segment table; what is stored is what is hashed.
#
# The law by which this may change is in README.md: members are added at the end with the next number,
# retired ones keep their number under the name obsoleteN, and nothing stored is ever rewritten.

@0xcff5f354020a2aaa;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("ducha::schema");

struct Entry {
  seq @0 :UInt64;
  recordedAt @1 :Int64;
  # Milliseconds since 1970-01-01T00:00:00Z.
  on @2 :Int32;
  # The day it happened: days since 1970-01-01. Days are stored so throughout; where one may be missing, 0
  # is "none", and the least number there is the first of January 1970.
  stream @3 :UInt32;
  version @4 :UInt32;
  command @5 :Text;
  part @6 :UInt16;
  parts @7 :UInt16;
  request @8 :Data;
  # Digest of the command's content as given; on part 0 only, as are note and origin.
  actor @9 :Text;
  note @10 :Text;
  originFile @11 :Data;
  originName @12 :Text;
  originRow @13 :UInt32;

  union {
    ledgerStarted @14 :LedgerStarted;
    calendarAdopted @15 :CalendarAdopted;
    rulesAdopted @16 :RulesAdopted;
    unitRegistered @17 :UnitRegistered;
    unitAliased @18 :UnitAliased;
    groupDefined @19 :GroupDefined;
    groupMemberNamed @20 :GroupMemberNamed;
    decisionMade @21 :DecisionMade;
    docketOpened @22 :DocketOpened;
    docketAssigned @23 :DocketAssigned;
    docketReassigned @24 :DocketReassigned;
    unitAssigned @25 :UnitAssigned;
    vagueUnitNamed @26 :VagueUnitNamed;
    unitRemoved @27 :UnitRemoved;
    roleAccepted @28 :RoleAccepted;
    roleObjected @29 :RoleObjected;
    objectionSettled @30 :ObjectionSettled;
    feedbackGiven @31 :FeedbackGiven;
    partContributed @32 :PartContributed;
    unitUrged @33 :UnitUrged;
    extensionRequested @34 :ExtensionRequested;
    extensionGranted @35 :ExtensionGranted;
    extensionDenied @36 :ExtensionDenied;
    completionReported @37 :CompletionReported;
    completionReturned @38 :CompletionReturned;
    docketClosed @39 :DocketClosed;
    commandCorrected @40 :CommandCorrected;
    unitRenamed @41 :UnitRenamed;
    unitMerged @42 :UnitMerged;
    unitRetired @43 :UnitRetired;
    portfolioSet @44 :PortfolioSet;
    portfolioUnitNamed @45 :PortfolioUnitNamed;
    actingSet @46 :ActingSet;
    decisionPublished @47 :DecisionPublished;
    noticeIssued @48 :NoticeIssued;
    docketSuspended @49 :DocketSuspended;
    docketResumed @50 :DocketResumed;
    docketInspected @51 :DocketInspected;
    docketStruck @52 :DocketStruck;
    docketArchived @53 :DocketArchived;
    docketReopened @54 :DocketReopened;
    docketWithdrawn @55 :DocketWithdrawn;
    conclusionGiven @56 :ConclusionGiven;
    rectificationReported @57 :RectificationReported;
    conclusionContested @58 :ConclusionContested;
    contestRuled @59 :ContestRuled;
    measureTaken @60 :MeasureTaken;
    dutyExempted @61 :DutyExempted;
    dueMoved @62 :DueMoved;
  }

  originSheet @63 :Text;
  # The sheet of a workbook that originRow counts the rows of; empty when the file has no sheets.
}

# Vocabularies are stored by number, in the order the program declares them; numbers are never taken twice.
using Vocabulary = UInt16;

struct LedgerStarted { edition @0 :UInt32; algorithm @1 :Text; office @2 :Text; }
struct CalendarAdopted { year @0 :UInt32; edition @1 :Text; source @2 :Text; days @3 :Text; }
struct RulesAdopted { edition @0 :Text; source @1 :Text; content @2 :Text; }
struct UnitRegistered { unit @0 :Text; title @1 :Text; kind @2 :Vocabulary; head @3 :Text; }
struct UnitAliased { unit @0 :Text; alias @1 :Text; }
struct GroupDefined { group @0 :Text; }
struct GroupMemberNamed { group @0 :Text; member @1 :Text; }
struct DecisionMade {
  decision @0 :Text; title @1 :Text; source @2 :Vocabulary; session @3 :Text; item @4 :Text;
  document @5 :Text; major @6 :Bool; procedure @7 :Text; chair @8 :Text;
}
struct DocketOpened {
  docket @0 :Text; title @1 :Text; decision @2 :Text; category @3 :Text; kind @4 :Vocabulary;
  requirement @5 :Text; leader @6 :Text; parent @7 :Text;
}
struct DocketAssigned {
  due @0 :Int32; provisional @1 :Bool; limit @2 :Text; acceptBy @3 :Int32; acceptProvisional @4 :Bool;
  partBy @5 :Int32; partProvisional @6 :Bool; cadence @7 :Text;
  acceptLimit @8 :Text; partLimit @9 :Text;
}
struct DocketReassigned {
  leadGiven @0 :Bool; jointGiven @1 :Bool; due @2 :Int32; provisional @3 :Bool; limit @4 :Text;
  acceptBy @5 :Int32; acceptProvisional @6 :Bool; reason @7 :Text;
  acceptLimit @8 :Text;
}
struct UnitAssigned { unit @0 :Text; role @1 :Vocabulary; group @2 :Text; }
struct VagueUnitNamed { written @0 :Text; role @1 :Vocabulary; }
struct UnitRemoved { unit @0 :Text; }
struct RoleAccepted { unit @0 :Text; }
struct RoleObjected { unit @0 :Text; reason @1 :Text; }
struct ObjectionSettled { unit @0 :Text; outcome @1 :Vocabulary; }
struct FeedbackGiven {
  unit @0 :Text; progress @1 :Int32; text @2 :Text; period @3 :Int32; nothing @4 :Bool;
  light @5 :Vocabulary; cause @6 :Text; evidence @7 :Text;
}
struct PartContributed { unit @0 :Text; text @1 :Text; }
struct UnitUrged { unit @0 :Text; channel @1 :Text; }
struct ExtensionRequested { unit @0 :Text; to @1 :Int32; provisional @2 :Bool; limit @3 :Text; reason @4 :Text; }
struct ExtensionGranted {
  to @0 :Int32; provisional @1 :Bool; approver @2 :Text; byRule @3 :Bool; assessNew @4 :Bool; limit @5 :Text;
}
struct ExtensionDenied { reason @0 :Text; }
struct CompletionReported { unit @0 :Text; text @1 :Text; evidence @2 :Text; }
struct CompletionReturned { reason @0 :Text; }
struct DocketClosed { result @0 :Vocabulary; into @1 :Text; }
struct CommandCorrected { entry @0 :Text; reason @1 :Text; }
struct UnitRenamed { unit @0 :Text; title @1 :Text; }
struct UnitMerged { unit @0 :Text; into @1 :Text; }
struct UnitRetired { unit @0 :Text; }
struct PortfolioSet { post @0 :Text; }
struct PortfolioUnitNamed { post @0 :Text; unit @1 :Text; }
struct ActingSet { post @0 :Text; acting @1 :Text; until @2 :Int32; }
struct DecisionPublished { decision @0 :Text; channel @1 :Text; }
struct NoticeIssued {
  unit @0 :Text; colour @1 :Vocabulary; requirement @2 :Text; due @3 :Int32; provisional @4 :Bool; limit @5 :Text;
}
struct DocketSuspended { reason @0 :Text; approver @1 :Text; }
struct DocketResumed { reason @0 :Text; approver @1 :Text; }
struct DocketInspected { finding @0 :Vocabulary; text @1 :Text; }
struct DocketStruck { reason @0 :Text; }
struct DocketArchived { reason @0 :Text; }
struct DocketReopened { reason @0 :Text; due @1 :Int32; provisional @2 :Bool; limit @3 :Text; }
struct DocketWithdrawn { reason @0 :Text; }
struct ConclusionGiven {
  unit @0 :Text; text @1 :Text; rectifyBy @2 :Int32; rectifyProvisional @3 :Bool; limit @4 :Text;
  contestBy @5 :Int32; contestProvisional @6 :Bool;
}
struct RectificationReported { unit @0 :Text; text @1 :Text; }
struct ConclusionContested { unit @0 :Text; reason @1 :Text; }
struct ContestRuled { unit @0 :Text; ruling @1 :Vocabulary; text @2 :Text; }
struct MeasureTaken { measure @0 :Vocabulary; unit @1 :Text; text @2 :Text; approver @3 :Text; }
struct DutyExempted { unit @0 :Text; duty @1 :Vocabulary; due @2 :Int32; reason @3 :Text; approver @4 :Text; }
struct DueMoved { duty @0 :Vocabulary; from @1 :Int32; to @2 :Int32; provisional @3 :Bool; reason @4 :Text; unit @5 :Text; }
