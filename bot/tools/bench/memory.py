"""How much memory a service takes, shared pages counted once."""

import psutil


def megabytes(pid: int) -> float:
    """Proportional set size of a process and all it started, in MB (RSS where the system has no PSS)."""
    root = psutil.Process(pid)
    return sum(_size(process) for process in (root, *root.children(recursive=True))) / 1024**2


def _size(process: psutil.Process) -> int:
    used = process.memory_full_info()
    return int(getattr(used, "pss", used.rss))
