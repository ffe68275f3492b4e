#include "tools/options.h"

#include <iostream>

#include <unistd.h>

#include "tools/command_line.h"
#include "tools/commands/commands.h"
#include "tools/import/decode.h"
#include "tools/render/screen.h"
#include "tools/surroundings.h"
#include "tools/verb_texts.h"

namespace ducha::tools {
namespace {

// The program's words, bound to what they set and run.
class Words {
 public:
  explicit Words(Language language)
      : language_(language),
        line_("ducha",
              say("督查台账：记录决策、交办与反馈，算清谁牵头、谁协办、谁逾期。",
                  "A supervision ledger: decisions, assignments and feedback; who owes what, who is late."),
              std::string(say("例", "Examples")) +
                  "\n  ducha init\n  ducha import 2022-06.jsonl\n  ducha report overdue --on 2022-07-01\n"
                  "  ducha history 2022-001\n  ducha urge docket=2022-001 unit=区住建局 channel=电话\n\n" +
                  say("每个命令都有 --help，也可写 ducha help 命令。",
                      "Every command has --help; or say ducha help COMMAND."),
              language, is_terminal(STDOUT_FILENO) ? columns_of(STDOUT_FILENO) : columns_of_paper) {
    line_.value(line_.program(), "--ledger", ledger_,
                say("台账目录；不写则为 $DUCHA_LEDGER，再不然 ./ducha-ledger",
                    "the ledger's folder; else $DUCHA_LEDGER, else ./ducha-ledger"),
                say("目录", "DIR"));
    line_.one_of(line_.program(), "--lang", lang_, say("语言：zh 或 en", "language: zh or en"), {"zh", "en"});
    add_init();
    add_import();
    add_record();
    add_reports();
    add_sealing();
    add_upkeep();
    add_help();
    add_verbs();
  }

  int run(int argc, char** argv, std::int64_t now) {
    if (const auto answered = line_.read(argc, argv, std::cout, std::cerr)) return static_cast<int>(*answered);
    const Context context{ledger_.empty() ? surrounding_ledger() : ledger_, language_, std::cout, std::cerr, now};
    return static_cast<int>(line_.run(context));
  }

 private:
  using Word = CommandLine::Word;

  const char* say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }

  // The groups of the program's page.
  const char* taking() const { return say("录入", "Taking in"); }
  const char* asking() const { return say("查询", "Asking"); }
  const char* upkeep() const { return say("维护", "Upkeep"); }

  Word word(const char* name, const char* group, const char* about, CommandLine::Command command) {
    return line_.word(line_.program(), name, group, about, std::move(command));
  }

  void add_init() {
    const auto sub = word("init", taking(), say("建立新台账", "make a new ledger"),
                          [this](const Context& c) { return init(c, init_); });
    line_.value(sub, "--office", init_.office, say("报表上印的单位名称", "the office's name, as printed on reports"),
                say("名称", "NAME"));
    line_.one_of(sub, "--digest", init_.digest, say("摘要算法；sm3 为国密", "digest of every entry"),
                 {"sha256", "sm3"});
    line_.example(sub, "ducha init\n  ducha --ledger /srv/ducha init --office 鼓楼区政府督查室");
  }

  void add_import() {
    const auto sub =
        word("import", taking(),
             say("导入批量文件，每个文件整批记录或一条不记", "take in batch files, each whole or not at all"),
             [this](const Context& c) { return import(c, import_); });
    line_.values(sub, "file", import_.files,
                 say("JSON Lines、CSV 或任务分解文本", "JSON Lines, CSV, or the text of a plan"),
                 say("文件…", "FILE…"));
    line_.needed(sub);
    line_.one_of(sub, "--as", import_.as,
                 say("当作事件或任务分解；不写则看内容", "take as events or as a plan; else by content"),
                 {"events", "plan"});
    line_.flag(sub, "--dry-run", import_.dry_run, say("只检查，不记录", "check only, record nothing"));
    line_.one_of(sub, "--encoding", import_.encoding, say("文字编码；不写则自行判断", "of the text; else found out"),
                 {"utf-8", "gb18030", "utf-16"});
    line_.value(sub, "--on", import_.on, say("任务分解：交办日期", "plan: the day of assignment"), say("日期", "DAY"));
    line_.value(sub, "--due", import_.due,
                say("任务分解：各项的时限，如 2021-12-31", "plan: due day of all items, as 2021-12-31"),
                say("时限", "DAY"));
    line_.value(sub, "--prefix", import_.prefix, say("任务分解：编号前缀", "plan: prefix of docket numbers"),
                say("前缀", "P"));
    line_.flag(sub, "--register-units", import_.register_units,
               say("任务分解：登记未知单位", "plan: register unknown units"));
    line_.flag(sub, "--json", import_.json, say("结果写成 JSON", "answer in JSON"));
    line_.example(sub,
                  "ducha import 2022-06.jsonl 2022-07.csv\n  ducha import --dry-run 2022-06.jsonl\n"
                  "  ducha import --as plan 任务分解.txt --on 2021-02-01 --prefix 2021");
  }

  Word report_word(Word parent, const char* name, const char* group, const char* about) {
    const auto sub = line_.word(parent, name, group, about, [this, name](const Context& c) {
      report_.name = name;
      return report(c, report_);
    });
    line_.value(sub, "--on,--as-of", report_.on, say("截至哪一天，默认今天", "as of which day; default today"),
                say("日期", "DAY"));
    line_.value(sub, "--known-at", report_.known_at,
                say("只看到此序号或时间为止已记录的", "only what was recorded up to this seq or time"),
                say("序号", "SEQ"));
    line_.one_of(sub, "--format", report_.format,
                 say("格式；不写则看 -o 的后缀，再不然 text", "format; else by the ending of -o, else text"),
                 {"text", "json", "csv", "md"});
    line_.value(sub, "-o,--output", report_.output, say("写入文件", "write to a file"), say("文件", "FILE"));
    return sub;
  }

  void docket_option(Word sub) {
    line_.value(sub, "--docket", report_.docket, say("只看此事项", "this docket only"), say("编号", "DOCKET"));
  }

  void add_reports() {
    const auto history = report_word(line_.program(), "history", asking(), say("回放一个事项", "replay a docket"));
    line_.value(history, "docket", report_.docket, say("事项编号", "docket number"), say("编号", "DOCKET"));
    line_.needed(history);
    line_.example(history, "ducha history 2022-001\n  ducha history 2022-001 --on 2022-07-01 --known-at 412");

    const auto reports =
        word("report", asking(), say("报表：逾期、履责、责任、台账", "reports: overdue, standing, duties, cards"), {});
    line_.example(reports, "ducha report overdue --on 2022-07-01\n  ducha report cards --format csv -o cards.csv");
    const auto* group = say("报表", "Reports");
    const auto overdue = report_word(reports, "overdue", group, say("逾期清单", "what is overdue"));
    line_.value(overdue, "--within", report_.within,
                say("并列出几日内到期的，如 3wd", "also what falls due within, as 3wd"), say("期限", "LIMIT"));
    line_.example(
        overdue,
        "ducha report overdue --on 2022-07-01 --within 3wd\n  ducha report overdue --unit 区住建局 -o late.csv");
    const auto standing =
        report_word(reports, "standing", group, say("单位履责情况", "accountability by unit and role"));
    line_.value(standing, "--from", report_.from, say("时段起，默认当年首日", "from; default the year's first day"),
                say("日期", "DAY"));
    line_.value(standing, "--to", report_.to, say("时段止，默认当年末日", "to; default the year's last day"),
                say("日期", "DAY"));
    line_.example(standing, "ducha report standing --from 2022-01-01 --to 2022-06-30 --on 2022-07-01");
    const auto duties = report_word(reports, "duties", group, say("责任清单", "every duty"));
    line_.example(duties, "ducha report duties --docket 2022-001\n  ducha report duties --unit 区住建局 --format json");
    const auto cards = report_word(reports, "cards", group, say("督查台账", "the register of dockets"));
    line_.example(cards, "ducha report cards --leader 副区长一");
    for (const auto sub : {overdue, standing, duties, cards}) {
      line_.value(sub, "--unit", report_.unit,
                  say("只看此单位（代码、名称或简称）", "this unit only (code, name or alias)"), say("单位", "UNIT"));
      line_.value(sub, "--leader", report_.leader, say("只看此分管领导", "this leader only"), say("职务", "POST"));
    }
    for (const auto sub : {overdue, duties}) docket_option(sub);
  }

  void output_option(Word sub, std::string& into, const char* about) {
    line_.value(sub, "-o,--output", into, about, say("文件", "FILE"));
  }

  void add_sealing() {
    const auto* group = say("签名与证明", "Sealing");
    add_keys(group);
    const auto signed_head = word("checkpoint", group, say("签名的账本根", "the signed head"),
                                  [this](const Context& c) { return checkpoint(c, proof_); });
    output_option(signed_head, proof_.output, say("写入文件", "write to a file"));
    line_.example(signed_head, "ducha checkpoint -o 2022-07.checkpoint");
    add_prove(group);
    add_witness(group);
  }

  void add_keys(const char* group) {
    const auto key = word("key", group, say("密钥：生成、显示、信任", "keys: new, show, trust"), {});
    const auto* keys = say("密钥", "Keys");
    line_.example(key, "ducha key new --name 鼓楼督查");
    const auto made =
        line_.word(key, "new", keys, say("生成台账（或见证机关）的密钥", "make the ledger's key, or a witness's"),
                   [this](const Context& c) { return key_new(c, key_); });
    line_.value(made, "--name", key_.name, say("密钥名称，不含空格和加号", "its name, without spaces or plus signs"),
                say("名称", "NAME"));
    line_.needed(made);
    line_.flag(made, "--witness", key_.witness, say("见证机关的密钥", "a witness's key"));
    line_.flag(made, "--sm2", key_.sm2, say("见证密钥用 SM2", "of a witness: SM2"));
    output_option(made, key_.output, say("见证私钥写入的文件", "where a witness's secret goes"));
    line_.example(made, "ducha key new --name 鼓楼督查\n  ducha key new --witness --name 审计局 -o 审计局.key");
    const auto shown = line_.word(key, "show", keys, say("显示台账公钥", "show the ledger's public key"),
                                  [](const Context& c) { return key_show(c); });
    line_.example(shown, "ducha key show");
    const auto trusted = line_.word(key, "trust", keys, say("信任一把公钥", "trust a public key"),
                                    [this](const Context& c) { return key_trust(c, key_); });
    line_.value(trusted, "key", key_.key, say("公钥，如 key new 所显示", "the public key, as key new shows it"),
                say("公钥", "KEY"));
    line_.needed(trusted);
  }

  void add_prove(const char* group) {
    const auto sub = word(
        "prove", group, say("证明条目在台账中，或核对证明", "prove that entries are in the ledger, or check a proof"),
        [this](const Context& c) { return proof_.check.empty() ? prove(c, proof_) : prove_check(c, proof_); });
    line_.value(sub, "--entry", proof_.entry, say("条目序号", "an entry by its sequence number"), say("序号", "SEQ"));
    line_.value(sub, "--command", proof_.command, say("命令的全部条目", "all entries of a command"), say("命令", "ID"));
    line_.value(sub, "--docket", proof_.docket, say("事项的全部条目", "all entries of a docket"),
                say("编号", "DOCKET"));
    line_.value(sub, "--since", proof_.since,
                say("并证明包含这个旧检查点", "also that it holds to an older checkpoint"), say("文件", "FILE"));
    line_.value(sub, "--check", proof_.check,
                say("核对这个证明文件，不需要台账", "check this proof, without the ledger"), say("文件", "FILE"));
    line_.value(sub, "--checkpoint", proof_.checkpoint, say("以这个可信的检查点核对", "against a checkpoint you trust"),
                say("文件", "FILE"));
    line_.values(sub, "--key", proof_.keys, say("另信任这把公钥", "trust this key as well"), say("公钥", "KEY"));
    output_option(sub, proof_.output, say("写入文件", "write to a file"));
    line_.example(sub, "ducha prove --docket 2022-001 -o 2022-001.proof\n  ducha prove --check 2022-001.proof");
  }

  void add_witness(const char* group) {
    const auto witness = word("witness", group, say("见证：签名、收下", "witness: sign, add"), {});
    const auto* words = say("见证", "Witness");
    line_.example(witness, "ducha witness sign 2022-07.checkpoint --key 审计局.key");
    const auto sign = line_.word(witness, "sign", words, say("见证一个检查点", "cosign a checkpoint"),
                                 [this](const Context& c) { return witness_sign(c, proof_); });
    line_.value(sign, "file", proof_.file, say("检查点，或带它的证明", "the checkpoint, or the proof around it"),
                say("文件", "FILE"));
    line_.needed(sign);
    line_.value(sign, "--key", proof_.key, say("见证私钥文件", "the witness's secret key file"), say("文件", "FILE"));
    line_.needed(sign);
    output_option(sign, proof_.output, say("写入文件", "write to a file"));
    line_.example(sign, "ducha witness sign 2022-07.checkpoint --key 审计局.key -o 2022-07.cosigned");
    const auto add = line_.word(witness, "add", words, say("收下见证签名", "take a cosignature in"),
                                [this](const Context& c) { return witness_add(c, proof_); });
    line_.value(add, "file", proof_.file, say("见证过的检查点", "the cosigned checkpoint"), say("文件", "FILE"));
    line_.needed(add);
    line_.example(add, "ducha witness add 2022-07.cosigned");
  }

  void add_upkeep() {
    docket_option(word("log", upkeep(), say("逐条列出台账", "the entries as they lie"),
                       [this](const Context& c) { return log(c, report_); }));
    word("export", upkeep(), say("全部台账写成批量文件", "the whole ledger as batch lines"),
         [this](const Context& c) { return export_ledger(c, report_); });
    word("verify", upkeep(), say("核验每一个字节", "check every byte"), [](const Context& c) { return verify(c); });
    word("rebuild", upkeep(), say("重建全部视图", "build all views again"),
         [](const Context& c) { return rebuild(c); });
    word("stats", upkeep(), say("大小与条数", "sizes and counts"), [](const Context& c) { return stats(c); });
  }

  void add_help() {
    const auto sub = word("help", upkeep(), say("说明一个命令", "explain a command"),
                          [this](const Context& c) { return line_.help(help_, c.out, c.remarks); });
    line_.values(sub, "command", help_, say("命令，如 report overdue", "a command, as report overdue"),
                 say("[命令]", "[COMMAND]"));
  }

  void record_options(Word sub) {
    line_.values(sub, "words", record_.words, say("各字段，如 unit=区住建局", "its fields, as unit=区住建局"),
                 say("字段=值…", "FIELD=VALUE…"));
    line_.flag(sub, "--dry-run", record_.dry_run, say("只检查，不记录", "check only, record nothing"));
  }

  void add_record() {
    const auto sub = word("record", taking(), say("记录一条命令", "record one command"),
                          [this](const Context& c) { return record(c, record_); });
    line_.value(sub, "do", record_.verb,
                say("动作，如 feedback；其字段见 ducha feedback --help",
                    "what to record, as feedback; its fields: ducha feedback --help"),
                say("动作", "DO"));
    line_.needed(sub);
    record_options(sub);
    line_.example(sub, "ducha record feedback docket=2022-001 unit=区住建局 progress=40 text=已开工");
  }

  // Every command of the ledger is a word of its own.
  void add_verbs() {
    const auto* group = say("逐条记录（写作 字段=值）", "Commands to record (as field=value)");
    line_.pack(group);
    for (const auto& verb : verbs()) {
      const auto sub =
          line_.word(line_.program(), verb, group, verb_meaning(verb, language_), [this, verb](const Context& c) {
            record_.verb = verb;
            return record(c, record_);
          });
      record_options(sub);
      line_.explain(sub, {say("字段", "Fields"), verb_fields(verb, language_), false});
      line_.example(sub, verb_example(verb));
    }
  }

  Language language_;
  std::string ledger_, lang_;
  InitOptions init_;
  ImportOptions import_;
  ReportOptions report_;
  RecordOptions record_;
  KeyOptions key_;
  ProofOptions proof_;
  std::vector<std::string> help_;
  CommandLine line_;
};

}  // namespace

int run(int argc, char** argv, std::int64_t now) { return Words(spoken_language(argc, argv)).run(argc, argv, now); }

}  // namespace ducha::tools
