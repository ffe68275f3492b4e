// 证明: ducha prove --entry | --command | --docket, and ducha prove --check

#include <algorithm>
#include <charconv>
#include <ostream>

#include "ledger/receipt.h"
#include "ledger/record/entry.h"
#include "tools/commands/commands.h"
#include "tools/commands/signing_key.h"
#include "tools/private_file.h"
#include "tools/sealing.h"

namespace ducha::tools {
namespace {

Exit no(const Context& context, std::string_view zh, std::string_view en) {
  context.remarks << context.say(zh, en) << "\n";
  return Exit::refused;
}

// The entries asked for; nothing when there are none such, which has been said.
std::optional<std::vector<Seq>> wanted(const Context& context, const store::Log& log, const ProofOptions& options) {
  std::vector<Seq> seqs;
  if (!options.entry.empty()) {
    Seq seq = 0;
    const auto* end = options.entry.data() + options.entry.size();
    const auto [stop, error] = std::from_chars(options.entry.data(), end, seq);
    if (error != std::errc{} || stop != end || seq >= log.head().size) {
      context.remarks << context.say("没有这个序号的条目:", "there is no entry ") << options.entry << "\n";
      return {};
    }
    seqs.push_back(seq);
  }
  if (!options.command.empty()) {
    const auto receipt = receipt_of(log, options.command);
    if (!receipt) {
      context.remarks << say({domain::Refusal::command_unknown, options.command, {}}, context.language).wrong << "\n";
      return {};
    }
    for (Seq seq = receipt->first; seq <= receipt->last; ++seq) seqs.push_back(seq);
  }
  if (!options.docket.empty()) {
    const auto stream = log.database().get(store::Family::dockets, options.docket);
    if (!stream) {
      context.remarks << say({domain::Refusal::docket_unknown, options.docket, {}}, context.language).wrong << "\n";
      return {};
    }
    for (const auto seq : log.stream(store::keys::big_endian<StreamNo>(*stream))) seqs.push_back(seq);
  }
  std::sort(seqs.begin(), seqs.end());
  seqs.erase(std::unique(seqs.begin(), seqs.end()), seqs.end());
  return seqs;
}

}  // namespace

Exit prove(const Context& context, const ProofOptions& options) {
  const store::Log log(context.ledger, store::Access::read);
  const Sealing sealing(context.ledger);
  const auto key = signing_key(context, sealing);
  if (!key) return Exit::refused;
  const auto seqs = wanted(context, log, options);
  if (!seqs) return Exit::refused;
  if (seqs->empty() && options.since.empty())
    return no(context, "写明要证明什么:--entry 序号、--command 编号、--docket 事项,或 --since 检查点",
              "say what to prove: --entry SEQ, --command ID, --docket D, or --since CHECKPOINT");
  record::Proof proof{{}, {}, sealing.seal(log, *key, context.now / 1000)};
  const auto size = proof.checkpoint.head.size;
  for (const auto seq : *seqs) {
    const auto stored = log.read(seq);
    const auto bytes = std::as_bytes(std::span(stored));
    proof.entries.push_back({seq, {bytes.begin(), bytes.end()}, log.inclusion(seq, size)});
  }
  if (!options.since.empty()) {
    const auto older = record::parse_checkpoint(read_file(options.since).value_or(""));
    if (!older) return no(context, "--since 的文件里没有检查点", "there is no checkpoint in the file of --since");
    if (older->head.size > size || log.root_at(older->head.size) != older->head.root)
      return no(context, "台账不包含那个检查点:历史被改动或截断,或者它属于另一本台账",
                "the ledger does not hold that checkpoint: its history was altered or cut, or it is another ledger's");
    proof.since = record::Proof::Since{older->head, log.consistency(older->head.size, size)};
  }
  if (options.output.empty()) {
    context.out << proof.text();
  } else {
    write_private(options.output, proof.text());
    context.remarks << context.say("已写入 ", "written to ") << options.output << "\n";
  }
  return Exit::done;
}

// Offline: the proof, a checkpoint if one is given, and the keys that are trusted; no ledger.
Exit prove_check(const Context& context, const ProofOptions& options) {
  const auto proof = record::parse_proof(read_file(options.check).value_or(""));
  if (!proof) return no(context, "不是证明文件", "that file is no proof");
  bool sound = true;
  const auto bad = [&](std::string_view zh, std::string_view en) {
    sound = false;
    context.out << context.say("✗ ", "✗ ") << context.say(zh, en) << "\n";
  };
  const auto good = [&](const std::string& what) { context.out << "✓ " << what << "\n"; };

  auto keys = trusted_keys();
  for (const auto& text : options.keys) {
    const auto key = record::VerifierKey::parse(text);
    if (!key) return no(context, "--key 不是公钥", "--key is no public key");
    keys.push_back(*key);
  }
  const auto& checkpoint = proof->checkpoint;
  std::size_t log_signatures = 0;
  for (const auto& key : keys) {
    const auto found = checkpoint.signed_by(key);
    if (!found) continue;
    if (key.role() == record::SignatureRole::log && key.name() == checkpoint.origin) {
      ++log_signatures;
      good(std::string(context.say("检查点由受信任的密钥签名:", "the checkpoint is signed by a trusted key: ")) +
           key.name());
    } else if (found->witnessed) {
      good(key.name() + std::string(context.say(" 见证于 ", " witnessed it at ")) +
           shanghai_time(*found->witnessed * 1000));
    }
  }
  const auto given = options.checkpoint.empty() ? std::optional<record::Checkpoint>{}
                                                : record::parse_checkpoint(read_file(options.checkpoint).value_or(""));
  if (!options.checkpoint.empty() && !given)
    bad("--checkpoint 的文件里没有检查点", "there is no checkpoint in that file");
  if (given) {
    if (given->origin != checkpoint.origin || given->algorithm != checkpoint.algorithm)
      bad("证明属于另一本台账", "the proof is of another ledger");
    else if (record::holds_to(*proof, given->head))
      good(std::string(context.say("证明的台账包含所给检查点的全部条目:", "the log holds to the checkpoint given: ")) +
           std::to_string(given->head.size));
    else
      bad("证明与所给检查点不一致", "the proof does not hold to the checkpoint given");
  } else if (log_signatures == 0) {
    bad("检查点没有受信任的签名:用 --checkpoint 给出可信的检查点,或用 ducha key trust 记下台账公钥",
        "no trusted signature: give a checkpoint you trust with --checkpoint, or trust the ledger's key");
  }
  const auto unproven = record::entries_unproven(*proof);
  record::EntryReader reader;
  for (const auto& entry : proof->entries) {
    if (std::find(unproven.begin(), unproven.end(), entry.seq) != unproven.end()) {
      sound = false;
      context.out << "✗ " << context.say("条目 ", "entry ") << entry.seq
                  << context.say(" 不在该台账中\n", " is not in that log\n");
      continue;
    }
    const auto read = reader.read(entry.bytes, entry.seq);
    good(std::string(context.say("条目 ", "entry ")) + std::to_string(entry.seq) + " " + to_string(read.envelope.on) +
         " " + std::string(read.envelope.command) + std::string(context.say(" 在该台账中", " is in that log")));
  }
  return sound ? Exit::done : Exit::unverified;
}

}  // namespace ducha::tools
