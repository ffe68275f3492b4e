// 检查点与见证: ducha checkpoint, ducha witness sign | add

#include <algorithm>
#include <ostream>

#include "tools/commands/commands.h"
#include "tools/commands/signing_key.h"
#include "tools/private_file.h"
#include "tools/sealing.h"

namespace ducha::tools {
namespace {

void put(const Context& context, const std::string& output, const std::string& text) {
  if (output.empty()) {
    context.out << text;
    return;
  }
  write_private(output, text);
  context.remarks << context.say("已写入 ", "written to ") << output << "\n";
}

Exit no(const Context& context, std::string_view zh, std::string_view en) {
  context.remarks << context.say(zh, en) << "\n";
  return Exit::refused;
}

}  // namespace

Exit checkpoint(const Context& context, const ProofOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  const Sealing sealing(context.ledger);
  const auto key = signing_key(context, sealing);
  if (!key) return Exit::refused;
  put(context, options.output, sealing.seal(log, *key, context.now / 1000).text());
  return Exit::done;
}

// What a witness signed last stands beside its key: it never signs a head that does not hold to that one.
Exit witness_sign(const Context& context, const ProofOptions& options) {
  const auto key = record::SigningKey::parse(read_file(options.key).value_or(""));
  if (!key || key->role() != record::SignatureRole::witness)
    return no(context, "没有见证密钥:用 --key 写明文件(ducha key new --witness 生成)",
              "no witness key: name its file with --key (made by ducha key new --witness)");
  const auto text = read_file(options.file).value_or("");
  auto proof = record::parse_proof(text);
  if (!proof) {
    auto checkpoint = record::parse_checkpoint(text);
    if (!checkpoint) return no(context, "文件里没有检查点", "there is no checkpoint in the file");
    proof = record::Proof{{}, {}, std::move(*checkpoint)};
  }
  auto& checkpoint = proof->checkpoint;
  bool known = false;
  for (const auto& trusted : trusted_keys())
    known = known || (trusted.role() == record::SignatureRole::log && trusted.name() == checkpoint.origin &&
                      checkpoint.signed_by(trusted));
  if (!known)
    return no(context, "检查点没有受信任的台账密钥的签名。先用 ducha key trust 记下它的公钥。",
              "the checkpoint bears no signature of a trusted ledger key. Trust its key first: ducha key trust");
  const auto seen_file = options.key + ".seen";
  if (const auto seen = record::parse_checkpoint(read_file(seen_file).value_or(""))) {
    if (seen->origin != checkpoint.origin)
      return no(context, "这把见证密钥先前见证的是另一本台账", "this key has witnessed another ledger before");
    if (!record::holds_to(*proof, seen->head)) {
      context.remarks << context.say("不予见证:这个检查点没有证明它包含上次见证的 ",
                                     "not witnessed: nothing shows that this head holds to the one witnessed last, of ")
                      << seen->head.size
                      << context.say(" 条。请台账方用 ducha prove --since 写出证明:\n",
                                     " entries. Ask the ledger's office for ducha prove --since with:\n")
                      << seen->text();
      return Exit::refused;
    }
  }
  checkpoint.sign(*key, context.now / 1000);
  write_private(seen_file, checkpoint.text());
  put(context, options.output, checkpoint.text());
  return Exit::done;
}

Exit witness_add(const Context& context, const ProofOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  const auto brought = record::parse_checkpoint(read_file(options.file).value_or(""));
  if (!brought) return no(context, "文件里没有检查点", "there is no checkpoint in the file");
  const Sealing sealing(context.ledger);
  for (auto& given : sealing.checkpoints()) {
    if (given.body() != brought->body()) continue;
    std::size_t added = 0;
    for (const auto& signature : brought->signatures) {
      const bool there = std::any_of(given.signatures.begin(), given.signatures.end(), [&](const auto& each) {
        return each.name == signature.name && each.id == signature.id;
      });
      if (there) continue;
      given.signatures.push_back(signature);
      ++added;
    }
    sealing.keep(given);
    context.out << context.say("见证签名:", "cosignatures added: ") << added << "\n";
    return Exit::done;
  }
  return no(context, "这不是本台账给出的检查点", "this ledger never gave out that checkpoint");
}

}  // namespace ducha::tools
