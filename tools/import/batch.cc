#include "tools/import/batch.h"

#include <filesystem>

#include "tools/import/batch_file.h"
#include "tools/import/csv.h"
#include "tools/import/encoding.h"
#include "tools/import/json_lines.h"
#include "tools/import/plan.h"
#include "tools/import/plan_drafts.h"
#include "tools/import/sniff.h"

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

void take(Reading reading, Batch& batch) {
  batch.drafts = std::move(reading.drafts);
  batch.complaints = std::move(reading.complaints);
}

}  // namespace

Batch read_batch(const std::string& path, const BatchOptions& options, const KnownUnit& known,
                 record::DigestAlgorithm algorithm, Language language) {
  Batch batch;
  batch.name = std::filesystem::path(path).filename().string();
  auto file = read_file(path, language);
  if (file.complaint) {
    batch.complaints.push_back(std::move(*file.complaint));
    return batch;
  }
  record::Hasher hasher(algorithm);
  batch.digest = hasher.of(std::string_view(file.bytes));
  std::optional<EncodingChoice> asked;
  if (!options.encoding.empty()) {
    asked = encoding_choice(options.encoding);
    if (!asked) {
      const bool zh = language == Language::zh;
      batch.complaints.push_back({{},
                                  options.encoding,
                                  zh ? "不认识这种编码" : "no such encoding is known",
                                  zh ? "可用 utf-8、gb18030、utf-16" : "use utf-8, gb18030 or utf-16"});
      return batch;
    }
  }
  const auto decoded = decode_text(file.bytes, asked, language);
  if (decoded.complaint) {
    batch.complaints.push_back(*decoded.complaint);
    return batch;
  }
  if (decoded.encoding != Encoding::utf8) batch.remarks.push_back(describe(decoded.encoding, decoded.reason, language));
  auto content = sniff(decoded.text);
  if (options.as == "plan") content = Content::plan;
  if (options.as == "events" && content != Content::json_lines) content = Content::csv;
  switch (content) {
    case Content::json_lines:
      take(read_json_lines(decoded.text, language), batch);
      break;
    case Content::csv:
      take(read_csv(decoded.text, language), batch);
      break;
    case Content::plan: {
      auto plan = read_plan(decoded.text, language, known);
      batch.complaints = std::move(plan.complaints);
      batch.drafts = drafts_of(plan, options, known);
      break;
    }
    case Content::other:
      batch.complaints.push_back(unknown_form(language));
      break;
  }
  return batch;
}

}  // namespace ducha::tools
