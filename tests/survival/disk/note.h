// What the watched disk writes down of each change, and the words it is told its faults by.
//
// A journal is a run of notes in the order in which the changes came to pass, all threads of all processes in one:
//   note = Note, path (path_size bytes), other (other_size bytes), data (data_size bytes)
// It is written and read on one machine within one trial, so numbers lie as the machine has them.

#pragma once

#include <cstdint>

namespace ducha::survival {

enum class Change : std::uint8_t {
  began,         // a process, its first note
  acknowledged,  // its standard output has grown
  opened,        // path; `at` holds the flags of open(2): what is created and what is emptied follows from them
  closed,        // fd
  wrote,         // fd, at: offset, data
  resized,       // fd, at: size
  synced,        // fd, a folder's or a file's
  made_folder,   // path
  removed,       // path: a file or an empty folder
  moved,         // path to other
  linked,        // path, also called other
};

struct Note {
  Change change;
  std::int32_t process;
  std::int32_t fd;
  std::int64_t at;
  std::uint32_t path_size, other_size, data_size;
};

// The environment of a watched process.
inline constexpr const char* folder_variable = "DUCHA_DISK_FOLDER";    // absolute; what lies below is watched
inline constexpr const char* journal_variable = "DUCHA_DISK_JOURNAL";  // appended to; without it nothing is noted
// Syncs go to the disk itself unless there is a journal: the tries are of what it says, and need not be slow.
inline constexpr const char* room_variable = "DUCHA_DISK_ROOM";  // so many bytes, then ENOSPC
// "KIND NTH ERRNO once|ever": the n-th call of the kind fails, and every later one if `ever`. Kinds: write, sync,
// create, rename, remove, and change, which is any of them.
inline constexpr const char* fault_variable = "DUCHA_DISK_FAULT";

// What the name of a new file or folder takes of the room.
inline constexpr std::int64_t name_takes = 256;

}  // namespace ducha::survival
