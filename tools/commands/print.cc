#include <ostream>
#include <sstream>

#include <unistd.h>

#include "projections/books.h"
#include "tools/commands/asking.h"
#include "tools/commands/commands.h"
#include "tools/commands/pdf.h"
#include "tools/documents/documents.h"
#include "tools/output_file.h"
#include "tools/render/document.h"
#include "tools/render/screen.h"

namespace ducha::tools {
namespace {

// What cannot be printed, and what to do about it.
struct NotPrinted {
  std::string what;
};

std::vector<Document> one(std::optional<Document> document, std::string_view otherwise) {
  if (!document) throw NotPrinted{std::string(otherwise)};
  std::vector<Document> all;
  all.push_back(std::move(*document));
  return all;
}

std::vector<Document> documents(const Context& context, const PrintOptions& options, const store::Log& log,
                                const projections::Books& books) {
  const auto unit = unit_code(context, books.office(), options.unit);
  const Printing printing{options.number, options.urgency, options.contact};
  if (options.name == "notice" && !options.colour.empty()) {
    return one(
        colour_notice(log, books, options.docket, unit, *domain::named<domain::Colour>(options.colour), printing),
        context.say("台账中没有这一事项的该色督办单。先记录再打印:ducha notice docket=… unit=… colour=… requirement=…",
                    "the ledger holds no notice of that colour on this docket. Record it first: ducha notice "
                    "docket=… unit=… colour=… requirement=…"));
  }
  if (options.name == "notice")
    return one(assignment_notice(log, books, options.docket, unit, printing),
               context.say("没有这个事项,或尚未交办。用 ducha report cards 查看全部事项,用 ducha assign 交办",
                           "no such docket, or it has not been assigned. ducha report cards lists all, ducha assign "
                           "assigns one"));
  if (options.name == "urge") {
    const auto asked = limit(context, "--within", options.within, Dated::may_be).value_or(three_workdays);
    const Day within = domain::count_from(books.on(), asked, books.office().calendar()).day;
    auto letters = urging_letters(books, options.docket, unit, within, printing);
    if (letters.empty())
      throw NotPrinted{
          std::string(context.say("没有需要催办的责任。--within 可放宽到临近到期的,如 --within 10d",
                                  "nothing is to be urged. --within takes in what falls due, as --within 10d"))};
    return letters;
  }
  if (options.name == "dossier")
    return one(dossier(log, books, options.docket), context.say("没有这个事项。用 ducha report cards 查看全部事项",
                                                                "no such docket. ducha report cards lists all"));
  // 通报 by month: without a period, the month that ended last.
  const auto date = civil(books.on());
  const Day this_month = *day_of({date.year, date.month, 1}), last_month_end = this_month - 1;
  const auto last = civil(last_month_end);
  const reports::Period period{day_named(context, "--from", options.from, *day_of({last.year, last.month, 1})),
                               day_named(context, "--to", options.to, last_month_end)};
  std::vector<Document> all;
  all.push_back(bulletin_document(books, period, printing));
  return all;
}

bool as_pdf(const PrintOptions& options) { return options.pdf || options.output.ends_with(".pdf"); }

void write(const Context& context, const PrintOptions& options, const std::string& bytes) {
  if (options.output.empty()) {
    context.out << bytes;
    return;
  }
  OutputFile file(options.output);
  file.stream() << bytes;
  file.finish();
  context.remarks << context.say("已写入 ", "written to ") << options.output << "\n";
}

}  // namespace

Exit print(const Context& context, const PrintOptions& options) {
  try {
    std::optional<std::filesystem::path> chromium;
    if (as_pdf(options)) {
      if (options.output.empty() && is_terminal(STDOUT_FILENO))
        throw Misread{
            std::string(context.say("PDF 不能显示在屏幕上:用 -o 文件.pdf 写入文件",
                                    "PDF cannot be shown on a terminal: write it to a file with -o FILE.pdf"))};
      chromium = chromium_at_hand();
      if (!chromium)
        throw NotPrinted{
            std::string(context.say("没有找到可生成 PDF 的浏览器。请安装其中之一(如 apt-get install "
                                    "chromium),或去掉 --pdf、以 -o 文件.html 写成网页,再用浏览器打印:",
                                    "no browser that makes PDF is at hand. Install one (as apt-get install "
                                    "chromium), or write HTML with -o FILE.html and print that from a "
                                    "browser. Looked for: ")) +
            chromium_names()};
    }
    const store::Log log(context.ledger, store::Access::read);
    const projections::Books books(
        log, {day_named(context, "--on", options.on, context.today()), known_at(context, log, options.known_at)});
    std::ostringstream page;
    const auto all = documents(context, options, log, books);
    render_documents(all, page);
    write(context, options, chromium ? pdf_of(std::move(page).str(), *chromium, books.on()) : std::move(page).str());
    if (options.name == "urge")
      context.remarks << context.say(
          "打印不等于催办:发出后用 ducha urge docket=… unit=… 记入台账\n",
          "printing is not urging: once it is sent, record it with ducha urge docket=… unit=…\n");
    return Exit::done;
  } catch (const Misread& misread) {
    context.remarks << misread.wrong << "\n";
    return Exit::usage;
  } catch (const NotPrinted& not_printed) {
    context.remarks << not_printed.what << "\n";
    return Exit::refused;
  }
}

}  // namespace ducha::tools
