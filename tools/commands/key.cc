// 密钥: ducha key new | show | trust

#include <ostream>

#include "tools/commands/commands.h"
#include "tools/private_file.h"
#include "tools/sealing.h"

namespace ducha::tools {
namespace {

Exit lawful_name(const Context& context, const std::string& name) {
  if (record::key_name_lawful(name)) return Exit::done;
  context.remarks << context.say("密钥名称不能为空,不能含空格和加号:",
                                 "a key's name has neither spaces nor plus signs: ")
                  << name << "\n";
  return Exit::usage;
}

Exit new_witness(const Context& context, const KeyOptions& options) {
  if (options.output.empty()) {
    context.remarks << context.say("见证密钥要写入文件:用 -o 写明\n", "a witness's key goes to a file: give -o\n");
    return Exit::usage;
  }
  if (read_file(options.output)) {
    context.remarks << options.output << context.say(" 已存在,不覆盖\n", " is there already and is not overwritten\n");
    return Exit::refused;
  }
  const auto kind = options.sm2 ? record::SignatureKind::sm2 : record::SignatureKind::ed25519;
  const auto key = record::SigningKey::make(options.name, kind, record::SignatureRole::witness);
  write_private(options.output, key.text());
  context.out << key.verifier().text() << "\n";
  return Exit::done;
}

}  // namespace

Exit key_new(const Context& context, const KeyOptions& options) {
  if (const auto bad = lawful_name(context, options.name); bad != Exit::done) return bad;
  if (options.witness) return new_witness(context, options);
  const store::Log log(context.ledger, store::Access::read);
  const Sealing sealing(context.ledger);
  if (sealing.verifier()) {
    context.remarks << context.say("台账已有密钥,不覆盖:", "the ledger has a key already, which is not overwritten: ")
                    << (sealing.key() ? sealing.key_file() : sealing.public_key_file()).string() << "\n";
    return Exit::refused;
  }
  const auto key =
      record::SigningKey::make(options.name, record::signature_for(log.head().algorithm), record::SignatureRole::log);
  sealing.keep(key);
  context.out << key.verifier().text() << "\n";
  context.remarks << context.say(
                         "以上是公钥,请交给要核对的人(他用 ducha key trust 记下)。私钥在 ",
                         "this is the public key; give it to those who check (ducha key trust). The secret is in ")
                  << sealing.key_file().string() << "\n";
  return Exit::done;
}

Exit key_show(const Context& context) {
  const store::Log log(context.ledger, store::Access::read);
  const auto key = Sealing(context.ledger).verifier();
  if (!key) {
    context.remarks << context.say("台账还没有密钥。用 ducha key new 生成。\n",
                                   "the ledger has no key yet. Make one with ducha key new.\n");
    return Exit::refused;
  }
  context.out << key->text() << "\n";
  return Exit::done;
}

Exit key_trust(const Context& context, const KeyOptions& options) {
  const auto key = record::VerifierKey::parse(options.key);
  if (!key) {
    context.remarks << context.say("不是公钥(应为 名称+校验+密钥):", "no public key (name+hash+key): ") << options.key
                    << "\n";
    return Exit::usage;
  }
  const bool fresh = trust(*key);
  context.out << (fresh ? context.say("已信任 ", "trusted ") : context.say("先前已信任 ", "trusted before: "))
              << key->name() << "\n";
  return Exit::done;
}

}  // namespace ducha::tools
