#include "ledger/record/entry.h"

#include <cstring>
#include <optional>
#include <type_traits>

#include <capnp/message.h>

#include "ledger/base/fault.h"
#include "ledger/record/canonical.h"
#include "ledger/record/stored_day.h"
#include "schemas/entry.capnp.h"

namespace ducha::record {
namespace {

constexpr std::size_t entry_bytes_max = 16u << 20;

// ---- one field ---------------------------------------------------------------------------------------

template <class Field, class Builder>
void put(const Field& field, Builder& to, std::string_view text) {
  if (text.empty()) return;
  auto room = field.init(to, static_cast<unsigned>(text.size()));
  std::memcpy(room.begin(), text.data(), text.size());
}
template <class Field, class Builder>
void put(const Field& field, Builder& to, Day day) {
  field.set(to, day.number());
}
template <class Field, class Builder>
void put(const Field& field, Builder& to, std::optional<Day> day) {
  field.set(to, stored_number(day));
}
template <class Field, class Builder, class Value>
requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
void put(const Field& field, Builder& to, Value value) {
  if constexpr (std::is_enum_v<Value>)
    field.set(to, static_cast<std::uint16_t>(value));
  else
    field.set(to, value);
}

std::string_view view(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

template <class Stored>
void get(const Stored& stored, std::string_view& value) {
  value = view(stored);
}
inline void get(std::int32_t stored, Day& value) { value = Day{stored}; }
inline void get(std::int32_t stored, std::optional<Day>& value) { value = stored_day(stored); }
template <class Stored, class Value>
requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
void get(Stored stored, Value& value) {
  if constexpr (std::is_enum_v<Value>)
    if (stored >= domain::names_of<Value>.size())
      throw Fault(Fault::Kind::newer, "a word of a vocabulary this program does not know");
  value = static_cast<Value>(stored);
}

// ---- one fact ----------------------------------------------------------------------------------------

template <class Fact>
void put_fact(schema::Entry::Builder entry, const Fact& fact) {
  auto to = Fact::arm.init(entry);
  std::apply([&](const auto&... field) { (put(field, to, fact.*field.member), ...); }, Fact::fields);
}

template <class Fact>
Fact get_fact(schema::Entry::Reader entry) {
  Fact fact;
  const auto from = Fact::arm.get(entry);
  std::apply([&](const auto&... field) { (get(field.get(from), fact.*field.member), ...); }, Fact::fields);
  return fact;
}

// The schema's union and the variant list the same facts in the same order; a test walks both.
template <std::size_t I = 0>
domain::Fact get_arm(schema::Entry::Reader entry, std::size_t which) {
  if constexpr (I == std::variant_size_v<domain::Fact>) {
    throw Fault(Fault::Kind::newer, "a kind of fact this program does not know");
  } else {
    if (which == I) return get_fact<std::variant_alternative_t<I, domain::Fact>>(entry);
    return get_arm<I + 1>(entry, which);
  }
}

// ---- the envelope ------------------------------------------------------------------------------------

kj::ArrayPtr<const kj::byte> data_of(const Digest& digest) {
  return {reinterpret_cast<const kj::byte*>(digest.bytes.data()), digest.bytes.size()};
}

template <class Init>
void put_text(std::string_view text, Init init) {
  if (text.empty()) return;
  auto room = init(static_cast<unsigned>(text.size()));
  std::memcpy(room.begin(), text.data(), text.size());
}

Digest digest_of(capnp::Data::Reader data) {
  Digest digest;
  if (data.size() == 0) return digest;
  if (data.size() != digest.bytes.size()) throw Fault(Fault::Kind::damaged, "a digest of the wrong length");
  std::memcpy(digest.bytes.data(), data.begin(), data.size());
  return digest;
}

void put_envelope(schema::Entry::Builder entry, const Envelope& envelope) {
  entry.setSeq(envelope.seq);
  entry.setRecordedAt(envelope.recorded_at);
  entry.setOn(envelope.on.number());
  entry.setStream(envelope.stream);
  entry.setVersion(envelope.version);
  put_text(envelope.command, [&](unsigned size) { return entry.initCommand(size); });
  entry.setPart(envelope.part);
  entry.setParts(envelope.parts);
  put_text(envelope.actor, [&](unsigned size) { return entry.initActor(size); });
  if (envelope.part != 0) return;
  entry.setRequest(data_of(envelope.request));
  put_text(envelope.note, [&](unsigned size) { return entry.initNote(size); });
  if (envelope.origin.row == 0 && envelope.origin.name.empty()) return;
  entry.setOriginFile(data_of(envelope.origin.file));
  put_text(envelope.origin.name, [&](unsigned size) { return entry.initOriginName(size); });
  entry.setOriginRow(envelope.origin.row);
  put_text(envelope.origin.sheet, [&](unsigned size) { return entry.initOriginSheet(size); });
}

Envelope get_envelope(schema::Entry::Reader entry) {
  Envelope envelope;
  envelope.seq = entry.getSeq();
  envelope.recorded_at = entry.getRecordedAt();
  envelope.on = Day{entry.getOn()};
  envelope.stream = entry.getStream();
  envelope.version = entry.getVersion();
  envelope.command = view(entry.getCommand());
  envelope.part = entry.getPart();
  envelope.parts = entry.getParts();
  envelope.request = digest_of(entry.getRequest());
  envelope.actor = view(entry.getActor());
  envelope.note = view(entry.getNote());
  envelope.origin = {digest_of(entry.getOriginFile()), view(entry.getOriginName()), entry.getOriginRow(),
                     view(entry.getOriginSheet())};
  return envelope;
}

}  // namespace

void write_entry(const Envelope& envelope, const domain::Fact& fact, std::vector<std::byte>& into) {
  static thread_local Room room;
  capnp::MallocMessageBuilder message(room.words());
  auto entry = message.initRoot<schema::Entry>();
  put_envelope(entry, envelope);
  std::visit([&](const auto& each) { put_fact(entry, each); }, fact);
  canonical<schema::Entry>(entry.asReader(), [&](auto bytes) {
    // Never written, for it could never be read.
    if (bytes.size() > entry_bytes_max)
      throw Fault(Fault::Kind::damaged,
                  "an entry of " + std::to_string(bytes.size()) + " bytes is larger than one may be");
    const auto* begin = reinterpret_cast<const std::byte*>(bytes.begin());
    into.insert(into.end(), begin, begin + bytes.size());
  });
}

struct EntryReader::Scratch {
  kj::Array<capnp::word> words;  // none until bytes come that are not aligned
};

EntryReader::EntryReader() : scratch_(std::make_unique<Scratch>()) {}
EntryReader::~EntryReader() = default;

Entry EntryReader::read(std::span<const std::byte> stored, Seq seq) {
  const auto damaged = [&](const std::string& what) {
    return Fault(Fault::Kind::damaged, "entry " + std::to_string(seq) + ": " + what, seq);
  };
  constexpr auto word = sizeof(capnp::word);
  if (stored.empty() || stored.size() % word != 0 || stored.size() > entry_bytes_max)
    throw damaged("its length is not that of an entry");
  const auto size = stored.size() / word;
  const capnp::word* words = reinterpret_cast<const capnp::word*>(stored.data());
  if (reinterpret_cast<std::uintptr_t>(words) % word != 0) {
    if (scratch_->words.size() < size) scratch_->words = kj::heapArray<capnp::word>(size * 2);
    std::memcpy(scratch_->words.begin(), stored.data(), stored.size());
    words = scratch_->words.begin();
  }
  capnp::ReaderOptions limits;
  limits.traversalLimitInWords = 4 * size + 64;
  limits.nestingLimit = 16;
  const kj::ArrayPtr<const capnp::word> segment(words, size);
  try {
    capnp::SegmentArrayMessageReader message(kj::arrayPtr(&segment, 1), limits);
    const auto entry = message.getRoot<schema::Entry>();
    Entry read{get_envelope(entry), get_arm(entry, static_cast<std::size_t>(entry.which()))};
    if (read.envelope.seq != seq) throw damaged("it says it is entry " + std::to_string(read.envelope.seq));
    return read;
  } catch (const kj::Exception& broken) {
    throw damaged(std::string("its bytes are no entry (") + broken.getDescription().cStr() + ")");
  } catch (const Fault& fault) {
    if (fault.seq()) throw;
    throw Fault(fault.kind(), "entry " + std::to_string(seq) + ": " + fault.what(), seq);
  }
}

}  // namespace ducha::record
