// Lets calls to the system go wrong: LD_PRELOAD puts it between a program and the C library.
//
//   FAULT_CALL  which call, by the name of its function; "create" is an open that makes a file, "any" is each of them
//   FAULT_ON    only where the path has this in it, and for descriptors opened by such a path; also "stdin", "stdout"
//   FAULT_AT    which one of them, counted from 1; with FAULT_EVER what is "short" is so from there on, without a line
//   FAULT       what happens to it: the name of an error; "short", a single byte comes through; "nothing", no byte does;
//               "gone", right after it the file is removed; or the name of a signal, which comes right after it
//   FAULT_LOG   a file that gets a line for each of them, with " !" after the name of what went wrong
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const struct { const char *name; int code; } errors[] = {
  {"EACCES", EACCES}, {"EAGAIN", EAGAIN}, {"EBUSY", EBUSY}, {"EDQUOT", EDQUOT}, {"EEXIST", EEXIST}, {"EFBIG", EFBIG},
  {"EINTR", EINTR}, {"EINVAL", EINVAL}, {"EIO", EIO}, {"ELOOP", ELOOP}, {"EMFILE", EMFILE}, {"ENOENT", ENOENT},
  {"ENOSPC", ENOSPC}, {"ENOTSUP", ENOTSUP}, {"EPERM", EPERM}, {"EPIPE", EPIPE}, {"EROFS", EROFS}, {"EXDEV", EXDEV},
}, signals[] = {{"HUP", SIGHUP}, {"INT", SIGINT}, {"KILL", SIGKILL}, {"TERM", SIGTERM}};

// What the environment asks for, "" where it asks for nothing.
static const char *asked(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

static int is_path_meant(const char *path) { return path && *asked("FAULT_ON") && strstr(path, asked("FAULT_ON")); }

static char opened[1024];
static DIR *listed;

static int is_meant(int descriptor) {
  if (descriptor == 0) return strcmp(asked("FAULT_ON"), "stdin") == 0;
  if (descriptor == 1) return strcmp(asked("FAULT_ON"), "stdout") == 0;
  return descriptor > 0 && descriptor < (int)sizeof opened && opened[descriptor];
}

static int count, is_due;

// Counts a call and notes it. The result is not zero where it must fail, with errno as the reason.
static int fails(const char *call, int meant) {
  is_due = 0;
  if (!meant || (strcmp(asked("FAULT_CALL"), call) && strcmp(asked("FAULT_CALL"), "any"))) return 0;
  int at = atoi(asked("FAULT_AT"));
  count++;
  is_due = count == at;
  if (at && count > at && getenv("FAULT_EVER")) return is_due = 1, 0;
  int kept = errno;
  char line[40];
  int length = snprintf(line, sizeof line, "%s%s\n", call, is_due ? " !" : "");
  int log = (int)syscall(SYS_openat, AT_FDCWD, asked("FAULT_LOG"), O_WRONLY | O_APPEND | O_CREAT, 0666);
  syscall(SYS_write, log, line, length);
  syscall(SYS_close, log);
  errno = kept;
  for (size_t i = 0; is_due && i < sizeof errors / sizeof *errors; i++)
    if (strcmp(errors[i].name, asked("FAULT")) == 0) {
      errno = errors[i].code;
      return 1;
    }
  return 0;
}

static int is_now(const char *fault) { return is_due && strcmp(asked("FAULT"), fault) == 0; }

// What comes right after a call.
static void after(const char *path) {
  int kept = errno;
  if (path && is_now("gone")) syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
    if (is_now(signals[i].name)) kill(getpid(), signals[i].code);
  errno = kept;
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

// A function as it is, but for what is asked to go wrong.
#define FUNCTION(type, failed, name, parameters, arguments, meant, path) \
  type name parameters { \
    if (fails(#name, meant)) return failed; \
    type result = ((type(*) parameters)next(#name)) arguments; \
    after(path); \
    return result; \
  }

FUNCTION(int, -1, fsync, (int file), (file), is_meant(file), NULL)
FUNCTION(int, -1, fchmod, (int file, mode_t mode), (file, mode), is_meant(file), NULL)
FUNCTION(int, -1, fchown, (int file, uid_t user, gid_t group), (file, user, group), is_meant(file), NULL)
FUNCTION(int, -1, ftruncate, (int file, off_t size), (file, size), is_meant(file), NULL)
FUNCTION(int, -1, unlink, (const char *path), (path), is_path_meant(path), NULL)
FUNCTION(int, -1, mkdir, (const char *path, mode_t mode), (path, mode), is_path_meant(path), NULL)
FUNCTION(int, -1, access, (const char *path, int mode), (path, mode), is_path_meant(path), path)
FUNCTION(int, -1, stat, (const char *path, struct stat *status), (path, status), is_path_meant(path), path)
FUNCTION(int, -1, lstat, (const char *path, struct stat *status), (path, status), is_path_meant(path), path)
FUNCTION(char *, NULL, realpath, (const char *path, char *place), (path, place), is_path_meant(path), NULL)
FUNCTION(struct dirent *, NULL, readdir, (DIR *folder), (folder), folder == listed, NULL)
FUNCTION(int, -1, rename, (const char *from, const char *to), (from, to), is_path_meant(from) || is_path_meant(to), NULL)

DIR *opendir(const char *path) {
  if (fails("opendir", is_path_meant(path))) return NULL;
  DIR *folder = ((DIR *(*)(const char *))next("opendir"))(path);
  if (is_path_meant(path)) listed = folder;
  after(NULL);
  return folder;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (fails(flags & O_CREAT ? "create" : "open", is_path_meant(path))) return -1;
  int file = ((int (*)(const char *, int, ...))next("open"))(path, flags, mode);
  if (file >= 0 && file < (int)sizeof opened) opened[file] = is_path_meant(path) != 0;
  after(NULL);
  return file;
}

// A file that could not be closed is closed.
int close(int file) {
  int failed = fails("close", is_meant(file)), reason = errno;
  int result = ((int (*)(int))next("close"))(file);
  if (file >= 0 && file < (int)sizeof opened) opened[file] = 0;
  after(NULL);
  if (failed) errno = reason;
  return failed ? -1 : result;
}

// How many bytes come through.
static size_t passing(size_t size) { return is_now("short") && size > 1 ? 1 : size; }

ssize_t write(int file, const void *bytes, size_t size) {
  if (fails("write", is_meant(file))) return -1;
  if (is_now("nothing")) return 0;
  ssize_t result = ((ssize_t(*)(int, const void *, size_t))next("write"))(file, bytes, passing(size));
  after(NULL);
  return result;
}

ssize_t read(int file, void *bytes, size_t size) {
  if (fails("read", is_meant(file))) return -1;
  if (is_now("nothing")) return 0;
  ssize_t result = ((ssize_t(*)(int, void *, size_t))next("read"))(file, bytes, passing(size));
  after(NULL);
  return result;
}
