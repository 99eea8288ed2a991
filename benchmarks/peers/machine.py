"""What must be said of a machine beside every number measured on it."""

import os
import platform
import subprocess

from cases import REPOSITORY


def facts():
    """Processor, cores, load and operating system, one line."""
    return (
        f"{_processor()}, {len(os.sched_getaffinity(0))} cores, load average {os.getloadavg()[0]:.1f}, "
        f"{platform.system()} {platform.release()}"
    )


def commit():
    """The commit that was measured, with -dirty where files differ from it; empty outside a clone."""
    command = ["git", "-C", str(REPOSITORY), "describe", "--always", "--dirty"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def java(executable):
    """The version that a java command states of itself."""
    process = subprocess.run([executable, "-version"], capture_output=True, text=True, check=True)
    return process.stderr.splitlines()[1]


def _processor():
    with open("/proc/cpuinfo") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.processor()
