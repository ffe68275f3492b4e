# What the views keep: one row a docket. Never authoritative; any view can be deleted and built again, so these
# forms may change with the view's revision.

@0xa184f80a7dff0d5f;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("ducha::schema");

struct DutiesRow {
  # 责任: what a docket owes, all but the day of asking.
  lastOn @0 :Int32;
  # Good for every day from this one on.
  dues @1 :List(Due);
  running @2 :List(Running);
  happenings @3 :List(Happening);
  suspended @4 :Int32;

  struct Due {
    kind @0 :UInt16;
    unit @1 :Text;
    role @2 :UInt16;
    due @3 :Int32;
    first @4 :Int32;
    done @5 :Int32;
    provisional @6 :Bool;
    fate @7 :UInt16;
  }
  struct Running {
    unit @0 :Text;
    role @1 :UInt16;
    cadence @2 :Text;
    after @3 :Int32;
    excused @4 :List(Int32);
  }
  struct Happening {
    kind @0 :UInt16;
    on @1 :Int32;
    unit @2 :Text;
    led @3 :Bool;
    ordinal @4 :UInt32;
    text @5 :Text;
  }
}

struct CardRow {
  # 台账: a docket as the register shows it.
  docket @0 :Text;
  title @1 :Text;
  decision @2 :Text;
  category @3 :Text;
  leader @4 :Text;
  requirement @5 :Text;
  parent @6 :Text;
  openedOn @7 :Int32;
  lead @8 :Text;
  joint @9 :List(Text);
  supporting @10 :List(Text);
  vague @11 :List(Text);
  due @12 :Int32;
  originalDue @13 :Int32;
  chase @14 :Int32;
  stage @15 :UInt16;
  finishedOn @16 :Int32;
  progress @17 :Int32;
  lastFeedbackOn @18 :Int32;
  returns @19 :UInt32;
  kind @20 :UInt16;
  suspended @21 :Int32;
  struck @22 :Bool;
  archived @23 :Bool;
  finding @24 :UInt16;
  # One more than the number of the word; 0 is "none".
  into @25 :Text;
  closedOn @26 :Int32;
  causes @27 :List(Cause);
  conclusions @28 :List(Conclusion);

  struct Cause {
    unit @0 :Text;
    on @1 :Int32;
    text @2 :Text;
  }
  struct Conclusion {
    unit @0 :Text;
    role @1 :UInt16;
    on @2 :Int32;
    text @3 :Text;
    rectifyBy @4 :Int32;
    rectified @5 :Int32;
    contestBy @6 :Int32;
    contested @7 :Int32;
    ruled @8 :UInt16;
    # One more than the number of the word; 0 is "none".
  }
}
