#include "tools/import/command_names.h"

#include <array>
#include <string>
#include <unordered_map>

#include "tools/import/headers.h"

namespace ducha::tools {

std::span<const CommandName> command_names() {
  static const std::array names{
      CommandName{"register-unit", {"登记单位", "单位登记"}},
      CommandName{"rename-unit", {"单位更名", "更名"}},
      CommandName{"merge-unit", {"单位合并", "合并单位", "并入"}},
      CommandName{"retire-unit", {"撤销单位", "单位撤销"}},
      CommandName{"define-group", {"定义组", "设定组", "单位组"}},
      CommandName{"set-portfolio", {"设定分管", "分管"}},
      CommandName{"set-acting", {"代为负责", "设定代理", "代理"}},
      CommandName{"decide", {"决策", "决定", "议定"}},
      CommandName{"publish", {"公开", "公布", "决策公开"}},
      CommandName{"open", {"立项"}},
      CommandName{"assign", {"交办", "分办"}},
      CommandName{"accept", {"签收"}},
      CommandName{"object", {"异议", "提出异议", "退回"}},
      CommandName{"settle", {"异议处理", "处理异议", "异议裁定"}},
      CommandName{"reassign", {"改派", "重新交办"}},
      CommandName{"feedback", {"反馈", "进展反馈"}},
      CommandName{"contribute", {"提交协办", "协办提交", "协办完成"}},
      CommandName{"urge", {"催办"}},
      CommandName{"notice", {"督办单", "发督办单", "督办通知"}},
      CommandName{"extend", {"申请延期", "延期申请", "延期"}},
      CommandName{"grant", {"批准延期", "同意延期", "延期批准"}},
      CommandName{"deny", {"不批准延期", "驳回延期", "不同意延期"}},
      CommandName{"suspend", {"中止", "挂账", "暂停"}},
      CommandName{"resume", {"恢复", "恢复办理"}},
      CommandName{"complete", {"办结申报", "申报办结", "申请办结"}},
      CommandName{"inspect", {"核查", "实地核查"}},
      CommandName{"return", {"退回重办", "重办"}},
      CommandName{"close", {"办结", "结案"}},
      CommandName{"strike", {"销号"}},
      CommandName{"archive", {"归档"}},
      CommandName{"reopen", {"重新立项"}},
      CommandName{"withdraw", {"撤销立项", "撤项", "撤回"}},
      CommandName{"conclude", {"督查结论", "结论"}},
      CommandName{"rectify", {"整改", "整改完成"}},
      CommandName{"contest", {"申请复核", "复核申请"}},
      CommandName{"rule", {"复核决定", "复核"}},
      CommandName{"commend", {"表扬", "通报表扬"}},
      CommandName{"criticise", {"通报批评", "批评"}},
      CommandName{"interview", {"约谈"}},
      CommandName{"refer", {"移送问责", "移送"}},
      CommandName{"exempt", {"容错", "免责", "容错免责"}},
      CommandName{"correct", {"更正"}},
  };
  return names;
}

std::optional<std::string_view> command_named(std::string_view text) {
  static const auto by_key = [] {
    std::unordered_map<std::string, std::string_view> keys;
    for (const auto& name : command_names()) {
      keys.emplace(name_key(name.english), name.english);
      for (const auto chinese : name.chinese) keys.emplace(name_key(chinese), name.english);
    }
    return keys;
  }();
  auto found = by_key.find(std::string(text));  // nearly always written as it is
  if (found == by_key.end()) found = by_key.find(name_key(text));
  if (found == by_key.end()) return std::nullopt;
  return found->second;
}

}  // namespace ducha::tools
