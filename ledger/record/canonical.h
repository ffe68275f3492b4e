// The canonical form of a stored message, as bytes: one segment, without a segment table.

#pragma once

#include <cstring>

#include <capnp/any.h>
#include <capnp/message.h>

namespace ducha::record {

// Room for the first segment of nearly every message, used again by every one of a thread.
class Room {
 public:
  Room() { std::memset(words_.begin(), 0, words_.asBytes().size()); }
  // Zeroes, as a builder wants them and leaves them: its destructor clears what it has used.
  kj::ArrayPtr<capnp::word> words() { return words_; }

 private:
  kj::Array<capnp::word> words_ = kj::heapArray<capnp::word>(512);
};

// `take` gets the bytes, good for the call. `canonicalize` makes room of its own each time, and looks over once more
// what it made: a third of all that an entry costs. What does not fit into one segment it still sees to.
template <class Root, class Take>
void canonical(typename Root::Reader root, const Take& take) {
  static thread_local Room room;
  capnp::MallocMessageBuilder copy(room.words());
  copy.getRoot<capnp::AnyPointer>().setCanonicalAs<Root>(root);
  const auto segments = copy.getSegmentsForOutput();
  if (segments.size() == 1)
    take(segments[0].asBytes());
  else
    take(capnp::canonicalize(root).asBytes());
}

}  // namespace ducha::record
