// Every command of the program: one file each beside this one, and one line in options.cc.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/context.h"

namespace ducha::store {
class Log;
}

namespace ducha::tools {

struct InitOptions {
  std::string office = "区政府督查室";
  std::string digest = "sha256";  // or sm3
};
Exit init(const Context& context, const InitOptions& options);

struct ImportOptions {
  std::vector<std::string> files;
  std::string as;  // events, register, plan; empty: by content
  bool dry_run = false;
  std::string encoding;
  std::string on;      // of a plan: the day it was published
  std::string due;     // of a plan: the due day of every item
  std::string prefix;  // of a plan: docket numbers are prefix-1, prefix-2, …
  bool register_units = false;
  bool json = false;
  std::string sheet;     // of a workbook, by name or number
  std::string on_error;  // stop, skip; empty: stop
  std::string rejects;   // where refused rows go
  std::string blank;     // events, register: write an empty file of that kind instead
  std::string output;    // where to; empty: standard output, as CSV
};
Exit import(const Context& context, const ImportOptions& options);
// 台账, one file of it. In part: rows were left out, as was asked.
enum class Taken : std::uint8_t { whole, in_part, not_at_all };
Taken import_register(const Context& context, const ImportOptions& options, const std::string& file, store::Log& log);

// An empty file with headers and an example, to be filled in and imported.
Exit import_template(const Context& context, const ImportOptions& options);

struct RecordOptions {
  std::string verb;
  std::vector<std::string> words;  // key=value
  std::string batch;               // of correct: take back this batch instead of one command
  bool dry_run = false;
};
Exit record(const Context& context, const RecordOptions& options);

Exit correct_batch(const Context& context, const RecordOptions& options);

struct BatchesOptions {
  std::string format;  // text, json
};
Exit batches(const Context& context, const BatchesOptions& options);

// What every report is asked with.
struct ReportOptions {
  std::string name;  // history, or one of report_kinds.h
  std::string docket, decision;
  std::string on, known_at, unit, leader, within, from, to;
  std::string by;        // of standing: leader, source, category; empty: unit
  std::string over;      // of ageing: more than so many days; empty: a year
  std::string days;      // of late-entries: later than so many days; empty: 3wd
  std::string rules;     // of standing and score: a file with other rules
  bool explain = false;  // of score: every point
  std::string format;    // text, json, csv, xlsx, html, md; empty: by the ending of `output`, else text
  std::string output;
  std::string encoding;  // of export: utf-8, gb18030
};
Exit report(const Context& context, const ReportOptions& options);

// A document to print.
struct PrintOptions {
  std::string name;  // notice, urge, bulletin, dossier
  std::string docket, unit;
  std::string colour;    // of notice: the 督办单 of that colour instead of the assignment
  std::string within;    // of urge: also what falls due within
  std::string from, to;  // of bulletin
  std::string number, urgency, contact;
  std::string on, known_at;
  std::string output;  // HTML, or PDF when it ends so
  bool pdf = false;
};
Exit print(const Context& context, const PrintOptions& options);

struct KeyOptions {
  std::string name;
  bool witness = false;  // a witness's key instead of the ledger's own
  bool sm2 = false;      // of a witness: SM2 instead of Ed25519
  std::string output;    // of a witness: where the secret goes
  std::string key;       // `name+hash+key`, to be trusted
};
Exit key_new(const Context& context, const KeyOptions& options);
Exit key_show(const Context& context);
Exit key_trust(const Context& context, const KeyOptions& options);

struct ProofOptions {
  std::string entry, command, docket;  // what to prove
  std::string since;                   // file of an older checkpoint
  std::string check;                   // file of a proof to check
  std::string checkpoint;              // file of a checkpoint the reader trusts
  std::vector<std::string> keys;       // further keys to trust
  std::string file;                    // of witness: the checkpoint, or the proof around it
  std::string key;                     // of witness sign: file of the witness's key
  std::string output;
};
Exit checkpoint(const Context& context, const ProofOptions& options);
Exit prove(const Context& context, const ProofOptions& options);
Exit prove_check(const Context& context, const ProofOptions& options);
Exit witness_sign(const Context& context, const ProofOptions& options);
Exit witness_add(const Context& context, const ProofOptions& options);

struct CalendarOptions {
  std::string file, source;  // import
  std::string year;          // import, show
  std::string docket;        // move
  std::string from, limit;   // explain
  bool dry_run = false;
  std::string format;  // text, json
};
Exit calendar_import(const Context& context, const CalendarOptions& options);
Exit calendar_move(const Context& context, const CalendarOptions& options);
Exit calendar_show(const Context& context, const CalendarOptions& options);
Exit calendar_explain(const Context& context, const CalendarOptions& options);

struct RulesOptions {
  std::string file, source;  // import, diff
  std::string on;            // diff: in whose year the scores are compared; today when left out
  bool dry_run = false;
  std::string format;  // text, json; show also toml
};
Exit rules_show(const Context& context, const RulesOptions& options);
Exit rules_import(const Context& context, const RulesOptions& options);
Exit rules_diff(const Context& context, const RulesOptions& options);

Exit log(const Context& context, const ReportOptions& options);
Exit export_ledger(const Context& context, const ReportOptions& options);
Exit rebuild(const Context& context);
Exit stats(const Context& context);

}  // namespace ducha::tools
