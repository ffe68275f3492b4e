#include "tools/import/batch.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <iterator>
#include <optional>
#include <utility>

#include "ledger/threads/handoff.h"
#include "tools/import/batch_file.h"
#include "tools/import/complaint_texts.h"
#include "tools/import/csv.h"
#include "tools/import/encoding.h"
#include "tools/import/event_rows.h"
#include "tools/import/json_lines.h"
#include "tools/import/pieces.h"
#include "tools/import/plan.h"
#include "tools/import/plan_drafts.h"
#include "tools/import/sniff.h"
#include "tools/import/table.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

Complaint unknown_form(Language language) {
  const bool zh = language == Language::zh;
  return {{},
          {},
          zh ? "看不出这是哪种批量文件" : "this is no batch file I know",
          zh ? "应为每行一个 JSON 对象、有“do”列的 CSV,或任务分解文本;可用 --as events|plan 指明"
             : "write one JSON object a line, CSV with a column “do”, or a plan's text; or say --as events|plan"};
}

// So many decoded pieces of a file may wait to be taken.
constexpr std::size_t pieces_ahead_max = 4;

// Decodes what is read and hands it on.
class Handing {
 public:
  Handing(Batch& batch, record::DigestAlgorithm algorithm, Language language, const Taking& taking)
      : batch_(batch), decoder_(algorithm, language), taking_(taking) {}

  Understood understand(const Draft& draft) {
    auto command = decoder_.decode(draft, batch_.complaints);
    const auto looked_up = command ? taking_.look_up(command->command.id) : LookedUp{};
    return {draft.place, std::move(command), looked_up};
  }
  void hand_over(const Understood& understood, const DraftAgain& draft_again) {
    if (further_ == Further::go_on) further_ = taking_.take(batch_, understood, draft_again);
  }
  void hand_over(const Draft& draft) {
    hand_over(understand(draft), [&] { return draft; });
  }
  void hand_over(std::vector<Draft> drafts) {
    batch_.drafts = drafts.size();
    for (auto& draft : drafts) hand_over(std::exchange(draft, {}));  // its room is wanted for what becomes of the rest
  }
  void hand_over(Reading reading) {
    batch_.complaints = std::move(reading.complaints);
    batch_.separable = reading.separable;
    batch_.header_line = reading.header_line;
    hand_over(std::move(reading.drafts));
  }
  bool enough() const { return further_ == Further::enough; }

 private:
  Batch& batch_;
  Decoder decoder_;
  const Taking& taking_;
  Further further_ = Further::go_on;
};

void refuse(Batch& batch, Complaint complaint) {
  batch.separable = false;
  batch.complaints.push_back(std::move(complaint));
}

// Rows of a workbook, as they are read.
void hand_over_workbook(const std::string& path, const BatchOptions& options, Language language, Batch& batch,
                        Handing& handing) {
  batch.form = BatchForm::workbook;
  EventRows rows(
      language, [&](Draft&& draft) { handing.hand_over(draft); }, batch.complaints);
  auto reading = read_xlsx(path, {options.sheet, event_sheet}, language, [&](const Table& table, Row&& row) {
    batch.sheet = table.sheet;
    rows.read(table, std::move(row));
  });
  rows.finish();
  batch.header_line = rows.header_line();
  batch.separable = rows.separable() && reading.complaints.empty();
  batch.remarks = std::move(reading.remarks);
  if (reading.complaints.empty() && batch.header_line == 0)
    refuse(batch, complain(language, Wrong::sheet_empty, {}, {}, {reading.table.sheet}));
  std::move(reading.complaints.begin(), reading.complaints.end(), std::back_inserter(batch.complaints));
  for (auto& complaint : batch.complaints) complaint.sheet = reading.table.sheet;
}

// A spreadsheet's name over something else: what other programs give out as .xls.
std::optional<Wrong> no_table(std::string_view text) {
  const auto beginning = half_width(without_spaces(first_points(text, 400)));
  if (beginning.find("progid=\"Excel.Sheet\"") != std::string::npos) return Wrong::book_is_xml_2003;
  auto lower = beginning;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
  });
  for (const std::string_view tag : {"<html", "<!doctypehtml", "<table", "<meta", "<head"})
    if (lower.starts_with(tag)) return Wrong::book_is_html;
  return std::nullopt;
}

// Some lines of a file, and what they were understood to be.
struct UnderstoodLines {
  std::string text;
  std::vector<Understood> understood;
  std::vector<std::size_t> begins;  // where in the text the line of each begins

  Draft draft_again(std::size_t i, Language language) const {
    Draft again;
    std::vector<Complaint> told_already;
    JsonLines lines(
        language,
        [&](Draft&& draft, std::string_view line) {
          again = std::move(draft);
          again.source = source_of(line);
        },
        told_already, understood[i].place.line - 1);
    if (const auto line = LineScan(std::string_view(text).substr(begins[i])).next()) lines.read(line->text);
    return again;
  }
};

// Reads and decodes in another thread, a few pieces ahead of the commands that are taken.
void hand_over_in_pieces(const std::string& path, const Survey& survey, Language language, Batch& batch,
                         Handing& handing) {
  Handoff<UnderstoodLines> ready(pieces_ahead_max);
  auto reading = std::async(std::launch::async, [&] {
    const ClosedAtEnd end(ready);
    UnderstoodLines piece;
    std::string room;
    JsonLines lines(
        language,
        [&](Draft&& draft, std::string_view line) {
          piece.understood.push_back(handing.understand(draft));
          piece.begins.push_back(static_cast<std::size_t>(line.data() - piece.text.data()));
        },
        batch.complaints);
    each_piece(path, survey, [&](std::string_view text) {
      piece.understood.clear();
      piece.begins.clear();
      piece.text = survey.nfc ? text : in_nfc(text, room);
      lines.read(piece.text);
      return ready.give(piece);
    });
  });
  {
    const ClosedAtEnd end(ready);
    UnderstoodLines piece;
    std::size_t i = 0;
    const DraftAgain draft_again = [&] { return piece.draft_again(i, language); };
    while (!handing.enough() && ready.next(piece))
      for (i = 0; i < piece.understood.size(); ++i) handing.hand_over(piece.understood[i], draft_again);
  }
  reading.get();
}

bool may_be_utf8_events(const BatchOptions& options) {
  if (!options.as.empty() && options.as != "events") return false;
  return options.encoding.empty() || encoding_choice(options.encoding) == EncodingChoice::utf8;
}

}  // namespace

Batch read_batch(const std::string& path, const BatchOptions& options, record::DigestAlgorithm algorithm,
                 Language language, const Taking& taking) {
  Batch batch;
  Handing handing(batch, algorithm, language, taking);
  batch.name = std::filesystem::path(path).filename().string();
  if (may_be_utf8_events(options)) {
    if (const auto survey = survey_json_lines(path, algorithm)) {
      batch.digest = survey->digest;
      batch.drafts = survey->lines;
      batch.in_lines = true;
      hand_over_in_pieces(path, *survey, language, batch, handing);
      return batch;
    }
  }
  if (options.as != "plan" && begins_as_workbook(path)) {
    batch.digest = digest_of_file(path, algorithm);
    hand_over_workbook(path, options, language, batch, handing);
    return batch;
  }
  auto file = read_file(path, language);
  if (file.complaint) {
    refuse(batch, std::move(*file.complaint));
    return batch;
  }
  record::Hasher hasher(algorithm);
  batch.digest = hasher.of(std::string_view(file.bytes));
  std::optional<EncodingChoice> asked;
  if (!options.encoding.empty()) {
    asked = encoding_choice(options.encoding);
    if (!asked) {
      const bool zh = language == Language::zh;
      refuse(batch, {{},
                     options.encoding,
                     zh ? "不认识这种编码" : "no such encoding is known",
                     zh ? "可用 utf-8、gb18030、utf-16" : "use utf-8, gb18030 or utf-16"});
      return batch;
    }
  }
  const auto decoded = decode_text(file.bytes, asked, language);
  if (decoded.complaint) {
    refuse(batch, *decoded.complaint);
    return batch;
  }
  batch.encoding = decoded.encoding;
  if (const auto wrong = no_table(decoded.text)) {
    refuse(batch, complain(language, *wrong, {}, {}));
    return batch;
  }
  auto content = sniff(decoded.text);
  // JSON is UTF-8 by its own rule: anything else is a mistake of whoever wrote the file, unless it is asked for.
  if (content == Content::json_lines && options.as != "plan" && decoded.reason == EncodingReason::fits_gb18030) {
    refuse(batch, complain(language, Wrong::json_not_utf8, decoded.utf8_ends, {}));
    return batch;
  }
  if (decoded.encoding != Encoding::utf8) batch.remarks.push_back(describe(decoded.encoding, decoded.reason, language));
  if (options.as == "plan") content = Content::plan;
  if (options.as == "events" && content != Content::json_lines) content = Content::csv;
  switch (content) {
    case Content::json_lines:
      handing.hand_over(read_json_lines(decoded.text, language));
      break;
    case Content::csv:
      batch.form = BatchForm::csv;
      handing.hand_over(read_csv(decoded.text, language));
      break;
    case Content::plan: {
      batch.form = BatchForm::plan;
      auto plan = read_plan(decoded.text, language, taking.known);
      batch.complaints = std::move(plan.complaints);
      handing.hand_over(drafts_of(plan, options, taking.known));
      break;
    }
    case Content::other:
      refuse(batch, unknown_form(language));
      break;
  }
  return batch;
}

}  // namespace ducha::tools
