// The tables the peer keeps and the questions it is asked, in SQL.
//
// A careful hand would write these: rows are clustered by docket, everything that can be indexed after the load
// is, and each question is one statement. Days are numbers, as in the ledger.

#pragma once

namespace ducha::bench {

inline constexpr const char* pragmas = R"(
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -262144;
PRAGMA mmap_size = 1073741824;
PRAGMA temp_store = MEMORY;
PRAGMA wal_autocheckpoint = 8000;
)";

inline constexpr const char* event_tables = R"(
CREATE TABLE events (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, docket INTEGER, day INTEGER NOT NULL,
                     verb TEXT NOT NULL, body TEXT NOT NULL);
)";
inline constexpr const char* event_indexes = R"(
CREATE UNIQUE INDEX events_id ON events (id);
CREATE INDEX events_docket ON events (docket, day);
)";

inline constexpr const char* derived_tables = R"(
CREATE TABLE names (name TEXT NOT NULL, unit TEXT NOT NULL);
CREATE TABLE dockets (docket INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT, leader TEXT, parent TEXT,
                      due INTEGER, asked_on INTEGER, asked_to INTEGER, cadence TEXT, finished INTEGER, closed INTEGER,
                      result TEXT, returns INTEGER NOT NULL DEFAULT 0);
CREATE TABLE roles (docket INTEGER NOT NULL, unit TEXT NOT NULL, since INTEGER NOT NULL, led INTEGER NOT NULL,
                    until INTEGER, due INTEGER, first INTEGER, done INTEGER, accept_by INTEGER, accepted INTEGER,
                    part_by INTEGER, part_done INTEGER, PRIMARY KEY (docket, unit, since, led)) WITHOUT ROWID;
CREATE TABLE feedback (docket INTEGER NOT NULL, unit TEXT NOT NULL, day INTEGER NOT NULL, progress INTEGER);
CREATE TABLE happenings (docket INTEGER NOT NULL, unit TEXT NOT NULL, led INTEGER NOT NULL, kind TEXT NOT NULL,
                         day INTEGER NOT NULL);
CREATE TABLE cadence_days (cadence TEXT NOT NULL, day INTEGER NOT NULL, previous INTEGER NOT NULL,
                           next INTEGER NOT NULL, PRIMARY KEY (cadence, day)) WITHOUT ROWID;
)";
inline constexpr const char* derived_indexes = R"(
CREATE UNIQUE INDEX dockets_code ON dockets (code);
CREATE UNIQUE INDEX names_name ON names (name);
CREATE INDEX feedback_docket ON feedback (docket, unit, day);
CREATE INDEX happenings_day ON happenings (day);
CREATE INDEX happenings_docket ON happenings (docket, unit, kind);
)";
inline constexpr const char* drop_derived = R"(
DROP TABLE names; DROP TABLE dockets; DROP TABLE roles; DROP TABLE feedback; DROP TABLE happenings;
DROP TABLE cadence_days;
)";

// Every duty, one row each: ?1 is the first feedback day of interest, ?2 the last.
#define DUCHA_BENCH_DUTIES                                                                                \
  "WITH duties (docket, unit, led, kind, due, first, done, over) AS MATERIALIZED ("                       \
  " SELECT docket, unit, led, 'completion', due, first, done, until FROM roles WHERE due IS NOT NULL"     \
  " UNION ALL SELECT r.docket, unit, led, 'acceptance', accept_by, accept_by, accepted,"                  \
  "   coalesce(r.until, d.finished) FROM roles r JOIN dockets d USING (docket)"                           \
  " UNION ALL SELECT r.docket, unit, led, 'part', part_by, part_by, part_done,"                           \
  "   coalesce(r.until, d.finished) FROM roles r JOIN dockets d USING (docket) WHERE part_by IS NOT NULL" \
  " UNION ALL SELECT r.docket, r.unit, led, 'feedback', c.day, c.day,"                                    \
  "   (SELECT min(f.day) FROM feedback f WHERE f.docket = r.docket AND f.unit = r.unit"                   \
  "     AND f.day > c.previous AND f.day < c.next), coalesce(r.until, d.finished)"                        \
  "   FROM roles r JOIN dockets d USING (docket) JOIN cadence_days c ON c.cadence = d.cadence"            \
  "     AND c.day BETWEEN ?1 AND ?2 AND c.day > r.since"                                                  \
  "     AND (r.until IS NULL OR c.day < r.until) AND (d.finished IS NULL OR c.day < d.finished)) "

// ?3 is the day of asking.
inline constexpr const char* overdue_query = DUCHA_BENCH_DUTIES
    "SELECT d.code, d.title, q.kind, q.unit, q.led, q.due, q.first, ?3 - q.due AS days, d.leader,"
    "  (SELECT count(*) FROM happenings h WHERE h.docket = q.docket AND h.unit = q.unit AND h.kind = 'urge')"
    " FROM duties q JOIN dockets d USING (docket)"
    " WHERE q.done IS NULL AND q.over IS NULL AND q.due < ?3 AND NOT (q.kind = 'completion' AND d.closed IS NOT NULL)"
    " ORDER BY days DESC, d.code, q.unit, q.kind";

inline constexpr const char* standing_query = DUCHA_BENCH_DUTIES
    "SELECT unit, led, sum(done <= due), sum(done > due), sum(done IS NULL AND over > due),"
    "  sum(done IS NULL AND over IS NULL AND due < ?3), sum(done IS NULL AND over IS NULL AND due >= ?3), NULL, NULL"
    " FROM duties WHERE due BETWEEN ?1 AND ?2 GROUP BY unit, led"
    " UNION ALL SELECT unit, led, NULL, NULL, NULL, NULL, NULL, kind, count(*) FROM happenings"
    " WHERE day BETWEEN ?1 AND ?2 GROUP BY unit, led, kind ORDER BY 1, 2 DESC";

inline constexpr const char* history_query =
    "SELECT e.seq, e.day, e.verb, e.id, e.body FROM events e JOIN dockets d USING (docket)"
    " WHERE d.code = ?1 ORDER BY e.day, e.seq";

}  // namespace ducha::bench
