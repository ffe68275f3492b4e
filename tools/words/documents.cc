#include "tools/words/words.h"

namespace ducha::tools {
namespace {

constexpr InBoth day_kind{"日期", "DAY"}, docket_kind{"编号", "DOCKET"}, unit_kind{"单位", "UNIT"};

// What every document takes.
Word document_word(Word& parent, const char* name, InBoth about, PrintOptions& print) {
  auto word = parent.add(name, documents_group, about, [&print, name](const Context& context) {
    print.name = name;
    return tools::print(context, print);
  });
  word.value("--on,--as-of", print.on, {"截至哪一天，默认今天", "as of which day; default today"}, day_kind)
      .value("--known-at", print.known_at,
             {"只看到此序号或时间为止已记录的", "only what was recorded up to this seq or time"}, {"序号", "SEQ"})
      .flag("--pdf", print.pdf, {"生成 PDF（须有 Chromium 类浏览器）", "PDF, by a Chromium that is at hand"})
      .value("-o,--output", print.output,
             {"写入文件；以 .pdf 结尾即为 PDF", "write to a file; PDF when it ends in .pdf"}, {"文件", "FILE"});
  return word;
}

// What is not in the ledger and stands on a document that goes out.
void with_registry(Word& word, PrintOptions& print) {
  word.value("--number", print.number,
             {"发文登记的号；不写则留空待填", "number in the registry; a blank when left out"}, {"号", "N"});
  word.value("--urgency", print.urgency, {"紧急程度：特急、加急", "urgency, as 特急"}, {"程度", "WORD"});
  word.value("--contact", print.contact, {"联系人及电话", "who to call"}, {"联系人", "TEXT"});
}

}  // namespace

void add_documents(Word& root, Options& options) {
  auto& print = options.print;
  auto documents = root.add("print", asking, {"打印公文：通知单、催办、通报、卷宗", "documents ready to print"});
  documents.examples(
      "ducha print notice 2022-001 -o 通知单.html\nducha print bulletin --from 2022-06-01 --to 2022-06-30 -o 通报.pdf");

  auto notice = document_word(documents, "notice",
                              {"督办通知单、各色督办单，附回执", "notice of assignment, or a coloured notice"}, print);
  notice.value("docket", print.docket, {"事项编号", "docket number"}, docket_kind).needed();
  notice.value("--unit", print.unit, {"只发给此单位", "to this unit only"}, unit_kind);
  notice.one_of("--colour", print.colour,
                {"打印台账中最近一份该色督办单", "the last notice of that colour in the ledger"},
                {"blue", "yellow", "orange", "red"});
  with_registry(notice, print);
  notice.examples(
      "ducha print notice 2022-001 --number 12 -o 通知单.html\nducha print notice 2022-001 --unit 区住建局 --colour "
      "yellow --pdf -o 黄色督办单.pdf");

  auto urge = document_word(documents, "urge", {"催办通知，每单位一份", "urging letters, one a unit"}, print);
  urge.value("docket", print.docket, {"只催此事项", "this docket only"}, docket_kind);
  urge.value("--unit", print.unit, {"只催此单位", "this unit only"}, unit_kind);
  urge.value("--within", print.within, {"并催几日内到期的，默认 3wd", "also what falls due within; default 3wd"},
             {"期限", "LIMIT"});
  with_registry(urge, print);
  urge.examples("ducha print urge --unit 区住建局 --on 2022-07-01 -o 催办.html");

  auto bulletin = document_word(documents, "bulletin", {"督查通报", "the bulletin of a period"}, print);
  bulletin.value("--from", print.from, {"时段起，默认上月首日", "from; default the first day of last month"}, day_kind);
  bulletin.value("--to", print.to, {"时段止，默认上月末日", "to; default the last day of last month"}, day_kind);
  with_registry(bulletin, print);
  bulletin.examples("ducha print bulletin --from 2022-06-01 --to 2022-06-30 --on 2022-07-01 --number 6 -o 通报.html");

  auto dossier = document_word(documents, "dossier", {"事项卷宗，供归档", "a docket's dossier for the archive"}, print);
  dossier.value("docket", print.docket, {"事项编号", "docket number"}, docket_kind).needed();
  dossier.examples("ducha print dossier 2022-001 --pdf -o 卷宗.pdf");
}

}  // namespace ducha::tools
