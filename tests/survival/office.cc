#include "tests/survival/office.h"

#include "tests/support/district.h"

namespace ducha::survival {

Words Office::fact() {
  const auto n = number();
  return {"record", "register-unit", "id=fact-" + n, "on=2022-01-04", "unit=W" + n, "name=第" + n + "工作专班"};
}

Words Office::batch(std::size_t dockets) {
  const auto n = number();
  const std::string unit = "区第" + n + "局";
  std::string text = R"({"do":"register-unit","id":"u)" + n + R"(","on":"2022-01-04","unit":"B)" + n + R"(","name":")" +
                     unit + "\"}\n" + R"({"do":"decide","id":"d)" + n + R"(","on":"2022-01-10","decision":"常)" + n +
                     R"(","title":"常务会议","source":"executive"})" + "\n";
  for (std::size_t i = 1; i <= dockets; ++i) {
    const auto docket = n + "-" + std::to_string(i);
    const auto line = [&](const std::string& what, const std::string& day, const std::string& fields) {
      text += R"({"do":")" + what + R"(","id":")" + what + "-" + docket + R"(","docket":")" + docket + R"(","on":")" +
              day + "\"," + fields + "}\n";
    };
    line("open", "2022-01-10", R"("title":"老旧小区改造第)" + std::to_string(i) + R"(期","decision":"常)" + n + "\"");
    line("assign", "2022-01-11", R"("lead":")" + unit + R"(","due":"2022-06-30","cadence":"monthly:25")");
    line("accept", "2022-01-12", R"("unit":")" + unit + "\"");
    line("feedback", "2022-01-24", R"("unit":")" + unit + R"(","progress":10,"text":"已进场")");
    line("urge", "2022-02-28", R"("unit":")" + unit + "\"");
  }
  last_batch_ = "batch-" + n + ".jsonl";
  write(bench_.in() / last_batch_, text);
  return {"import", last_batch_};
}

Words Office::district(std::size_t lines) {
  std::string text;
  const auto plan = support::plan_of_events(lines, *parse_day("2022-12-31"));
  const auto line = [&](Day, const std::string& json) { text += json + "\n"; };
  support::write_office(plan.from, line);
  support::write_year(plan, line);
  write(bench_.in() / "district.jsonl", text);
  return {"import", "district.jsonl"};
}

Words Office::next() {
  const auto drawn = chance_.below(100);
  if (drawn < 45) return fact();
  if (drawn < 65) return batch(1 + chance_.below(3));
  if (drawn < 72) {
    if (sealed_) return {"checkpoint"};
    sealed_ = true;
    return {"key", "new", "--name", "office.example"};
  }
  if (drawn < 82) return batch(20 + chance_.below(60));
  if (drawn < 88) return {"rebuild"};
  if (drawn < 94 && !last_batch_.empty()) return {"import", last_batch_};
  return {"record", "close", "docket=no-such", "on=2022-03-01"};
}

}  // namespace ducha::survival
