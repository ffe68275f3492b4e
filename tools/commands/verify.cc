// verify: every byte checked.

#include "ledger/store/verify.h"

#include <cstring>
#include <future>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "ledger/base/fault.h"
#include "ledger/record/entry.h"
#include "projections/gathered.h"
#include "projections/views.h"
#include "tools/commands/verification.h"
#include "tools/private_file.h"
#include "tools/render/progress.h"
#include "tools/sealing.h"

namespace ducha::tools {

namespace {

using Damage = std::function<void(const std::string& zh, const std::string& en)>;

// Which docket an entry is of, by the store's own indexes: asked only where something is wrong.
class Dockets {
 public:
  explicit Dockets(const store::Log& log) : log_(log) {}

  // Its number; "" for the office's own entries; nothing when the indexes do not tell.
  std::optional<std::string> of(Seq seq) {
    if (!read_) read();
    const auto stream = streams_.find(seq);
    if (stream == streams_.end()) return {};
    if (stream->second == office_stream) return "";
    const auto docket = dockets_.find(stream->second);
    return docket == dockets_.end() ? std::nullopt : std::optional(docket->second);
  }

 private:
  void read() {
    read_ = true;
    const auto each = [&](store::Family family, const store::Database::Visit& visit) {
      try {
        log_.database().scan(family, {}, {}, visit);
      } catch (const Fault& spoilt) {
        if (spoilt.kind() != Fault::Kind::damaged) throw;  // then it tells as far as it can be read
      }
    };
    each(store::Family::streams, [&](std::string_view key, std::string_view seq) {
      if (key.size() == 8 && seq.size() == 8)
        streams_[store::keys::big_endian<Seq>(seq)] = store::keys::big_endian<StreamNo>(key);
      return true;
    });
    each(store::Family::dockets, [&](std::string_view code, std::string_view stream) {
      if (stream.size() == 4) dockets_[store::keys::big_endian<StreamNo>(stream)] = std::string(code);
      return true;
    });
  }

  const store::Log& log_;
  bool read_ = false;
  std::map<Seq, StreamNo> streams_;
  std::map<StreamNo, std::string> dockets_;
};

// What the store itself cannot vouch for is damage too, and what is behind it is still looked at.
template <class Act>
void looked_at(const Damage& damage, const Act& act) {
  try {
    act();
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::damaged) throw;
    damage(std::string("数据文件损坏（") + fault.what() + "）", fault.what());
  }
}

// Every head that was given out is still held to, and bears the ledger's signature.
void verify_checkpoints(const store::Log& log, const Sealing& sealing, const Damage& damage) {
  const auto key = sealing.verifier();
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
    else if (!checkpoint.signed_by(*key))
      damage(zh + "没有台账的签名", en + " does not bear the ledger's signature");
  }
}

// Whether the first entries are still those of a checkpoint that somebody kept.
bool holds_to(const Context& context, const store::Log& log, const record::Checkpoint& since, const Damage& damage) {
  const auto size = std::to_string(since.head.size);
  if (since.algorithm != log.head().algorithm)
    damage("所给的检查点属于另一本台账（摘要算法不同）",
           "the checkpoint given is another ledger's: its digest differs");
  else if (since.head.size > log.head().size)
    damage("所给的检查点含 " + size + " 条，台账却只有 " + std::to_string(log.head().size) +
               " 条：末尾被截断，或是另一本台账",
           "the checkpoint given has " + size + " entries and the log only " + std::to_string(log.head().size) +
               ": its end was cut off, or it is another ledger");
  else if (log.root_at(since.head.size) != since.head.root)
    damage("前 " + size + " 条已不是所给检查点时的样子：有记录被改动，或是另一本台账",
           "the first " + size +
               " entries are not those of the checkpoint given: some were altered, or it is another ledger");
  else {
    const auto key = Sealing(context.ledger).verifier();
    if (!key || !since.signed_by(*key))
      context.remarks << context.say(
          "所给的检查点没有本台账密钥的签名;内容相符。\n",
          "the checkpoint given bears no signature of this ledger's key; what it says agrees.\n");
    return true;
  }
  return false;
}

}  // namespace

Verified verify_ledger(const Context& context, const store::Log& log, const std::filesystem::path& ledger,
                       const Damage& damage) {
  std::size_t damages = 0;
  const Damage count = [&](const std::string& zh, const std::string& en) {
    ++damages;
    damage(zh, en);
  };
  // The store's own sums cover bytes that no reading comes by. They are made meanwhile and told behind what is named
  // more closely.
  auto files = std::async(std::launch::async, [&] { log.database().check_files(); });
  Dockets dockets(log);
  const auto with_docket = [&](const store::Damage& found) {
    const auto docket = found.seq ? dockets.of(*found.seq) : std::nullopt;
    if (!docket) return count(found.what_zh, found.what);
    count(found.what_zh + "（" + (docket->empty() ? "督查室本身的登记" : "事项 " + *docket) + "）",
          found.what + " (" + (docket->empty() ? "the office's own" : "docket " + *docket) + ")");
  };
  record::EntryReader reader;
  std::vector<std::byte> again;
  projections::Gathered gathered(log.head().size);
  // Of views nothing is said while the entries themselves are not sound.
  std::vector<std::pair<std::string, std::string>> in_views;
  const Damage of_views = [&](const std::string& zh, const std::string& en) { in_views.emplace_back(zh, en); };
  bool views_earlier = false;
  {
    Progress progress(std::string(context.say("核验", "verify")), log.head().size, context.language, standard_error(),
                      [] { return std::chrono::steady_clock::now(); });
    store::Checks checks;
    checks.read = [&](const store::Checks::Stored& stored, const store::TellDamage& damaged) {
      const auto& [seq, bytes] = stored;
      auto entry = reader.read(bytes, seq);
      const auto& envelope = entry.envelope;
      // What is stored is what is hashed: only the canonical form may lie there.
      again.clear();
      record::write_entry(envelope, entry.fact, again);
      if (again.size() != bytes.size() || std::memcmp(again.data(), bytes.data(), again.size()) != 0)
        damaged({seq, "entry " + std::to_string(seq) + " is not in canonical form",
                 "第 " + std::to_string(seq) + " 条记录不是规范形式"});
      // There are no more dockets than entries, and no day that cannot be written.
      if (envelope.stream >= log.head().size || !can_be_written(envelope.on))
        damaged({seq, "entry " + std::to_string(seq) + " names a day or a docket that cannot be",
                 "第 " + std::to_string(seq) + " 条记录的日期或事项不可能存在"});
      return entry;
    };
    checks.take = [&](const record::Entry& entry, std::span<const std::byte> bytes) { gathered.take(entry, bytes); };
    checks.report = with_docket;
    checks.progress = [&](std::uint64_t done, std::uint64_t) { progress.reach(done); };
    checks.beside = [&] {
      looked_at(of_views, [&] {
        views_earlier = projections::are_of_earlier_form(log);
        if (views_earlier) return;
        projections::verify_views(log, gathered, [&](const projections::ViewDamage& found) {
          const std::string view(found.view), other = std::to_string(found.other),
                                              missing = std::to_string(found.missing);
          of_views("视图 " + view + "：" + other + " 行与记录不符，缺 " + missing + " 行",
                   "view " + view + ": " + other + " rows are not what the entries give, " + missing + " are missing");
        });
      });
    };
    store::verify(log, checks);
  }
  looked_at(count, [&] { files.get(); });
  looked_at(count, [&] { verify_checkpoints(log, Sealing(ledger), count); });
  if (damages > 0) return Verified::damaged;
  if (views_earlier) return Verified::views_earlier;
  for (const auto& [zh, en] : in_views) count(zh, en);
  return damages > 0 ? Verified::views_differ : Verified::sound;
}

Exit verify(const Context& context, const ProofOptions& options) {
  const auto since = record::parse_checkpoint(options.since.empty() ? "" : read_file(options.since).value_or(""));
  if (!options.since.empty() && !since) {
    context.remarks << options.since << context.say(" 里没有检查点。\n", " holds no checkpoint.\n");
    return Exit::refused;
  }
  const store::Log log(context.ledger, store::Access::read);
  const Damage damage = [&](const std::string& zh, const std::string& en) {
    context.out << context.say("损坏：", "damage: ") << context.say(zh, en) << "\n";
  };
  auto verified = verify_ledger(context, log, context.ledger, damage);
  if (since && !holds_to(context, log, *since, damage)) verified = Verified::damaged;
  switch (verified) {
    case Verified::views_earlier:
      context.remarks << context.say(
          "记录本身完好。视图由先前版本的程序写成，照旧可查，但无从核对。请运行 ducha rebuild 重建视图。\n",
          "the entries themselves are sound. The views were laid down by an earlier version of the program: "
          "they answer as before, and cannot be verified. Run ducha rebuild.\n");
      return Exit::unverified;
    case Verified::views_differ:
      context.remarks << context.say("记录本身完好。请运行 ducha rebuild 重建视图。\n",
                                     "the entries themselves are sound. Run ducha rebuild.\n");
      return Exit::unverified;
    case Verified::damaged:
      context.remarks << context.say(
          "核验未通过。请停止写入,并从备份恢复(ducha restore);没有备份时用 ducha salvage 取出完好的记录。\n",
          "the ledger does not verify. Stop writing and restore from a backup (ducha restore); "
          "without one, ducha salvage gets out what is whole.\n");
      return Exit::unverified;
    case Verified::sound:
      break;
  }
  if (since)
    context.out << context.say("此前未变:与 ", "unchanged before: the ledger holds to ") << options.since
                << context.say(" 相符,其中 ", ", ") << since->head.size
                << context.say(" 条一条未改。\n", " entries, none of them altered.\n");
  context.out << context.say("核验通过:", "verified: ") << log.head().size << context.say(" 条,根 ", " entries, root ")
              << record::labelled(log.head().algorithm, log.head().root) << "\n";
  return Exit::done;
}

}  // namespace ducha::tools
