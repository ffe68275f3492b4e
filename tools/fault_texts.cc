#include "tools/fault_texts.h"

#include "tools/render/words.h"

namespace ducha::tools {
namespace {

std::string chinese(const Fault& fault) {
  const std::string evidence = std::string("（") + fault.what() + "）", &subject = fault.subject();
  switch (fault.kind()) {
    case Fault::Kind::disk:
      return (subject.empty() ? "系统未能读写" : "无法读写 " + subject) + evidence;
    case Fault::Kind::damaged:
      return (fault.seq() ? "第 " + std::to_string(*fault.seq()) + " 条记录损坏" : "台账的数据损坏") + evidence;
    case Fault::Kind::locked:
      return "另一个进程" + (subject.empty() ? "" : "（进程号 " + subject + "）") + "正在写这个台账";
    case Fault::Kind::missing:
      return subject + " 里没有台账";
    case Fault::Kind::exists:
      return subject + " 里已有台账";
    case Fault::Kind::newer:
      return "台账由更新版本的 ducha 写成" + evidence;
    case Fault::Kind::older:
      return subject + " 里的台账由较早版本的 ducha 写成";
  }
  return {};  // not reached: the compiler names a kind that is forgotten
}

std::string_view remedy(Fault::Kind kind, Language language) {
  switch (kind) {
    case Fault::Kind::disk:
      return in(language, "请检查磁盘空间、权限与设备", "Check space, permissions and the disk itself");
    case Fault::Kind::damaged:
      return in(language, "请停止写入，运行 ducha verify，并从备份恢复",
                "Stop writing, run ducha verify, restore from a backup");
    case Fault::Kind::locked:
      return in(language, "请等它结束再试", "Wait until it has ended");
    case Fault::Kind::missing:
      return in(language, "请用 ducha init 建立，或用 --ledger 指明目录",
                "Make one with ducha init, or name its folder with --ledger");
    case Fault::Kind::exists:
      return in(language, "请换一个目录，或直接使用它", "Choose another folder, or use this one");
    case Fault::Kind::newer:
      return in(language, "请用更新的 ducha 打开", "Open it with a newer ducha");
    case Fault::Kind::older:
      return in(language, "请运行一次 ducha rebuild，所记内容不变", "Run ducha rebuild once; nothing recorded changes");
  }
  return {};
}

}  // namespace

std::string say(const Fault& fault, Language language) {
  const std::string sentence = language == Language::zh ? chinese(fault) : fault.what();
  return std::string(in(language, "故障：", "fault: ")) + sentence + std::string(in(language, "。", ". ")) +
         std::string(remedy(fault.kind(), language)) + std::string(in(language, "。", "."));
}

std::string say_no_memory(Language language) {
  return std::string(in(language, "故障：内存不足。台账完好，请关闭其他程序后再试。",
                        "fault: there is not enough memory. The ledger is whole. Close other programs and "
                        "try again."));
}

}  // namespace ducha::tools
