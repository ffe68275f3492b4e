#include "ledger/clerk.h"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/histories.h"
#include "ledger/office_of.h"

namespace ducha {

using domain::Command;
using domain::No;
using domain::Refusal;

namespace {

No no(Refusal refusal, std::string_view subject, std::vector<std::string> names = {}) {
  return {refusal, std::string(subject), std::move(names)};
}

}  // namespace

Clerk::Clerk(store::Log& log, Follower& follower)
    : log_(log),
      follower_(follower),
      office_version_(log.stream_size(office_stream)),
      next_stream_(log.stream_count()),
      staged_(log.database().folder()),
      rows_aside_(log.database().folder()),
      receipts_(log.database().folder()),
      look_up_(log) {
  office_ = office_of(log);
}

Clerk::~Clerk() = default;

record::KeptEntry Clerk::entry(Seq seq) const {
  if (seq >= log_.head().size) return {staged_.copy(seq - log_.head().size), seq};
  const auto bytes = log_.read(seq);
  return {std::as_bytes(std::span(bytes)), seq};
}

const LookedUp& Clerk::known(std::string_view id) {
  // Asked for when a command comes, and again when it is taken.
  if (!known_ || known_->first != id || known_->second.log_size != log_.head().size) known_.emplace(id, look_up_(id));
  return known_->second;
}

std::optional<Receipt> Clerk::receipt(std::string_view id) {
  const auto& in_log = known(id);
  auto first = receipts_.find(in_log.key);
  if (!first) first = in_log.first;
  if (!first) return {};
  return receipt_in(entry(*first), id);
}

record::History Clerk::history(const Loaded& loaded) const {
  record::History history;
  if (loaded.version > loaded.staged.size()) history = history_of(log_, loaded.stream);  // else it is new
  for (const auto& each : loaded.staged) history.push_back(entry(log_.head().size + each.at));
  return history;
}

record::History Clerk::office_history() const {
  auto history = history_of(log_, office_stream);
  for (const auto at : office_staged_) history.push_back(entry(log_.head().size + at));
  return history;
}

Clerk::Loaded& Clerk::load(std::string_view code, StreamNo stream) {
  auto loaded = std::make_unique<Loaded>();
  loaded->stream = stream;
  loaded->version = log_.stream_size(stream);
  loaded->docket = std::make_unique<domain::Docket>(fold(*loaded));
  return hold(code, std::move(loaded));
}

Clerk::Loaded& Clerk::hold(std::string_view code, std::unique_ptr<Loaded> loaded) {
  loaded->used = ++uses_;
  if (loaded->docket) kept_.push_back(loaded.get());
  by_stream_[loaded->stream] = loaded.get();
  const auto [at, fresh] = dockets_.emplace(code, std::move(loaded));
  at->second->code = at->first;
  return *at->second;
}

domain::Docket Clerk::fold(const Loaded& loaded) const {
  return record::fold_docket(record::counting(history(loaded)));
}

const domain::Docket& Clerk::as_it_stands(const Loaded& loaded, domain::Docket& room) const {
  return loaded.docket ? *loaded.docket : room = fold(loaded);
}

std::string Clerk::rows_of(const Loaded& loaded) const {
  if (!loaded.docket && loaded.rows) {
    const auto bytes = rows_aside_.copy(*loaded.rows);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  domain::Docket room;
  return follower_.rows_of(as_it_stands(loaded, room));
}

Clerk::Loaded& Clerk::recall(Loaded& loaded) {
  loaded.used = ++uses_;
  if (loaded.docket) return loaded;
  gone();
  kept_max_ = std::min(kept_max_ + 1, dockets_kept_max);
  loaded.rows.reset();
  loaded.docket = std::make_unique<domain::Docket>(fold(loaded));
  kept_.push_back(&loaded);
  return loaded;
}

void Clerk::let_go() {
  if (kept_.size() <= kept_max_) return;
  gone();
  const auto border = kept_.begin() + static_cast<std::ptrdiff_t>(kept_.size() / 4);
  // Little happens to a docket that has ended.
  std::nth_element(kept_.begin(), border, kept_.end(), [](const Loaded* a, const Loaded* b) {
    const bool gone = a->docket->ended(), other_gone = b->docket->ended();
    return gone != other_gone ? gone : a->used < b->used;
  });
  // Those that changed: at the commit their rows are wanted.
  std::vector<std::pair<Loaded*, std::unique_ptr<domain::Docket>>> going;
  std::for_each(kept_.begin(), border, [&](Loaded* each) {
    if (each->staged.empty())
      each->docket.reset();
    else
      going.emplace_back(each, std::move(each->docket));
  });
  kept_.erase(kept_.begin(), border);
  if (going.empty()) return;
  going_ = std::async(std::launch::async, [this, going = std::move(going)] {
    for (const auto& [loaded, docket] : going) {
      const auto rows = follower_.rows_of(*docket);
      loaded->rows = rows_aside_.size();
      rows_aside_.add(std::as_bytes(std::span(rows)));
    }
  });
}

void Clerk::gone() {
  if (going_.valid()) going_.get();
}

// Null when there is no such docket, or its opening was corrected.
Clerk::Loaded* Clerk::find(std::string_view code) {
  if (const auto known = dockets_.find(code); known != dockets_.end()) return &recall(*known->second);
  const auto stream = log_.database().get(store::Family::dockets, code);
  return stream ? &load(code, store::keys::big_endian<StreamNo>(*stream)) : nullptr;
}

Clerk::Loaded* Clerk::find(StreamNo stream) {
  if (const auto known = by_stream_.find(stream); known != by_stream_.end()) return &recall(*known->second);
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
    if (docket && docket->staged.empty()) touched_.push_back(docket);
    const auto at = static_cast<std::uint32_t>(staged_.size());
    const bool corrects = std::holds_alternative<domain::CommandCorrected>(fact);
    if (docket)
      docket->staged.push_back({at, corrects ? on_any_day : on});
    else
      office_staged_.push_back(at);
    staged_.add(encoded_);
    ++envelope.part;
  }
  receipts_.add({known(command.id).key, first});
  return Recorded{{first, first + facts.size() - 1, submission.request}, std::move(flags)};
}

Answer Clerk::take(const Command& command, const Submission& submission) {
  let_go();
  if (submission.looked_up) known_.emplace(command.id, *submission.looked_up);
  if (const auto given = receipt(command.id)) {
    if (given->request == submission.request) return Repeated{*given};
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
  std::vector<std::string> codes;
  std::vector<StreamNo> streams;
  log_.database().scan(store::Family::dockets, {}, {}, [&](std::string_view code, std::string_view stream) {
    if (dockets_.contains(code)) return true;
    codes.emplace_back(code);
    streams.push_back(store::keys::big_endian<StreamNo>(stream));
    return true;
  });
  each_history(log_, streams, [&](std::size_t i, const record::History& history) {
    visit(codes[i], record::fold_docket(record::counting(history)));
  });
  domain::Docket room;
  for (const auto& [code, loaded] : dockets_) visit(code, as_it_stands(*loaded, room));
}

void Clerk::forget() {
  touched_.clear();
  kept_.clear();
  by_stream_.clear();
  dockets_.clear();
}

void Clerk::places(const std::function<void(const store::Place&)>& take) const {
  auto version = office_version_before();
  for (const auto at : office_staged_) take({office_stream, version++, at});
  for (const auto* docket : touched_) {
    version = docket->version - static_cast<std::uint32_t>(docket->staged.size());
    for (const auto& each : docket->staged) take({docket->stream, version++, each.at});
  }
}

void Clerk::derive(store::Writes& rows) {
  std::vector<std::pair<std::string_view, StreamNo>> codes;
  for (const auto* each : touched_) codes.emplace_back(each->code, each->stream);
  std::sort(codes.begin(), codes.end());
  for (const auto& [code, stream] : codes) rows.put(store::Family::dockets, code, store::keys::stream(stream));
  for (const auto& [parent, children] : children_)
    for (const auto& child : children) rows.put(store::Family::children, store::keys::child(parent, child), {});

  Appending appending;
  appending.before = &log_.database();
  appending.first = log_.head().size;
  appending.count = staged_.size();
  store::Pages::Reader reader(staged_);
  appending.stored = [&](std::size_t i) { return reader.read(i); };
  appending.office = office_staged_;
  appending.office_version = office_version_before();
  for (const auto* each : touched_) appending.dockets.push_back(each->stream);
  appending.entries = [&](std::size_t i) { return std::span<const Happened>(touched_[i]->staged); };
  std::string docket_rows;
  appending.rows = [&](std::size_t i) { return std::string_view(docket_rows = rows_of(*touched_[i])); };
  follower_.follow(rows, appending);
  if (rows.large()) forget();
}

void Clerk::commit() {
  if (staged_.empty()) return;
  gone();
  // In the order of the keys, as a large write wants them.
  std::sort(touched_.begin(), touched_.end(), [](const Loaded* a, const Loaded* b) { return a->stream < b->stream; });
  const auto begin = [&] {
    return [reader = std::make_shared<store::Pages::Reader>(staged_)](std::size_t i) { return reader->read(i); };
  };
  log_.append(
      staged_.size(), begin, [&](const auto& take) { places(take); },
      [&](const auto& take) { receipts_.take_in_order(take); }, log_.writes(staged_.size()),
      [&](store::Writes& rows) { derive(rows); });

  staged_.clear();
  office_staged_.clear();
  receipts_.clear();
  rows_aside_.clear();
  children_.clear();
  for (auto* each : touched_) {
    each->staged.clear();
    each->rows.reset();
  }
  touched_.clear();
}

}  // namespace ducha
