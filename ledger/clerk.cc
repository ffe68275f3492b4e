#include "ledger/clerk.h"

#include <algorithm>
#include <cstring>

#include "ledger/base/fault.h"
#include "ledger/domain/law.h"

namespace ducha {
namespace {

using domain::Command;
using domain::No;
using domain::Refusal;

No no(Refusal refusal, std::string_view subject, std::vector<std::string> names = {}) {
  return {refusal, std::string(subject), std::move(names)};
}

constexpr std::size_t page_bytes = 1u << 20;

struct Step {
  Day on;
  std::string_view command;
  const domain::Fact* fact;
};

// The first step that does not hold, told by the command it came from.
std::optional<No> judge(const std::vector<Step>& steps, domain::Docket& docket) {
  for (const auto& step : steps) {
    if (const auto refused = domain::forbids(docket, step.on, *step.fact))
      return no(
          Refusal::later_facts_unlawful, step.command,
          {to_string(step.on) + " " + std::string(step.command) + " (" + std::string(name_of(refused->refusal)) + ")"});
    domain::evolve(docket, step.on, *step.fact);
  }
  return {};
}

std::vector<Step> steps_of(const std::vector<const record::Entry*>& entries) {
  std::vector<Step> steps;
  steps.reserve(entries.size());
  for (const auto* entry : entries) steps.push_back({entry->envelope.on, entry->envelope.command, &entry->fact});
  return steps;
}

}  // namespace

Clerk::Clerk(store::Log& log, Follower& follower)
    : log_(log),
      follower_(follower),
      office_version_(log.stream_size(office_stream)),
      next_stream_(log.stream_count()) {
  office_ = record::fold_office(record::counting(history_of(log, office_stream)));
}

Clerk::~Clerk() = default;

std::size_t Clerk::KeyHash::operator()(const store::ReceiptKey& key) const {
  std::size_t hash = 0;
  std::memcpy(&hash, key.data(), sizeof hash);
  return hash;
}

record::KeptEntry Clerk::entry(Seq seq) const {
  if (seq >= log_.head().size) return {staged_[seq - log_.head().size].bytes, seq};
  const auto bytes = log_.read(seq);
  return {std::as_bytes(std::span(bytes)), seq};
}

std::span<const std::byte> Clerk::keep(std::span<const std::byte> bytes) {
  if (pages_.empty() || pages_.back().capacity() - pages_.back().size() < bytes.size())
    pages_.emplace_back().reserve(std::max(page_bytes, bytes.size()));
  auto& page = pages_.back();
  const auto at = page.size();
  page.insert(page.end(), bytes.begin(), bytes.end());  // within what was reserved: nothing moves
  return std::span(page).subspan(at);
}

std::optional<store::Receipt> Clerk::receipt(std::string_view id) const {
  const auto key = log_.receipt_key(id);
  if (const auto taken = receipts_.find(key); taken != receipts_.end()) return taken->second;
  return log_.receipt(key);
}

record::History Clerk::history(const Loaded& loaded) const {
  auto history = history_of(log_, loaded.stream);
  for (const Seq seq : loaded.staged) history.push_back(entry(seq));
  return history;
}

record::History Clerk::office_history() const {
  auto history = history_of(log_, office_stream);
  for (std::size_t i = 0; i < staged_.size(); ++i)
    if (staged_[i].stream == office_stream) history.push_back(entry(log_.head().size + i));
  return history;
}

Clerk::Loaded& Clerk::load(std::string_view code, StreamNo stream) {
  auto loaded = std::make_unique<Loaded>();
  loaded->stream = stream;
  loaded->version = log_.stream_size(stream);
  loaded->docket = record::fold_docket(record::counting(history_of(log_, stream)));
  return *(dockets_[std::string(code)] = std::move(loaded));
}

// Null when there is no such docket, or its opening was corrected.
Clerk::Loaded* Clerk::find(std::string_view code) {
  Loaded* loaded = nullptr;
  if (const auto known = dockets_.find(std::string(code)); known != dockets_.end()) {
    loaded = known->second.get();
  } else if (const auto stream = log_.database().get(store::Family::dockets, code)) {
    loaded = &load(code, store::keys::big_endian<StreamNo>(*stream));
  }
  return loaded;
}

Answer Clerk::stage(const Command& command, const Submission& submission, StreamNo stream, std::uint32_t& version,
                    const std::vector<domain::Fact>& facts) {
  const Seq first = log_.head().size + staged_.size();
  record::Envelope envelope;
  envelope.recorded_at = submission.now;
  envelope.on = command.on;
  envelope.stream = stream;
  envelope.command = command.id;
  envelope.parts = static_cast<std::uint16_t>(facts.size());
  envelope.request = submission.request;
  envelope.actor = command.by;
  envelope.note = command.note;
  envelope.origin = submission.origin;
  for (const auto& fact : facts) {
    envelope.seq = log_.head().size + staged_.size();
    envelope.version = version++;
    encoded_.clear();
    record::write_entry(envelope, fact, encoded_);
    staged_.push_back({stream, envelope.version, command.on, keep(encoded_)});
    ++envelope.part;
  }
  const store::Receipt receipt{first, first + facts.size() - 1, submission.request};
  receipts_.emplace(log_.receipt_key(command.id), receipt);
  return Recorded{receipt};
}

Answer Clerk::take(const Command& command, const Submission& submission) {
  if (const auto known = receipt(command.id)) {
    if (known->request == submission.request) return Repeated{*known};
    return no(Refusal::command_id_reused, command.id);
  }
  if (command.on > shanghai_day(submission.now)) return no(Refusal::on_after_recording, to_string(command.on));
  return answer(command, submission);
}

Answer Clerk::answer(const Command& command, const Submission& submission) {
  if (std::holds_alternative<domain::Open>(command.body)) return take_open(command, submission);
  if (const auto* correct = std::get_if<domain::Correct>(&command.body))
    return take_correction(command, *correct, submission);
  const bool about_docket =
      std::visit([](const auto& body) { return domain::about_a_docket<std::decay_t<decltype(body)>>; }, command.body);
  if (about_docket) return take_for_docket(command, submission);

  auto decision = domain::decide(office_, command);
  if (auto* refused = std::get_if<No>(&decision)) return *refused;
  const auto& facts = std::get<domain::Facts>(decision).facts;
  const auto answer = stage(command, submission, office_stream, office_version_, facts);
  for (const auto& fact : facts) office_.evolve(command.on, fact);
  return answer;
}

Answer Clerk::take_open(const Command& command, const Submission& submission) {
  const auto& open = std::get<domain::Open>(command.body);
  Loaded* known = find(command.docket);
  if (known && known->docket.opened) return no(Refusal::docket_exists, command.docket);
  if (!open.parent.empty()) {
    const Loaded* parent = find(open.parent);
    if (!parent || !parent->docket.opened) return no(Refusal::parent_unknown, open.parent);
    if (parent->docket.ended()) return no(Refusal::parent_ended, open.parent);
  }
  auto decision = domain::decide(office_, domain::Docket{}, command);
  if (auto* refused = std::get_if<No>(&decision)) return *refused;
  if (!known) {
    auto fresh = std::make_unique<Loaded>();
    fresh->stream = std::max<StreamNo>(next_stream_, office_stream + 1);
    fresh->version = 0;
    next_stream_ = fresh->stream + 1;
    known = (dockets_[command.docket] = std::move(fresh)).get();
  }
  if (!open.parent.empty()) children_[open.parent].insert(command.docket);
  const auto& facts = std::get<domain::Facts>(decision).facts;
  for (std::size_t i = 0; i < facts.size(); ++i) known->staged.push_back(log_.head().size + staged_.size() + i);
  known->touched = true;
  const auto answer = stage(command, submission, known->stream, known->version, facts);
  for (const auto& fact : facts) domain::evolve(known->docket, command.on, fact);
  return answer;
}

Answer Clerk::take_for_docket(const Command& command, const Submission& submission) {
  Loaded* loaded = find(command.docket);
  if (!loaded || !loaded->docket.opened) return no(Refusal::docket_unknown, command.docket);
  const bool latest = command.on >= loaded->docket.last_on;
  // Paper that arrives late is decided where it belongs, and what is already there must still hold after it.
  record::History history;
  std::vector<const record::Entry*> entries;
  domain::Docket earlier;
  if (!latest) {
    history = this->history(*loaded);
    entries = record::counting(history);
    const auto later = std::find_if(entries.begin(), entries.end(),
                                    [&](const record::Entry* entry) { return entry->envelope.on > command.on; });
    earlier = record::fold_docket({entries.begin(), later});
    entries.erase(entries.begin(), later);
  }
  if (const auto* close = std::get_if<domain::Close>(&command.body)) {
    if (!close->into.empty()) {
      const Loaded* into = find(close->into);
      if (!into || !into->docket.opened) return no(Refusal::docket_unknown, close->into);
    }
  }
  const auto decision = domain::decide(office_, latest ? loaded->docket : earlier, command);
  if (const auto* refused = std::get_if<No>(&decision)) return *refused;
  if (std::holds_alternative<domain::Close>(command.body))
    if (auto children = open_children(command.docket, command.on); !children.empty())
      return no(Refusal::children_open, command.docket, std::move(children));
  const auto& facts = std::get<domain::Facts>(decision).facts;
  if (latest) {
    for (const auto& fact : facts) domain::evolve(loaded->docket, command.on, fact);
  } else {
    for (const auto& fact : facts) domain::evolve(earlier, command.on, fact);
    if (auto refused = judge(steps_of(entries), earlier)) return *refused;
    loaded->docket = std::move(earlier);
  }
  for (std::size_t i = 0; i < facts.size(); ++i) loaded->staged.push_back(log_.head().size + staged_.size() + i);
  loaded->touched = true;
  return stage(command, submission, loaded->stream, loaded->version, facts);
}

std::vector<std::string> Clerk::open_children(std::string_view code, Day on) {
  std::set<std::string> codes;
  if (const auto taken = children_.find(code); taken != children_.end()) codes = taken->second;
  const auto from = store::keys::child(code, {});
  log_.database().scan(store::Family::children, from, {}, [&](std::string_view key, std::string_view) {
    if (!key.starts_with(from)) return false;
    codes.emplace(key.substr(from.size()));
    return true;
  });
  std::vector<std::string> open;
  for (const auto& child : codes) {
    const Loaded* loaded = find(child);
    if (!loaded || !loaded->docket.opened) continue;
    const auto history = this->history(*loaded);
    const auto then = record::fold_docket(record::counting(history, {on, {}}));
    if (!then.ended()) open.push_back(child);
  }
  return open;
}

// The command of a later entry that names what this one made known, if there is one.
std::optional<std::string> Clerk::last_use(const record::Entry& made) const {
  std::string_view unit, decision;
  if (const auto* fact = std::get_if<domain::UnitRegistered>(&made.fact)) unit = fact->unit;
  if (const auto* fact = std::get_if<domain::DecisionMade>(&made.fact)) decision = fact->decision;
  if (unit.empty() && decision.empty()) return {};
  std::optional<std::string> use;
  const auto look = [&](const record::Entry& entry) {
    if (entry.envelope.command == made.envelope.command) return;
    std::visit(
        [&](const auto& fact) {
          if constexpr (requires { fact.unit; })
            if (!unit.empty() && fact.unit == unit) use = entry.envelope.command;
          if constexpr (requires { fact.member; })
            if (!unit.empty() && fact.member == unit) use = entry.envelope.command;
          if constexpr (requires { fact.decision; })
            if (!decision.empty() && fact.decision == decision) use = entry.envelope.command;
        },
        entry.fact);
  };
  record::EntryReader reader;
  log_.scan(made.envelope.seq, log_.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
    look(reader.read(bytes, seq));
    return true;
  });
  for (std::size_t i = 0; i < staged_.size(); ++i) look(entry(log_.head().size + i).entry());
  return use;
}

Answer Clerk::take_correction(const Command& command, const domain::Correct& correct, const Submission& submission) {
  const auto receipt = this->receipt(correct.entry);
  if (!receipt) return no(Refusal::command_unknown, correct.entry);
  const auto first = entry(receipt->first);
  if (std::holds_alternative<domain::CommandCorrected>(first->fact))
    return no(Refusal::correction_stands, correct.entry);
  const std::vector<domain::Fact> facts{domain::CommandCorrected{correct.entry, correct.reason}};
  const auto without = [&](std::vector<const record::Entry*> entries) {
    std::erase_if(entries, [&](const record::Entry* entry) { return entry->envelope.command == correct.entry; });
    return entries;
  };
  const auto already = [&](const record::History& history) {
    const auto gone = record::corrected(history);
    return std::find(gone.begin(), gone.end(), correct.entry) != gone.end();
  };

  if (first->envelope.stream == office_stream) {
    const auto history = office_history();
    if (already(history)) return no(Refusal::command_corrected, correct.entry);
    if (auto use = last_use(first.entry())) return no(Refusal::in_use, correct.entry, {*use});
    const auto answer = stage(command, submission, office_stream, office_version_, facts);
    office_ = record::fold_office(without(record::counting(history)));
    return answer;
  }

  Loaded* loaded = nullptr;
  for (auto& [code, each] : dockets_)
    if (each->stream == first->envelope.stream) loaded = each.get();
  if (!loaded) {
    const auto history = history_of(log_, first->envelope.stream);
    loaded = find(std::get<domain::DocketOpened>(history.front()->fact).docket);
  }
  const auto history = this->history(*loaded);
  if (already(history)) return no(Refusal::command_corrected, correct.entry);
  domain::Docket docket;
  const auto left = without(record::counting(history));
  if (auto refused = judge(steps_of(left), docket)) return *refused;
  loaded->docket = std::move(docket);
  loaded->staged.push_back(log_.head().size + staged_.size());
  loaded->touched = true;
  return stage(command, submission, loaded->stream, loaded->version, facts);
}

void Clerk::commit() {
  if (staged_.empty()) return;
  auto rows = log_.writes(staged_.size());
  // In the order of the keys, as a large write wants them.
  std::vector<Touched> touched;
  std::vector<std::pair<std::string_view, StreamNo>> codes;
  for (const auto& [code, loaded] : dockets_) {
    if (!loaded->touched) continue;
    touched.push_back({loaded->stream, &loaded->docket});
    codes.emplace_back(code, loaded->stream);
  }
  std::sort(touched.begin(), touched.end(), [](const Touched& a, const Touched& b) { return a.stream < b.stream; });
  std::sort(codes.begin(), codes.end());
  for (const auto& [code, stream] : codes) rows.put(store::Family::dockets, code, store::keys::stream(stream));
  for (const auto& [parent, children] : children_)
    for (const auto& child : children) rows.put(store::Family::children, store::keys::child(parent, child), {});

  std::vector<Appended> appended;
  appended.reserve(staged_.size());
  for (const auto& staged : staged_)
    appended.push_back({log_.head().size + appended.size(), staged.on, staged.stream, staged.version, staged.bytes});
  follower_.follow(rows, appended, touched);
  std::vector<Appended>().swap(appended);
  std::vector<store::KeyedReceipt> commands;
  commands.reserve(receipts_.size());
  for (const auto& [key, receipt] : receipts_) commands.push_back({key, receipt});
  decltype(receipts_)().swap(receipts_);  // a large batch has no room for them twice
  log_.append(
      staged_.size(),
      [&](std::size_t i) {
        const auto& staged = staged_[i];
        return store::Stored{staged.stream, staged.version, staged.bytes};
      },
      std::move(commands), std::move(rows));

  staged_.clear();
  pages_.clear();
  receipts_.clear();
  children_.clear();
  for (auto& [code, loaded] : dockets_) {
    loaded->staged.clear();
    loaded->touched = false;
  }
}

}  // namespace ducha
