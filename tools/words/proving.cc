#include "tools/words/words.h"

namespace ducha::tools {
namespace {

constexpr InBoth file{"文件", "FILE"};
constexpr InBoth write_to{"写入文件", "write to a file"};

}  // namespace

void add_proving(Word& root, Options& options) {
  auto& key = options.key;
  auto keys = root.add("key", proving, {"台账与见证的密钥", "keys of ledgers and witnesses"});
  keys.add("new", proving, {"生成台账的密钥，或见证密钥", "make the ledger's key, or a witness's"},
           [&](const Context& context) { return key_new(context, key); })
      .value("--name", key.name, {"密钥名称，不含空格和加号", "its name, without spaces or plus signs"},
             {"名称", "NAME"})
      .needed()
      .flag("--witness", key.witness, {"见证机关的密钥", "a witness's key"})
      .flag("--sm2", key.sm2, {"见证密钥用 SM2", "of a witness: SM2"})
      .value("-o,--output", key.output, {"见证私钥写入的文件", "where a witness's secret goes"}, file);
  keys.add("show", proving, {"显示台账公钥", "show the ledger's public key"}, key_show);
  keys.add("trust", proving, {"信任一把公钥", "trust a public key"},
           [&](const Context& context) { return key_trust(context, key); })
      .value("key", key.key, {"公钥，写作 名称+校验+密钥", "the public key, as name+hash+key"}, {"公钥", "KEY"})
      .needed();

  auto& proof = options.proof;
  root.add("checkpoint", proving, {"写出签名的账本根", "the signed head"},
           [&](const Context& context) { return checkpoint(context, proof); })
      .value("-o,--output", proof.output, write_to, file)
      .examples("ducha checkpoint -o 2022-06-30.note");

  root.add("prove", proving, {"证明条目在台账中，或核对证明", "prove that entries are in the ledger, or check a proof"},
           [&](const Context& context) {
             return proof.check.empty() ? prove(context, proof) : prove_check(context, proof);
           })
      .value("--entry", proof.entry, {"条目序号", "an entry by its sequence number"}, {"序号", "SEQ"})
      .value("--command", proof.command, {"命令的全部条目", "all entries of a command"}, {"命令", "ID"})
      .value("--docket", proof.docket, {"事项的全部条目", "all entries of a docket"}, {"编号", "DOCKET"})
      .value("--since", proof.since, {"并证明包含这个旧检查点", "also that it holds to an older checkpoint"}, file)
      .value("--check", proof.check, {"核对这个证明文件，不需要台账", "check this proof, without the ledger"}, file)
      .value("--checkpoint", proof.checkpoint, {"以这个可信的检查点核对", "against a checkpoint you trust"}, file)
      .values("--key", proof.keys, {"另信任这把公钥", "trust this key as well"}, {"公钥", "KEY"})
      .value("-o,--output", proof.output, write_to, file)
      .examples(
          "ducha prove --docket 2022-001 -o proof.txt\nducha prove --check proof.txt --checkpoint 2022-06-30.note");

  auto witness = root.add("witness", proving, {"见证检查点", "witness checkpoints"});
  witness
      .add("sign", proving, {"在检查点上加签", "cosign a checkpoint"},
           [&](const Context& context) { return witness_sign(context, proof); })
      .value("file", proof.file, {"检查点，或带它的证明", "the checkpoint, or the proof around it"}, file)
      .needed()
      .value("--key", proof.key, {"见证私钥文件", "the witness's secret key file"}, file)
      .needed()
      .value("-o,--output", proof.output, write_to, file);
  witness
      .add("add", proving, {"收下见证签名", "take a cosignature in"},
           [&](const Context& context) { return witness_add(context, proof); })
      .value("file", proof.file, {"见证过的检查点", "the cosigned checkpoint"}, file)
      .needed();
}

}  // namespace ducha::tools
