#include "tools/import/sniff.h"

#include "tests/catch.h"
#include "tests/tools/import/corpus.h"

using namespace ducha::tools;

TEST_CASE("a file is told by what is in it", "[import][sniff]") {
  struct Case {
    std::string text;
    Content content;
  };
  const Case cases[] = {
      {"\n {\"do\":\"open\"}\n", Content::json_lines},
      {"[\n{\"do\":\"open\"}]", Content::json_lines},
      {"do,docket\nopen,D-1\n", Content::csv},
      {"\n督办编号;动 作\nD-1;立项\n", Content::csv},
      {"序号,工作任务,牵头单位,配合单位\n1,建桥,区住建局,区财政局\n", Content::other},
      {"牵头单位,工作任务\n区住建局,建桥(区财政局配合)\n", Content::other},
      {"1.建桥。(区住建局主办)\n", Content::plan},
      {"1.建桥。\n2.修路。\n", Content::other},
      {"PK\x03\x04", Content::other},
      {"", Content::other},
  };
  for (const auto& [text, content] : cases) {
    INFO(text);
    CHECK(sniff(text) == content);
  }
  for (const std::string plan : {"gulou-2021-plan.txt", "labels-in-brackets-plan.txt", "labels-on-lines-plan.txt",
                                 "roles-after-lists-plan.txt"}) {
    INFO(plan);
    CHECK(sniff(corpus("plans/" + plan)) == Content::plan);
  }
}
