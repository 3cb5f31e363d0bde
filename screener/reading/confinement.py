"""The walls round a reading process, put up by itself after everything is loaded and before the first byte of a file.

The process keeps what it has (loaded code, two pipes) and can gain nothing: no network, no other program, no file
to write, no more memory or time than its limits. Each wall stands alone, since no system offers all: what the
kernel refuses is left out, and ``confine`` tells which walls stand.
"""

import ctypes
import os
import platform
import resource
import struct
from collections.abc import Callable

from screener.reading.limits import ProcessLimits

# linux/prctl.h, linux/sched.h, linux/seccomp.h, linux/capability.h
_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_SECCOMP_SET_MODE_FILTER = 1
_SECCOMP_FILTER_FLAG_TSYNC = 1
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_CAPABILITY_VERSION_3 = 0x20080522
_OPEN_FILES = 32

# By machine: the audit number, seccomp, openat, and the calls that are refused. Source: Linux, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
# In this order: other programs (execve, execveat, fork, vfork; then ptrace, process_vm_writev), the network (socket,
# connect), other processes (kill, tkill, tgkill), the kernel (mount, bpf, io_uring_setup), files (open, creat, openat2,
# unlink, rename, mkdir, link, symlink, rmdir, truncate, chmod and chown, with their ``at`` forms).
_CALLS: dict[str, tuple[int, int, int, tuple[int, ...]]] = {
    "x86_64": (
        0xC000003E,
        317,
        257,
        (59, 322, 57, 58, 101, 311, 41, 42, 62, 200, 234, 165, 321, 425, 2, 85, 437, 87, 263, 82, 264, 316, 83, 258, 86,
         265, 88, 266, 84, 76, 90, 268, 92, 260),
    ),
    "aarch64": (
        0xC00000B7,
        277,
        56,
        (221, 281, 1079, 1079, 117, 271, 198, 203, 129, 130, 131, 40, 280, 425, 437, 35, 38, 276, 34, 37, 36, 45, 53, 54),
    ),
}  # fmt: skip
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # linux/bpf_common.h
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO | EPERM
_STARTS = 4
"""So many calls of each list start programs (arm64 has no fork and vfork: 1079 is nothing there)."""
_X32 = 0x40000000
_WRITES = 0x1 | 0x2 | 0x40 | 0x200  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC
_NUMBER, _ARCHITECTURE, _THIRD_ARGUMENT = 0, 4, 32  # offsets in struct seccomp_data, little-endian


def confine(limits: ProcessLimits) -> tuple[str, ...]:
    """Put up every wall that the kernel grants, but ``without_network``; the names of those that stand."""
    walls: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("limits", lambda: _limited(limits)),
        ("no-capabilities", _without_capabilities),
        ("no-calls", lambda: _without_calls(programs=limits.programs)),
    )
    return tuple(name for name, build in walls if build())


def renew_cpu(seconds: int) -> None:
    """Allow ``seconds`` of processor time from now on; more ends the process (SIGXCPU)."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    allowed = int(used.ru_utime + used.ru_stime) + 1 + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or allowed < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, hard))


def _limited(limits: ProcessLimits) -> bool:
    fixed = [
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ]
    if not limits.threads:
        fixed.append((resource.RLIMIT_NPROC, 0))
    lowered = [_lowered(kind, value) for kind, value in fixed]  # all of them, whatever one says
    return all(lowered)


def _lowered(kind: int, value: int) -> bool:
    _, hard = resource.getrlimit(kind)
    least = value if hard == resource.RLIM_INFINITY else min(value, hard)
    try:
        resource.setrlimit(kind, (least, least))
    except (OSError, ValueError):  # macOS knows no limit of the address space
        return False
    return True


def _libc() -> ctypes.CDLL | None:
    return ctypes.CDLL(None, use_errno=True) if platform.system() == "Linux" else None


def without_network() -> bool:
    """A network namespace of its own has no interface that is up; whether the kernel grants one.

    To be called first of all: an ordinary user needs a user namespace for it, which only a process of one thread
    can have, and no library that is loaded later can fetch anything.
    """
    libc = _libc()
    flags = _CLONE_NEWNET if os.geteuid() == 0 else _CLONE_NEWNET | _CLONE_NEWUSER
    return libc is not None and libc.unshare(flags) == 0


def _without_capabilities() -> bool:
    """Root without its powers is an ordinary user that owns some files."""
    libc = _libc()
    if libc is None:
        return False
    header = ctypes.create_string_buffer(struct.pack("=Ii", _CAPABILITY_VERSION_3, 0))
    nothing = ctypes.create_string_buffer(struct.pack("=6I", *[0] * 6))
    return bool(libc.capset(header, nothing) == 0)


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def _without_calls(*, programs: bool) -> bool:
    """A seccomp filter: the calls that only an intruder would make answer "not permitted"."""
    libc = _libc()
    known = _CALLS.get(platform.machine())
    if libc is None or known is None:
        return False
    architecture, seccomp, opens, calls = known
    steps = _filter(architecture, opens, calls[_STARTS:] if programs else calls)
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(code))
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # For every thread at once; kernels before 3.17 know only the call for one.
    everywhere = bool(
        libc.syscall(seccomp, _SECCOMP_SET_MODE_FILTER, _SECCOMP_FILTER_FLAG_TSYNC, ctypes.byref(program)) == 0
    )
    return everywhere or bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter(architecture: int, opens: int, calls: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
    """``struct sock_filter`` each: code, steps to jump over if true, if false, value."""
    count = len(calls)
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 0, count + 6, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_AT_LEAST, count + 4, 0, _X32),
        *((_IF_EQUAL, count + 3 - n, 0, call) for n, call in enumerate(calls)),
        (_IF_EQUAL, 0, 2, opens),
        (_LOAD, 0, 0, _THIRD_ARGUMENT),
        (_IF_ANY_BIT, 1, 0, _WRITES),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
