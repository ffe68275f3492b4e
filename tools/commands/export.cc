// The whole ledger as batch lines: each command as it was recorded, with its identity, in the order of the log.

#include <algorithm>
#include <functional>
#include <ostream>
#include <set>

#include <nlohmann/json.hpp>

#include "ledger/history.h"
#include "tools/commands/commands.h"
#include "tools/commands/written_command.h"
#include "tools/import/csv_cell.h"
#include "tools/import/encoding.h"
#include "tools/import/headers.h"
#include "tools/import/list_cell.h"
#include "tools/output_file.h"

namespace ducha::tools {
namespace {

using Json = nlohmann::ordered_json;

void each_command(const store::Log& log, const std::function<void(const WrittenCommand&)>& visit) {
  record::EntryReader reader;
  std::vector<std::string> dockets(log.stream_count());
  std::optional<WrittenCommand> command;
  const auto give = [&] {
    if (command && command->known()) visit(*command);
    command.reset();
  };
  log.scan(0, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
    const auto entry = reader.read(bytes, seq);
    if (const auto* opened = std::get_if<domain::DocketOpened>(&entry.fact))
      dockets[entry.envelope.stream] = opened->docket;
    if (entry.envelope.part == 0) {
      give();
      command.emplace(entry.envelope, dockets[entry.envelope.stream]);
    }
    command->take(entry.fact);
    return true;
  });
  give();
}

std::string json_line(const WrittenCommand& command) {
  Json json;
  for (const auto& field : command.fields()) {
    auto& value = json[std::string(field.name)];
    switch (field.kind) {
      case WrittenField::Kind::text:
        value = field.values.front();
        break;
      case WrittenField::Kind::plain:
        value = Json::parse(field.values.front());
        break;
      case WrittenField::Kind::list:
        value = field.values;
        break;
    }
  }
  return json.dump() + '\n';
}

// The fields the ledger's commands have, in the order of the table of headers.
std::vector<const Header*> columns_of(const store::Log& log) {
  std::set<std::string_view> used;
  each_command(log, [&](const WrittenCommand& command) {
    for (const auto& field : command.fields()) used.insert(field.name);
  });
  std::vector<const Header*> columns;
  for (const auto& header : headers())
    if (used.contains(header.field)) columns.push_back(&header);
  return columns;
}

std::string csv_header(const std::vector<const Header*>& columns, Language language) {
  std::string row;
  for (const auto* column : columns) {
    if (!row.empty()) row += ',';
    row += csv_field(language == Language::zh ? column->chinese.front() : column->field, ',');
  }
  return row + "\r\n";
}

std::string csv_row(const WrittenCommand& command, const std::vector<const Header*>& columns) {
  std::string row;
  for (const auto* column : columns) {
    if (column != columns.front()) row += ',';
    const auto& fields = command.fields();
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const WrittenField& field) { return field.name == column->field; });
    if (found == fields.end()) continue;
    const auto text = found->kind == WrittenField::Kind::list ? list_cell(found->values) : found->values.front();
    row += csv_field(guarded(text), ',');
  }
  return row + "\r\n";
}

bool is_csv(const ReportOptions& options) {
  return options.format == "csv" || (options.format.empty() && options.output.ends_with(".csv"));
}

void write(const Context& context, const store::Log& log, const ReportOptions& options, std::ostream& out) {
  if (!is_csv(options)) return each_command(log, [&](const WrittenCommand& command) { out << json_line(command); });
  const auto encoding = options.encoding == "gb18030" ? Encoding::gb18030 : Encoding::utf8;
  // Without the mark a Chinese spreadsheet takes UTF-8 for GB18030.
  const auto mark = encoding == Encoding::utf8 ? ByteOrderMark::with : ByteOrderMark::without;
  const auto columns = columns_of(log);
  out << encode_text(csv_header(columns, context.language), encoding, mark);
  each_command(log, [&](const WrittenCommand& command) {
    out << encode_text(csv_row(command, columns), encoding, ByteOrderMark::without);
  });
}

}  // namespace

Exit export_ledger(const Context& context, const ReportOptions& options) {
  if (options.encoding == "gb18030" && !is_csv(options)) {
    context.remarks << context.say("JSON 只用 UTF-8;--encoding gb18030 与 --format csv 同用\n",
                                   "JSON is always UTF-8: --encoding gb18030 goes with --format csv\n");
    return Exit::usage;
  }
  const store::Log log(context.ledger, store::Access::read);
  if (options.output.empty()) {
    write(context, log, options, context.out);
    return Exit::done;
  }
  OutputFile file(options.output);
  write(context, log, options, file.stream());
  file.finish();
  return Exit::done;
}

}  // namespace ducha::tools
