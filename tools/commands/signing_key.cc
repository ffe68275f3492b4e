#include "tools/commands/signing_key.h"

#include <ostream>

namespace ducha::tools {

std::optional<record::SigningKey> signing_key(const Context& context, const Sealing& sealing) {
  if (auto key = sealing.key()) return key;
  if (sealing.verifier())
    context.remarks << context.say(
                           "这里只有公钥,没有私钥:台账是从备份恢复的。请把另行保管的私钥放回 ",
                           "only the public key is here, not the secret: the ledger was restored from a backup. Put "
                           "the secret, which is kept apart, back in ")
                    << sealing.key_file().string() << context.say("。\n", ".\n");
  else
    context.remarks << context.say("台账还没有密钥。先用 ducha key new --name 名称 生成。\n",
                                   "the ledger has no key yet. Make one first: ducha key new --name NAME\n");
  return {};
}

}  // namespace ducha::tools
