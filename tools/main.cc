// ducha: the door. The clock is read here and nowhere further in; faults end here.

#include <chrono>
#include <iostream>

#include "ledger/base/fault.h"
#include "tools/options.h"
#include "tools/remarks.h"
#include "tools/surroundings.h"

namespace {

using ducha::Fault;

std::string_view remedy(Fault::Kind kind, ducha::tools::Language language) {
  const bool zh = language == ducha::tools::Language::zh;
  switch (kind) {
    case Fault::Kind::disk:
      return zh ? "检查磁盘空间、权限与设备" : "check space, permissions and the disk itself";
    case Fault::Kind::damaged:
      return zh ? "停止写入,运行 ducha verify,并从备份恢复" : "stop writing, run ducha verify, restore from a backup";
    case Fault::Kind::locked:
      return zh ? "等它结束再试" : "wait until it has ended";
    case Fault::Kind::missing:
      return zh ? "用 ducha init 建立,或用 --ledger 指明目录"
                : "make one with ducha init, or name its folder with --ledger";
    case Fault::Kind::exists:
      return zh ? "换一个目录,或直接使用它" : "choose another folder, or use this one";
    case Fault::Kind::newer:
      return zh ? "请用更新的 ducha 打开" : "open it with a newer ducha";
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  const auto now =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  try {
    return ducha::tools::run(argc, argv, now);
  } catch (const Fault& fault) {
    const auto language = ducha::tools::spoken_language(argc, argv);
    ducha::tools::report_fault(std::string(language == ducha::tools::Language::zh ? "故障:" : "fault: ") +
                               fault.what() + (language == ducha::tools::Language::zh ? "。" : ". ") +
                               std::string(remedy(fault.kind(), language)));
    return 3;
  } catch (const std::exception& error) {
    ducha::tools::report_fault(error.what());
    return 3;
  }
}
