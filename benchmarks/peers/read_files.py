#!/usr/bin/env python3
"""Reads files with one library, named by the first argument (SimpleITK or nibabel), and says what is in them.

Reads one request a line, fields separated by tabs, and answers in lines of JSON, the last of which has "done":

    describe FILE      type, size, spacing, origin, direction (LPS, row by row) and SHA-1 of the voxels as 64-bit floats
    time FILE CALLS    one line a call: seconds; then peak_kb, the most memory that the process has had so far

ReadFiles.java is its twin: same requests, same answers.
"""

import hashlib
import json
import sys
import time
from importlib.metadata import version

LIBRARY = sys.argv[1]
if LIBRARY == "SimpleITK":
    import SimpleITK as sitk
else:
    import nibabel
import numpy as np


def read(file):
    """The voxels of a file in memory, x fastest, behind whatever the library makes of its grid."""
    if LIBRARY == "SimpleITK":
        image = sitk.ReadImage(file)
        return image, sitk.GetArrayViewFromImage(image)
    image = nibabel.load(file)
    return image, np.asanyarray(image.dataobj)


def describe(file):
    try:
        image, voxels = read(file)
    except Exception as error:  # whatever a library throws is what is said of the file
        return {"error": str(error).strip().splitlines()[-1]}
    if LIBRARY == "SimpleITK":
        size, spacing, origin, direction = (
            image.GetSize(), image.GetSpacing(), image.GetOrigin(), image.GetDirection())
        flat = voxels.ravel()
    else:
        to_lps = np.diag([-1.0, -1.0, 1.0])
        affine = np.asarray(image.affine, dtype=float)
        size, spacing = image.shape, [float(z) for z in image.header.get_zooms()]
        origin = [float(v) for v in to_lps @ affine[:3, 3]]
        columns = to_lps @ affine[:3, :3]
        direction = [float(v) for v in (columns / np.linalg.norm(columns, axis=0)).ravel()]
        flat = voxels.ravel(order="F")
    return {
        "type": str(voxels.dtype),
        "size": list(size),
        "spacing": list(spacing),
        "origin": list(origin),
        "direction": list(direction),
        "sha1": hashlib.sha1(flat.astype("<f8").tobytes()).hexdigest(),
    }


def peak_kb():
    """The kernel's own number; that of getrusage would be the parent's where that was larger."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def answer(record):
    print(json.dumps(record), flush=True)


def main():
    answer({"done": "start", "side": LIBRARY, "versions": f"{LIBRARY} {version(LIBRARY)}, numpy {version('numpy')}"})
    for line in sys.stdin:
        request, file, *rest = line.rstrip("\n").split("\t")
        if request == "describe":
            answer({"done": "describe", **describe(file)})
            continue
        for _ in range(int(rest[0])):
            start = time.perf_counter()
            read(file)
            answer({"seconds": time.perf_counter() - start})
        answer({"done": "time", "peak_kb": peak_kb()})


if __name__ == "__main__":
    main()
