// A newcomer's mistakes: each is answered with one sentence that says where, what is wrong and what would be right,
// in both languages, and with the exit code of its kind.

#include <algorithm>
#include <string>

#include "tests/cases/program.h"
#include "tests/catch.h"

namespace ducha::cases {
namespace {

using namespace std::string_literals;

class Newcomer {
 public:
  Newcomer() { import_beginning(desk_); }
  // The line of the remarks that the mistake gets, without its end.
  std::string told(const std::string& words, int exit, const std::string& language) const {
    const auto ran = desk_.run(words, language);
    INFO(words << "\n" << ran.remarks);
    CHECK(ran.exit == exit);
    CHECK(ran.out.empty());
    return ran.remarks.substr(0, ran.remarks.find('\n'));
  }
  void check(const std::string& words, int exit, const std::string& zh, const std::string& en) const {
    CHECK(told(words, exit, "zh") == zh);
    CHECK(told(words, exit, "en") == en);
  }
  // A file with that content, imported.
  void brings(const std::string& file, const std::string& content, const std::string& zh, const std::string& en) const {
    desk_.write(file, content);
    check("import " + file, 1, file + zh, file + en);
  }
  const Desk& desk() const { return desk_; }

 private:
  Desk desk_;
};

constexpr const char* accepts = R"({"do":"accept","docket":"2022-001","on":"2022-01-13","unit":)";

TEST_CASE("a file that cannot be a batch is said to be none", "[mistakes]") {
  const Newcomer newcomer;
  newcomer.brings("empty.csv", "", ":文件“empty.csv”是空的。请核对是否导出完整。",
                  ": The file “empty.csv” is empty. Check that it was exported whole.");
  newcomer.check("import nowhere.csv", 1, "nowhere.csv:没有文件“nowhere.csv”。请核对路径和文件名。",
                 "nowhere.csv: There is no file “nowhere.csv”. Check the path and the name.");
  newcomer.check("import L", 1, "L:“L”是目录，不是文件。请给出目录中的一个文件。",
                 "L: “L” is a directory, not a file. Name a file inside it.");
  newcomer.brings(
      "letter.txt", "致区政府督查室\n",
      ":看不出这是哪种批量文件。应为每行一个 JSON 对象、有“do”列的 CSV,或任务分解文本;可用 --as events|plan 指明。",
      ": this is no batch file I know. Write one JSON object a line, CSV with a column “do”, or a plan's text; "
      "or say --as events|plan.");
}

TEST_CASE("bytes of another encoding are said to be that, with their place", "[mistakes]") {
  const Newcomer newcomer;
  const auto in_gb18030 = accepts + "\"\xC7\xF8\xB2\xC6\xD5\xFE\xBE\xD6\"}\n"s;  // 区财政局
  newcomer.brings(
      "gb.jsonl", "\n" + in_gb18030,
      ":2:62:从此处起不是 UTF-8；JSON 只用 UTF-8，这个文件像是 GB18030。请另存为 UTF-8；确知是 GB18030 时加 "
      "--encoding gb18030。",
      ":2:62: From here on this is not UTF-8, as JSON must be; the file looks like GB18030. Save it as UTF-8, or "
      "if you know it to be GB18030 add --encoding gb18030.");
  CHECK(newcomer.desk().run("import gb.jsonl --encoding gb18030 --dry-run").exit == 0);
  newcomer.brings(
      "mixed.jsonl", accepts + "\"区财政局\xff\"}\n"s,
      ":1:66:此处的字节既不是 UTF-8，也不能整体读作 GB18030，文件可能混有两种编码或已损坏。请把整个文件另存为 UTF-8；"
      "确知编码时用 --encoding 指定。",
      ":1:66: The bytes here are not UTF-8, and the file as a whole is not GB18030: it mixes encodings or is "
      "damaged. Save the whole file as UTF-8, or name its encoding with --encoding.");
}

TEST_CASE("a cell that cannot be meant is shown with what would be right", "[mistakes]") {
  const Newcomer newcomer;
  newcomer.brings("header.csv", "do,docket,on,untt\naccept,2022-001,2022-01-13,QCZJ\n",
                  ":1:4:表头“untt”不认识 〔untt〕。相近的有：unit, units, until。",
                  ":1:4: The header “untt” is not known [untt]. The nearest are: unit, units, until.");
  newcomer.brings(
      "unit.jsonl", accepts + "\"区财政\"}\n"s,
      ":1:61:没有名为“区财政”的单位 (unit_unknown) 〔区财政〕。相近的有:区财政局;或先用 register-unit 登记。",
      ":1:61: no unit is called “区财政” (unit_unknown) [区财政]. Nearest: 区财政局; or register it with "
      "register-unit.");
  newcomer.brings("day.csv", "do,docket,on,unit\naccept,2022-001,2022-02-30,QCZJ\n",
                  ":2:3:on 读不懂 〔2022-02-30〕。应为真实存在的日期,写作 2022-06-30。",
                  ":2:3: cannot read on [2022-02-30]. Write a day that exists, as 2022-06-30.");
  newcomer.brings(
      "id.jsonl", R"({"do":"accept","id":"c1","docket":"2022-001","on":"2022-01-13","unit":"QCZJ"})",
      ":1:21:编号 c1 已用于另一条内容不同的命令 (command_id_reused) 〔c1〕。换一个编号;若是更正,用 correct。",
      ":1:21: the id c1 was used for a command with other content (command_id_reused) [c1]. Use another id; to "
      "mend a record use correct.");
  newcomer.brings("verb.jsonl", R"({"do":"acept","docket":"2022-001","on":"2022-01-13"})",
                  ":1:7:没有这个命令 〔acept〕。相近的命令:accept, exempt。",
                  ":1:7: there is no such command [acept]. Nearest: accept, exempt.");
  newcomer.brings("field.jsonl", R"({"do":"urge","docket":"2022-001","on":"2022-01-13","unti":"QCZJ"})",
                  ":1:59:此命令没有字段“unti” 〔unti〕。可用的字段:unit。",
                  ":1:59: this command has no field “unti” [unti]. Fields: unit.");
  newcomer.brings(
      "future.jsonl", R"({"do":"accept","docket":"2022-001","on":"2999-01-13","unit":"QCZJ"})",
      ":1:41:日期 2999-01-13 晚于今天 (on_after_recording) 〔2999-01-13〕。写事情发生的那一天。",
      ":1:41: the day 2999-01-13 is after today (on_after_recording) [2999-01-13]. Give the day on which it "
      "happened.");
  newcomer.brings("twice.jsonl", accepts + R"("QCZJ","unit":"QZJJ"})"s,
                  ":1:75:“unit”在同一行中出现两次 〔\"QZJJ\"}〕。请只留一个。",
                  ":1:75: “unit” is given twice on one line [\"QZJJ\"}]. Keep one of them.");
  newcomer.brings("nested.jsonl", R"({"do":"urge","docket":{"code":1}})",
                  ":1:23:“docket”的值是对象，这里只收文字、数字、真假和列表 〔{\"code\":1}}〕。请把它拆成单独的字段。",
                  ":1:23: The value of “docket” is an object; only text, numbers, true, false and lists are taken "
                  "[{\"code\":1}}]. Give its parts as fields of their own.");
  newcomer.brings("nul.jsonl", accepts + R"("QC\u0000ZJ"})"s, ":1:61:unit 中有不可见的控制字符 〔unit〕。请删去它。",
                  ":1:61: unit holds a control character [unit]. Take it out.");
}

TEST_CASE("a cell larger than an entry may be is complained of, and never reaches the ledger", "[mistakes]") {
  const Newcomer newcomer;
  const std::string text(20u << 20, 'x');
  newcomer.brings(
      "large.csv", "do,docket,on,unit,text\nfeedback,2022-001,2022-01-13,QCZJ," + text + "\n",
      ":2:5:这条命令的内容超过 1 MiB 〔text〕。附件另存，这里只写其摘要。",
      ":2:5: this command holds more than 1 MiB [text]. Keep attachments elsewhere and give only their digests.");
  newcomer.brings("large.jsonl", accepts + ("\"" + text + "\"}\n"),
                  ":1:1:这一行超过 1 MiB 〔" + std::string(accepts) + "\"" + std::string(19, 'x') +
                      "〕。每行写一条命令；附件只写其摘要。",
                  ":1:1: This line is longer than 1 MiB [" + std::string(accepts) + "\"" + std::string(19, 'x') +
                      "]. Write one command per line, and of an attachment only its digest.");
  CHECK(newcomer.desk().run("verify").exit == 0);
}

TEST_CASE("what saves a file from elsewhere adds does no harm: byte order mark, CR LF, numbers in quotes",
          "[mistakes]") {
  const Newcomer newcomer;
  const auto taken = [&](const std::string& file, const std::string& content) {
    newcomer.desk().write(file, content);
    const auto ran = newcomer.desk().run("import " + file);
    INFO(ran.remarks);
    CHECK(ran.exit == 0);
  };
  taken("excel.csv",
        "\xEF\xBB\xBF"
        "do,docket,on,unit\r\nurge,2022-001,2022-01-13,QCZJ\r\n");
  taken("notepad.jsonl",
        "\xEF\xBB\xBF"
        R"({"do":"urge","docket":"2022-001","on":"2022-01-14","unit":"QCZJ"})"
        "\r\n");
  taken("numbers.jsonl", R"({"do":"feedback","docket":"2022-001","on":"2022-01-25","unit":"QCZJ","progress":"40"})"
                         "\n");
}

TEST_CASE("a file with more complaints than one reads says how many there are and where the rest is", "[mistakes]") {
  const Newcomer newcomer;
  std::string lines;
  for (int i = 0; i < 300; ++i)
    lines += R"({"do":"urge","docket":"X","on":"2022-01-13","unit":"QCZJ","text":")" + std::to_string(i) + "\"}\n";
  newcomer.desk().write("many.jsonl", lines);
  const auto english = newcomer.desk().run("import many.jsonl"),
             chinese = newcomer.desk().run("import many.jsonl", "zh");
  CHECK(english.exit == 1);
  CHECK(std::count(english.remarks.begin(), english.remarks.end(), '\n') == 201);
  CHECK(english.remarks.ends_with(
      "many.jsonl: 300 things to mend (the first 200 are shown, --json lists all); nothing of "
      "this file was recorded. Mend what is named and import it again.\n"));
  CHECK(chinese.remarks.ends_with(
      "many.jsonl:共 300 处需改正(以上为前 200 处,--json 列出全部),整批未记录。改好后重新导入即可。\n"));
}

TEST_CASE("an option that cannot be meant is wrong usage", "[mistakes]") {
  const Newcomer newcomer;
  newcomer.check("import a.jsonl --dryrun", 2, "没有这个选项：“--dryrun”；相近的有：--dry-run, --due。",
                 "no such option: “--dryrun”; nearest: --dry-run, --due.");
  newcomer.check("report overdue --on 2022-02-30", 2, "--on 2022-02-30:应为真实存在的日期,写作 2022-06-30",
                 "--on 2022-02-30: write a day that exists, as 2022-06-30");
  newcomer.check("import a.jsonl --on 2022-02-30", 2, "--on 2022-02-30:应为真实存在的日期,写作 2022-06-30",
                 "--on 2022-02-30: write a day that exists, as 2022-06-30");
  newcomer.check("import a.jsonl --due soon", 2, "--due soon:应为日期(2022-06-30)、工作日(3wd)或日(30d)",
                 "--due soon: write a day (2022-06-30), working days (3wd) or days (30d)");
  newcomer.check("report duties --known-at 99999", 2, "--known-at 99999:台账只记到第 21 条",
                 "--known-at 99999: the last entry is 21");
  newcomer.check("report standing --from 2022-06-01 --to 2022-01-01", 2,
                 "--from 2022-06-01 --to 2022-01-01:起始日在截止日之后",
                 "--from 2022-06-01 --to 2022-01-01: the period ends before it begins");
  newcomer.check("history 2022-009", 1, "没有编号为“2022-009”的督查事项。用 ducha report cards 查看全部事项。",
                 "no docket has the number “2022-009”. ducha report cards lists all dockets.");
}

TEST_CASE("a ledger that is not there, or there already, is said to be", "[mistakes]") {
  const Newcomer newcomer;
  newcomer.check(
      "--ledger none report overdue", 3, "ducha: 故障：none 里没有台账。请用 ducha init 建立，或用 --ledger 指明目录。",
      "ducha: fault: there is no ledger in none. Make one with ducha init, or name its folder with --ledger.");
  newcomer.check("init", 3, "ducha: 故障：L 里已有台账。请换一个目录，或直接使用它。",
                 "ducha: fault: there is a ledger in L already. Choose another folder, or use this one.");
  newcomer.check(
      "--ledger a.jsonl stats", 3,
      "ducha: 故障：无法读写 a.jsonl（a.jsonl is a file, and a ledger is a folder）。请检查磁盘空间、权限与设备。",
      "ducha: fault: a.jsonl is a file, and a ledger is a folder. Check space, permissions and the disk itself.");
}

TEST_CASE("an answer that does not arrive whole is a fault, and no half of a file is left", "[mistakes]") {
  const Newcomer newcomer;
  const auto full = newcomer.desk().run("report duties >/dev/full 2>/dev/null; exit $? #");
  CHECK(full.exit == 3);
  const auto nowhere = newcomer.desk().run("report duties -o none/duties.csv");
  CHECK(nowhere.exit == 3);
  CHECK(nowhere.remarks ==
        "ducha: fault: cannot write none/duties.csv: No such file or directory. Check space, permissions "
        "and the disk itself.\n");
  CHECK(newcomer.desk().run("report duties -o L").remarks.find("Is a directory") != std::string::npos);
  newcomer.desk().write("kept.csv", "last month's\n");
  CHECK(newcomer.desk().run("report duties -o kept.csv").exit == 0);
  CHECK(contents(newcomer.desk().path("kept.csv")) != "last month's\n");
  CHECK_FALSE(std::filesystem::exists(newcomer.desk().path("kept.csv.part")));
}

}  // namespace
}  // namespace ducha::cases
