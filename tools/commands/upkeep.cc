// verify, rebuild, stats: what keeps a ledger trustworthy.

#include <functional>
#include <ostream>
#include <vector>

#include "ledger/record/entry.h"
#include "ledger/store/verify.h"
#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/render/progress.h"
#include "tools/sealing.h"

namespace ducha::tools {

namespace {

// Every head that was given out is still held to, and bears the ledger's signature.
void verify_checkpoints(const Context& context, const store::Log& log,
                        const std::function<void(const std::string& zh, const std::string& en)>& damage) {
  const Sealing sealing(context.ledger);
  const auto key = sealing.key();
  for (const auto& checkpoint : sealing.checkpoints()) {
    const auto size = checkpoint.head.size;
    const auto zh = "含 " + std::to_string(size) + " 条记录的检查点";
    const auto en = "the checkpoint of " + std::to_string(size) + " entries";
    const auto now = std::to_string(log.head().size);
    if (size > log.head().size)
      damage(zh + "已经发出，台账却只有 " + now + " 条", en + " was given out, but the log has only " + now);
    else if (log.root_at(size) != checkpoint.head.root)
      damage(zh + "与台账当时的根不符", en + " has another root than the log had then");
    if (!key)
      damage(zh + "无法核对：台账的密钥不见了", en + " cannot be checked: the ledger's key is gone");
    else if (!checkpoint.signed_by(key->verifier()))
      damage(zh + "没有台账的签名", en + " does not bear the ledger's signature");
  }
}

}  // namespace

Exit verify(const Context& context) {
  const store::Log log(context.ledger, store::Access::read);
  std::size_t damages = 0;
  const auto damage = [&](const std::string& zh, const std::string& en) {
    ++damages;
    context.out << context.say("损坏：", "damage: ") << context.say(zh, en) << "\n";
  };
  // The store's own sums first: they cover bytes that no reading comes by.
  log.database().check_files();
  record::EntryReader reader;
  std::vector<std::byte> again;
  {
    Progress progress(std::string(context.say("核验", "verify")), log.head().size, context.language, standard_error(),
                      [] { return std::chrono::steady_clock::now(); });
    store::verify(log, {[&](std::span<const std::byte> bytes, Seq seq) {
                          auto entry = reader.read(bytes, seq);
                          // What is stored is what is hashed: only the canonical form may lie there.
                          again.clear();
                          record::write_entry(entry.envelope, entry.fact, again);
                          if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()))
                            damage("第 " + std::to_string(seq) + " 条记录不是规范形式",
                                   "entry " + std::to_string(seq) + " is not in canonical form");
                          return entry.envelope;
                        },
                        [&](const store::Damage& found) { damage(found.what_zh, found.what); },
                        [&](std::uint64_t done, std::uint64_t) { progress.reach(done); }});
  }
  verify_checkpoints(context, log, damage);
  if (damages == 0) {
    projections::verify_views(log, [&](const projections::ViewDamage& found) {
      const std::string view(found.view), other = std::to_string(found.other), missing = std::to_string(found.missing);
      damage("视图 " + view + "：" + other + " 行与记录不符，缺 " + missing + " 行",
             "view " + view + ": " + other + " rows are not what the entries give, " + missing + " are missing");
    });
    if (damages > 0) {
      context.remarks << context.say("记录本身完好。请运行 ducha rebuild 重建视图。\n",
                                     "the entries themselves are sound. Run ducha rebuild.\n");
      return Exit::unverified;
    }
  }
  if (damages > 0) {
    context.remarks << context.say("核验未通过。请停止写入,并从备份恢复。\n",
                                   "the ledger does not verify. Stop writing and restore from a backup.\n");
    return Exit::unverified;
  }
  context.out << context.say("核验通过:", "verified: ") << log.head().size << context.say(" 条,根 ", " entries, root ")
              << record::name(log.head().algorithm) << ":" << to_hex(log.head().root) << "\n";
  return Exit::done;
}

Exit rebuild(const Context& context) {
  store::Log log(context.ledger, store::Access::write);
  Progress progress(std::string(context.say("重建", "rebuild")), log.head().size, context.language, standard_error(),
                    [] { return std::chrono::steady_clock::now(); });
  const auto dockets = projections::rebuild(log, [&](std::uint64_t done, std::uint64_t) { progress.reach(done); });
  context.out << context.say("已重建视图:", "views rebuilt: ") << dockets << context.say(" 个事项,", " dockets, ")
              << log.head().size << context.say(" 条\n", " entries\n");
  return Exit::done;
}

Exit stats(const Context& context) {
  const store::Log log(context.ledger, store::Access::read);
  const auto& head = log.head();
  context.out << context.say("条目\t", "entries\t") << head.size << "\n"
              << context.say("事项\t", "dockets\t") << (log.stream_count() > 0 ? log.stream_count() - 1 : 0) << "\n"
              << context.say("根\t", "root\t") << record::name(head.algorithm) << ":" << to_hex(head.root) << "\n"
              << context.say("格式版本\t", "edition\t") << head.edition << "\n";
  for (std::size_t i = 0; i < std::size(store::family_names); ++i)
    context.out << context.say("字节 ", "bytes ") << store::family_names[i] << "\t"
                << log.database().bytes_of(static_cast<store::Family>(i)) << "\n";
  return Exit::done;
}

}  // namespace ducha::tools
