#include "ledger/clerk.h"

#include <algorithm>
#include <cstring>

#include "ledger/base/fault.h"

namespace ducha {

using domain::Command;
using domain::No;
using domain::Refusal;

namespace {

No no(Refusal refusal, std::string_view subject, std::vector<std::string> names = {}) {
  return {refusal, std::string(subject), std::move(names)};
}

constexpr std::size_t page_bytes = 1u << 20;

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
  return hold(code, std::move(loaded));
}

Clerk::Loaded& Clerk::hold(std::string_view code, std::unique_ptr<Loaded> loaded) {
  by_stream_[loaded->stream] = loaded.get();
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

Clerk::Loaded* Clerk::find(StreamNo stream) {
  if (const auto known = by_stream_.find(stream); known != by_stream_.end()) return known->second;
  const auto history = history_of(log_, stream);
  return find(std::get<domain::DocketOpened>(history.front()->fact).docket);
}

Answer Clerk::stage(const Command& command, const Submission& submission, const std::vector<Placed>& facts,
                    std::vector<domain::Flagged> flags) {
  const Seq first = log_.head().size + staged_.size();
  record::Envelope envelope;
  envelope.recorded_at = submission.now;
  envelope.command = command.id;
  envelope.parts = static_cast<std::uint16_t>(facts.size());
  envelope.request = submission.request;
  envelope.actor = command.by;
  envelope.note = command.note;
  envelope.origin = submission.origin;
  for (const auto& [docket, on, fact] : facts) {
    envelope.seq = log_.head().size + staged_.size();
    envelope.on = on;
    envelope.stream = docket ? docket->stream : office_stream;
    envelope.version = docket ? docket->version++ : office_version_++;
    encoded_.clear();
    record::write_entry(envelope, fact, encoded_);
    staged_.push_back({envelope.stream, envelope.version, on, keep(encoded_)});
    if (docket) {
      docket->staged.push_back(envelope.seq);
      docket->touched = true;
    }
    ++envelope.part;
  }
  const store::Receipt receipt{first, first + facts.size() - 1, submission.request};
  receipts_.emplace(log_.receipt_key(command.id), receipt);
  return Recorded{receipt, std::move(flags)};
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
  if (const auto* correct = std::get_if<domain::Correct>(&command.body))
    return take_correction(command, *correct, submission);
  if (std::holds_alternative<domain::Open>(command.body)) return take_open(command, submission);
  if (std::holds_alternative<domain::MergeUnit>(command.body)) return take_merger(command, submission);
  const auto about = command.about();
  if (about == domain::About::office || (about == domain::About::either && command.docket.empty()))
    return take_for_office(command, submission);
  return take_for_docket(command, submission);
}

Answer Clerk::take_for_office(const Command& command, const Submission& submission) {
  if (const auto* acting = std::get_if<domain::SetActing>(&command.body); acting && !is_post(acting->post))
    return no(Refusal::post_unknown, acting->post, office_.posts());
  const auto decision = domain::decide(office_, command);
  if (const auto* refused = std::get_if<No>(&decision)) return *refused;
  std::vector<Placed> placed;
  for (const auto& fact : std::get<domain::Facts>(decision).facts) {
    placed.push_back({nullptr, command.on, fact});
  }
  const auto answer = stage(command, submission, placed, std::get<domain::Facts>(decision).flags);
  for (const auto& each : placed) office_.evolve(command.on, each.fact);
  return answer;
}

// A post is known by its portfolio, as the head of a unit, or because it leads a docket.
bool Clerk::is_post(std::string_view name) {
  if (office_.is_post(name)) return true;
  bool leads = false;
  each_docket([&](std::string_view, const domain::Docket& docket) { leads = leads || docket.leader == name; });
  return leads;
}

void Clerk::each_docket(const std::function<void(std::string_view, const domain::Docket&)>& visit) {
  log_.database().scan(store::Family::dockets, {}, {}, [&](std::string_view code, std::string_view stream) {
    if (!dockets_.contains(std::string(code)))
      visit(code, record::fold_docket(record::counting(history_of(log_, store::keys::big_endian<StreamNo>(stream)))));
    return true;
  });
  for (const auto& [code, loaded] : dockets_) visit(code, loaded->docket);
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
