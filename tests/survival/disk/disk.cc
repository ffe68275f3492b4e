// A disk that is watched and can fail: preloaded into a process, it stands between the program and the kernel for
// whatever changes files below one folder. Each change is noted in a journal (note.h), or refused as asked.
//
// Every function of the C library by which ducha, RocksDB and the standard library change files is here under its
// own name, and calls the kernel directly. That none was forgotten is tried: laid down whole, the journal gives the
// folder byte for byte (volume.h). One lock makes call and note one step, so the order of notes is the order of
// changes.

#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "tests/survival/disk/note.h"

namespace {

using namespace ducha::survival;

constexpr int fds_max = 4096;
constexpr int journal_fd = 1000;  // out of the way of those the program counts through

pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

struct Lock {
  Lock() { pthread_mutex_lock(&one_at_a_time); }
  ~Lock() { pthread_mutex_unlock(&one_at_a_time); }
};

enum Kind : unsigned {
  write_kind = 1,
  sync_kind = 2,
  create_kind = 4,
  rename_kind = 8,
  remove_kind = 16,
  any_kind = 31
};

struct Disk {
  char folder[PATH_MAX] = {};
  bool noting = false;
  bool watched[fds_max] = {};
  long long room = -1;  // -1: without end
  unsigned fault_kind = 0;
  long fault_at = 0;
  int fault_error = 0;
  bool fault_stays = false;
  long long told = 0;  // bytes on standard output
} disk;

bool below(const char* path) {
  const auto size = std::strlen(disk.folder);
  return size > 0 && std::strncmp(path, disk.folder, size) == 0 && (path[size] == '/' || path[size] == '\0');
}

// The path as it stands from the root, "." and doubled slashes left out. Nothing here uses links or "..".
void resolve(int at, const char* path, char* to) {
  char whole[2 * PATH_MAX] = {};
  if (path[0] != '/') {
    if (at == AT_FDCWD) {
      if (syscall(SYS_getcwd, whole, PATH_MAX) < 0) whole[0] = '\0';
    } else {
      char link[64];
      std::snprintf(link, sizeof link, "/proc/self/fd/%d", at);
      const auto size = syscall(SYS_readlinkat, AT_FDCWD, link, whole, PATH_MAX - 1);
      whole[size > 0 ? size : 0] = '\0';
    }
    std::strcat(whole, "/");
  }
  std::strncat(whole, path, PATH_MAX - 1);
  std::size_t size = 0;
  for (const char* from = whole; *from != '\0' && size + 1 < PATH_MAX;) {
    if (from[0] == '/' && (from[1] == '/' || from[1] == '\0'))
      ++from;
    else if (from[0] == '/' && from[1] == '.' && (from[2] == '/' || from[2] == '\0'))
      from += 2;
    else
      to[size++] = *from++;
  }
  to[size] = '\0';
}

void put(const void* bytes, std::size_t size) {
  for (auto at = static_cast<const char*>(bytes); size > 0;) {
    const auto done = syscall(SYS_write, journal_fd, at, size);
    if (done <= 0) _exit(99);  // a journal with a gap would accuse the program
    at += done;
    size -= static_cast<std::size_t>(done);
  }
}

void note_plainly(Change change, int fd, long long at, const char* path = "", const char* other = "",
                  const void* data = nullptr, std::size_t size = 0) {
  if (!disk.noting) return;
  Note note{};
  note.change = change;
  note.process = static_cast<std::int32_t>(getpid());
  note.fd = fd;
  note.at = at;
  note.path_size = static_cast<std::uint32_t>(std::strlen(path));
  note.other_size = static_cast<std::uint32_t>(std::strlen(other));
  note.data_size = static_cast<std::uint32_t>(size);
  put(&note, sizeof note);
  put(path, note.path_size);
  put(other, note.other_size);
  put(data, size);
}

// What was told before this change is acknowledged before it.
void note(Change change, int fd, long long at, const char* path = "", const char* other = "",
          const void* data = nullptr, std::size_t size = 0) {
  struct stat out {};
  if (disk.noting && fstat(STDOUT_FILENO, &out) == 0 && S_ISREG(out.st_mode) && out.st_size > disk.told) {
    disk.told = out.st_size;
    note_plainly(Change::acknowledged, STDOUT_FILENO, out.st_size);
  }
  note_plainly(change, fd, at, path, other, data, size);
}

// Whether the call is to fail by the fault asked for; errno says why.
bool fails(Kind kind) {
  if ((disk.fault_kind & kind) == 0) return false;
  if (disk.fault_at > 0 && --disk.fault_at > 0) return false;
  if (disk.fault_at < 0) return false;
  if (!disk.fault_stays) disk.fault_at = -1;
  errno = disk.fault_error;
  return true;
}

// How much of it there is room for; nothing and errno when there is none.
long long roomy(long long size) {
  if (disk.room < 0 || size == 0) return size;
  if (disk.room == 0) {
    errno = ENOSPC;
    return 0;
  }
  const auto takes = size < disk.room ? size : disk.room;
  disk.room -= takes;
  return takes;
}
bool no_room_for_a_name() {
  if (disk.room < 0) return false;
  if (disk.room < name_takes) {
    errno = ENOSPC;
    return true;
  }
  disk.room -= name_takes;
  return false;
}

bool is_watched(int fd) { return fd >= 0 && fd < fds_max && disk.watched[fd]; }

unsigned kind_called(const char* word) {
  static constexpr struct {
    const char* word;
    unsigned kind;
  } kinds[] = {{"write", write_kind},   {"sync", sync_kind},     {"create", create_kind},
               {"rename", rename_kind}, {"remove", remove_kind}, {"change", any_kind}};
  for (const auto& each : kinds)
    if (std::strcmp(each.word, word) == 0) return each.kind;
  _exit(98);
}

[[gnu::constructor]] void begin() {
  const char* folder = std::getenv(folder_variable);
  if (folder == nullptr) return;
  std::snprintf(disk.folder, sizeof disk.folder, "%s", folder);
  // Receipts go out line by line, as a terminal shows them.
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  if (const char* room = std::getenv(room_variable)) disk.room = std::atoll(room);
  if (const char* fault = std::getenv(fault_variable)) {
    char kind[16] = {}, stays[8] = {};
    if (std::sscanf(fault, "%15s %ld %d %7s", kind, &disk.fault_at, &disk.fault_error, stays) != 4) _exit(98);
    disk.fault_kind = kind_called(kind);
    disk.fault_stays = std::strcmp(stays, "ever") == 0;
  }
  if (const char* journal = std::getenv(journal_variable)) {
    const auto fd = syscall(SYS_openat, AT_FDCWD, journal, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0 || syscall(SYS_dup3, fd, journal_fd, O_CLOEXEC) < 0) _exit(99);
    syscall(SYS_close, fd);
    disk.noting = true;
    note_plainly(Change::began, 0, 0);
  }
}

[[gnu::destructor]] void end() {
  const Lock lock;
  note(Change::closed, -1, 0);  // so that what was told last is acknowledged
}

int open_at(int at, const char* path, int flags, mode_t mode) {
  char whole[PATH_MAX];
  resolve(at, path, whole);
  const Lock lock;
  if (!below(whole)) {
    const auto fd = static_cast<int>(syscall(SYS_openat, at, path, flags, mode));
    if (fd >= 0 && fd < fds_max) disk.watched[fd] = false;
    return fd;
  }
  const bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
  struct stat there {};
  const bool makes = (flags & O_CREAT) != 0 && lstat(whole, &there) != 0;
  // A disk that may only be read refuses to open for writing what is there, too.
  if (writes && (makes || disk.fault_error == EROFS) && fails(create_kind)) return -1;
  if (makes && no_room_for_a_name()) return -1;
  const auto fd = static_cast<int>(syscall(SYS_openat, at, path, flags, mode));
  if (fd >= 0 && fd < fds_max) {
    disk.watched[fd] = true;
    note(Change::opened, fd, flags, whole);
  }
  return fd;
}

ssize_t write_at(int fd, const void* bytes, std::size_t size, off_t at, bool in_place) {
  const Lock lock;
  if (fails(write_kind)) return -1;
  const auto fits = roomy(static_cast<long long>(size));
  if (fits == 0 && size > 0) return -1;
  const auto done = in_place ? syscall(SYS_pwrite64, fd, bytes, static_cast<std::size_t>(fits), at)
                             : syscall(SYS_write, fd, bytes, static_cast<std::size_t>(fits));
  if (done > 0) {
    const auto began = in_place ? at : syscall(SYS_lseek, fd, 0, SEEK_CUR) - done;
    note(Change::wrote, fd, began, "", "", bytes, static_cast<std::size_t>(done));
  }
  return done;
}

int sync_of(int fd, long number) {
  if (!is_watched(fd)) return static_cast<int>(syscall(number, fd));
  const Lock lock;
  if (fails(sync_kind)) return -1;
  note(Change::synced, fd, 0);
  return disk.noting ? 0 : static_cast<int>(syscall(number, fd));
}

int change_name(int at, const char* from, int to_at, const char* to, unsigned flags, Change change) {
  char whole_from[PATH_MAX], whole_to[PATH_MAX];
  resolve(at, from, whole_from);
  resolve(to_at, to, whole_to);
  const Lock lock;
  const bool inside = below(whole_from) || below(whole_to);
  if (inside && (fails(change == Change::moved ? rename_kind : create_kind) || no_room_for_a_name())) return -1;
  const auto done = change == Change::moved
                        ? static_cast<int>(syscall(SYS_renameat2, at, from, to_at, to, flags))
                        : static_cast<int>(syscall(SYS_linkat, at, from, to_at, to, static_cast<int>(flags)));
  if (done == 0 && inside) note(change, -1, 0, whole_from, whole_to);
  return done;
}

int remove_at(int at, const char* path, int flags) {
  char whole[PATH_MAX];
  resolve(at, path, whole);
  const Lock lock;
  if (below(whole) && fails(remove_kind)) return -1;
  const auto done = static_cast<int>(syscall(SYS_unlinkat, at, path, flags));
  if (done == 0 && below(whole)) note(Change::removed, -1, 0, whole);
  return done;
}

int make_folder_at(int at, const char* path, mode_t mode) {
  char whole[PATH_MAX];
  resolve(at, path, whole);
  const Lock lock;
  struct stat there {};
  const bool makes = below(whole) && lstat(whole, &there) != 0;
  if (makes && (fails(create_kind) || no_room_for_a_name())) return -1;
  const auto done = static_cast<int>(syscall(SYS_mkdirat, at, path, mode));
  if (done == 0 && makes) note(Change::made_folder, -1, 0, whole);
  return done;
}

int resize(int fd, off_t size) {
  const Lock lock;
  if (fails(write_kind)) return -1;
  const auto done = static_cast<int>(syscall(SYS_ftruncate, fd, size));
  if (done == 0) note(Change::resized, fd, size);
  return done;
}

int allocate(int fd, int mode, off_t at, off_t size) {
  const Lock lock;
  if (fails(write_kind)) return -1;
  if (disk.room >= 0 && size > disk.room) {
    errno = ENOSPC;
    return -1;
  }
  struct stat before {};
  fstat(fd, &before);
  const auto done = static_cast<int>(syscall(SYS_fallocate, fd, mode, at, size));
  if (done == 0 && (mode & FALLOC_FL_KEEP_SIZE) == 0 && at + size > before.st_size)
    note(Change::resized, fd, at + size);
  return done;
}

template <class Call>
ssize_t each_of(const iovec* pieces, int count, const Call& call) {
  ssize_t all = 0;
  for (int i = 0; i < count; ++i) {
    const auto done = call(pieces[i], all);
    if (done < 0) return all > 0 ? all : -1;
    all += done;
    if (static_cast<std::size_t>(done) < pieces[i].iov_len) break;
  }
  return all;
}

mode_t mode_in(int flags, va_list rest) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(rest, unsigned)) : 0;
}

}  // namespace

extern "C" {

#define DISK_OPEN(name)                          \
  int name(const char* path, int flags, ...) {   \
    va_list rest;                                \
    va_start(rest, flags);                       \
    const auto mode = mode_in(flags, rest);      \
    va_end(rest);                                \
    return open_at(AT_FDCWD, path, flags, mode); \
  }
#define DISK_OPENAT(name)                              \
  int name(int at, const char* path, int flags, ...) { \
    va_list rest;                                      \
    va_start(rest, flags);                             \
    const auto mode = mode_in(flags, rest);            \
    va_end(rest);                                      \
    return open_at(at, path, flags, mode);             \
  }
DISK_OPEN(open)
DISK_OPEN(open64)
DISK_OPENAT(openat)
DISK_OPENAT(openat64)
int __open_2(const char* path, int flags) { return open_at(AT_FDCWD, path, flags, 0); }
int __open64_2(const char* path, int flags) { return open_at(AT_FDCWD, path, flags, 0); }
int creat(const char* path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd) {
  const Lock lock;
  if (is_watched(fd)) {
    disk.watched[fd] = false;
    note(Change::closed, fd, 0);
  }
  return static_cast<int>(syscall(SYS_close, fd));
}
// Closes its number within the C library, where nobody is asked.
int fclose(FILE* file) {
  static const auto real = reinterpret_cast<int (*)(FILE*)>(dlsym(RTLD_NEXT, "fclose"));
  if (const int fd = fileno(file); is_watched(fd)) {
    const Lock lock;
    disk.watched[fd] = false;
    note(Change::closed, fd, 0);
  }
  return real(file);
}

ssize_t write(int fd, const void* bytes, std::size_t size) {
  return is_watched(fd) ? write_at(fd, bytes, size, 0, false) : syscall(SYS_write, fd, bytes, size);
}
ssize_t pwrite(int fd, const void* bytes, std::size_t size, off_t at) {
  return is_watched(fd) ? write_at(fd, bytes, size, at, true) : syscall(SYS_pwrite64, fd, bytes, size, at);
}
ssize_t pwrite64(int fd, const void* bytes, std::size_t size, off64_t at) { return pwrite(fd, bytes, size, at); }
ssize_t writev(int fd, const iovec* pieces, int count) {
  if (!is_watched(fd)) return syscall(SYS_writev, fd, pieces, count);
  return each_of(pieces, count,
                 [&](const iovec& piece, ssize_t) { return write_at(fd, piece.iov_base, piece.iov_len, 0, false); });
}
ssize_t pwritev(int fd, const iovec* pieces, int count, off_t at) {
  return each_of(pieces, count, [&](const iovec& piece, ssize_t done) {
    return pwrite(fd, piece.iov_base, piece.iov_len, at + done);
  });
}
ssize_t pwritev64(int fd, const iovec* pieces, int count, off64_t at) { return pwritev(fd, pieces, count, at); }
// What moves bytes within the kernel is declined; callers then read and write.
ssize_t sendfile(int to, int from, off_t* at, std::size_t size) {
  if (!is_watched(to)) return syscall(SYS_sendfile, to, from, at, size);
  errno = EINVAL;
  return -1;
}
ssize_t sendfile64(int to, int from, off64_t* at, std::size_t size) { return sendfile(to, from, at, size); }
ssize_t copy_file_range(int from, off64_t* from_at, int to, off64_t* to_at, std::size_t size, unsigned flags) {
  if (!is_watched(to)) return syscall(SYS_copy_file_range, from, from_at, to, to_at, size, flags);
  errno = EXDEV;
  return -1;
}

int fsync(int fd) { return sync_of(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_of(fd, SYS_fdatasync); }
// Begins to write out and promises nothing: no note.
int sync_file_range(int fd, off64_t at, off64_t size, unsigned flags) {
  return disk.noting ? 0 : static_cast<int>(syscall(SYS_sync_file_range, fd, at, size, flags));
}

int ftruncate(int fd, off_t size) {
  return is_watched(fd) ? resize(fd, size) : static_cast<int>(syscall(SYS_ftruncate, fd, size));
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }
int truncate(const char* path, off_t size) {
  const int fd = open_at(AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0);
  if (fd < 0) return -1;
  const int done = ftruncate(fd, size);
  close(fd);
  return done;
}
int truncate64(const char* path, off64_t size) { return truncate(path, size); }
int fallocate(int fd, int mode, off_t at, off_t size) {
  return is_watched(fd) ? allocate(fd, mode, at, size) : static_cast<int>(syscall(SYS_fallocate, fd, mode, at, size));
}
int fallocate64(int fd, int mode, off64_t at, off64_t size) { return fallocate(fd, mode, at, size); }
int posix_fallocate(int fd, off_t at, off_t size) { return fallocate(fd, 0, at, size) == 0 ? 0 : errno; }
int posix_fallocate64(int fd, off64_t at, off64_t size) { return posix_fallocate(fd, at, size); }

int rename(const char* from, const char* to) { return change_name(AT_FDCWD, from, AT_FDCWD, to, 0, Change::moved); }
int renameat(int at, const char* from, int to_at, const char* to) {
  return change_name(at, from, to_at, to, 0, Change::moved);
}
int renameat2(int at, const char* from, int to_at, const char* to, unsigned flags) {
  return change_name(at, from, to_at, to, flags, Change::moved);
}
int link(const char* from, const char* to) { return change_name(AT_FDCWD, from, AT_FDCWD, to, 0, Change::linked); }
int linkat(int at, const char* from, int to_at, const char* to, int flags) {
  return change_name(at, from, to_at, to, static_cast<unsigned>(flags), Change::linked);
}
int unlink(const char* path) { return remove_at(AT_FDCWD, path, 0); }
int unlinkat(int at, const char* path, int flags) { return remove_at(at, path, flags); }
int rmdir(const char* path) { return remove_at(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char* path) {
  struct stat there {};
  return lstat(path, &there) == 0 && S_ISDIR(there.st_mode) ? rmdir(path) : unlink(path);
}
int mkdir(const char* path, mode_t mode) { return make_folder_at(AT_FDCWD, path, mode); }
int mkdirat(int at, const char* path, mode_t mode) { return make_folder_at(at, path, mode); }

// Says as much room as there is by the budget, as a full disk would.
int statvfs(const char* path, struct statvfs* space) {
  static const auto real = reinterpret_cast<int (*)(const char*, struct statvfs*)>(dlsym(RTLD_NEXT, "statvfs"));
  const int done = real(path, space);
  if (done == 0 && disk.room >= 0)
    space->f_bavail = space->f_bfree = static_cast<fsblkcnt_t>(disk.room) / (space->f_frsize > 0 ? space->f_frsize : 1);
  return done;
}
int statvfs64(const char* path, struct statvfs64* space) {
  return statvfs(path, reinterpret_cast<struct statvfs*>(space));
}

}  // extern "C"
