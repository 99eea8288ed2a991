#!/usr/bin/env python3
"""Compares reading: files that SimpleITK, nibabel and Radiomics4J wrote are read by all three.

First every type, byte order, direction and compression: grids must agree to 1e-9 (relative to the largest number of each
kind) and voxels be equal. Then the cost of reading brain1 and STS_018: warm time, time of a whole process, and its peak
memory. Prints Markdown. Exit status 1: something differs.
"""

import argparse
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nibabel
import numpy as np
import SimpleITK as sitk

import cases
import machine
from compare import JAR, Side, _java

HERE = Path(__file__).resolve().parent
TOLERANCE = 1e-9
# nibabel computes the rotation of a quaternion in 64 bits, ITK stores it in 32 bits: where a NIfTI-1 file has no other
# orientation, the two differ by this, and ours goes with ITK.
QFORM_TOLERANCE = 1e-6

OUR_NAMES = ("a.nii", "z.nii.gz", "a.nrrd", "z.nrrd", "a.mha", "z.mha", "a.mhd", "z.mhd")
TYPES = ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64")
# ITK reads NAME.nii where it is asked for NAME.nii.gz and both are there: no name twice.
ITK_NAMES = ("a.nii", "z.nii.gz", "h.hdr", "a.nrrd", "z.nrrd", "a.nhdr", "z.nhdr", "a.mha", "z.mha", "a.mhd", "z.mhd")


def directions():
    """Named direction cosines, LPS, columns the axes."""
    identity = np.eye(3)
    turn = np.array([[0.36, 0.48, -0.8], [-0.8, 0.6, 0.0], [0.48, 0.64, 0.6]])
    return {
        "identity": identity,
        "flipped": np.diag([-1.0, -1.0, 1.0]),
        "left-handed": np.diag([1.0, 1.0, -1.0]),
        "sagittal": identity[:, [1, 2, 0]],
        "oblique": turn,
        "oblique, left-handed": turn @ np.diag([1.0, -1.0, 1.0]),
    }


def voxels(dtype, random):
    """Voxels of any value that both sides have a type for."""
    if dtype.startswith("f"):
        return random.normal(0, 1e3, (4, 5, 6)).astype(dtype)
    limits = np.iinfo({"int64": "int32", "uint64": "uint32"}.get(dtype, dtype))
    return random.integers(limits.min, limits.max, (4, 5, 6), dtype=np.int64, endpoint=True).astype(dtype)


def itk_files(folder, random):
    """Files that SimpleITK writes, with what they are."""
    for (dtype, name), (way, direction) in zip(itertools.product(TYPES, ITK_NAMES), itertools.cycle(directions().items())):
        image = sitk.GetImageFromArray(voxels(dtype, random))
        image.SetSpacing(list(random.uniform(0.2, 6, 3)))
        image.SetOrigin(list(random.uniform(-300, 300, 3)))
        image.SetDirection(direction.ravel().tolist())
        file = folder / f"itk-{dtype}-{name}"
        sitk.WriteImage(image, str(file), useCompression=name.startswith("z"))
        yield file, f"SimpleITK {name[1:]}{' compressed' if name[0] == 'z' and name[-1] != 'z' else ''}", f"{dtype}, {way}", TOLERANCE


def nibabel_files(folder, random):
    """Files that nibabel writes, with what they are."""
    kinds = {
        "1.nii": nibabel.Nifti1Image,
        "1z.nii.gz": nibabel.Nifti1Image,
        "2.nii": nibabel.Nifti2Image,
        "2z.nii.gz": nibabel.Nifti2Image,
        "1h.hdr": nibabel.Nifti1Pair,
        "2h.hdr": nibabel.Nifti2Pair,
    }
    forms = itertools.cycle(("both", "sform", "qform"))
    ways = itertools.cycle(directions().items())
    for (dtype, (name, kind)), order in zip(itertools.product(TYPES, kinds.items()), itertools.cycle("<><>>")):
        form, (way, direction) = next(forms), next(ways)
        affine = np.eye(4)
        affine[:3, :3] = np.diag([-1.0, -1.0, 1.0]) @ direction * random.uniform(0.2, 6, 3)
        affine[:3, 3] = random.uniform(-300, 300, 3)
        header = kind.header_class(endianness=order)
        header.set_data_dtype(np.dtype(dtype).newbyteorder(order))
        header.set_xyzt_units("mm")
        image = kind(voxels(dtype, random), None, header)
        image.header.set_zooms(np.linalg.norm(affine[:3, :3], axis=0))
        if form != "sform":
            image.set_qform(affine, 1)
        if form != "qform":
            image.set_sform(affine, 1)
        file = folder / f"nibabel-{dtype}-{'le' if order == '<' else 'be'}-{name}"
        nibabel.save(image, file)
        tolerance = QFORM_TOLERANCE if form == "qform" and name.startswith("1") else TOLERANCE
        detail = f"{dtype}, {'little' if order == '<' else 'big'} endian, {form}, {way}"
        yield file, f"nibabel NIfTI-{name[0]} {name[name.index('.'):]}", detail, tolerance


def our_files(folder, random, ours):
    """Files that Radiomics4J writes, with what they are."""
    for (dtype, name), (way, direction) in zip(itertools.product(TYPES, OUR_NAMES), itertools.cycle(directions().items())):
        image = sitk.GetImageFromArray(voxels(dtype, random))
        image.SetSpacing(list(random.uniform(0.2, 6, 3)))
        image.SetOrigin(list(random.uniform(-300, 300, 3)))
        image.SetDirection(direction.ravel().tolist())
        source, file = folder / "source.mha", folder / f"ours-{dtype}-{name}"
        sitk.WriteImage(image, str(source))
        deflate = name.startswith("z") and not name.endswith("gz")
        ours.ask("write", source, file, "DEFLATE" if deflate else "BY_NAME")
        yield file, f"Radiomics4J {name[1:]}{' compressed' if deflate else ''}", f"{dtype}, {way}", TOLERANCE


def difference(ours, theirs, tolerance):
    """What differs, in words; nothing if nothing does."""
    for key in ("size", "spacing", "origin", "direction"):
        a, b = np.array(ours[key], dtype=float), np.array(theirs[key], dtype=float)
        if a.shape != b.shape or np.abs(a - b).max() > tolerance * np.abs(b).max():
            return f"{key} {ours[key]} is not {theirs[key]}"
    return "" if ours["sha1"] == theirs["sha1"] else "voxels differ"


def compare(sides, folder):
    """Rows of the first table, and every difference in words."""
    random = np.random.default_rng(20240817)
    rows, failures = {}, []
    written = itertools.chain(
        itk_files(folder, random), nibabel_files(folder, random), our_files(folder, random, sides["Radiomics4J"]))
    for file, group, detail, tolerance in written:
        found = {name: side.ask("describe", file)[-1] for name, side in sides.items()}
        row = rows.setdefault(group, {"files": 0, "SimpleITK": 0, "nibabel": 0, "worst": 0.0})
        row["files"] += 1
        ours = found["Radiomics4J"]
        if "error" in ours:
            failures.append(f"{group}, {detail}: {ours['error']}")
            continue
        for name, limit in (("SimpleITK", TOLERANCE), ("nibabel", tolerance)):
            if "error" in found[name]:
                continue
            words = difference(ours, found[name], limit)
            if words:
                failures.append(f"{group}, {detail}, {name}: {words}")
            else:
                row[name] += 1
    return rows, failures


def agreement(rows):
    lines = ["| written by | files | equal to SimpleITK's reading | equal to nibabel's reading |", "|---|---:|---:|---:|"]
    for group, row in rows.items():
        lines.append(f"| {group} | {row['files']} | {row['SimpleITK'] or ''} | {row['nibabel'] or ''} |")
    total = [sum(row[key] for row in rows.values()) for key in ("files", "SimpleITK", "nibabel")]
    lines.append(f"| **all** | {total[0]} | {total[1]} | {total[2]} |")
    return "\n".join(lines)


def once(command, file, calls):
    """Seconds of a process from start to exit that reads a file so many times, and its peak MB as it says itself."""
    start = time.perf_counter()
    process = subprocess.run(command, input=f"time\t{file}\t{calls}\n", capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    return seconds, json.loads(process.stdout.splitlines()[-1])["peak_kb"] / 1024


def cost(sides, commands, rounds):
    lines = ["| case | voxels | library | warm ms (min) | process s | peak MB | of it without a file |",
             "|---|---:|---|---:|---:|---:|---:|"]
    for case in ("brain1", "STS_018"):
        file, _ = cases.image_and_mask(case)
        described = sides["Radiomics4J"].ask("describe", file)[-1]
        count = int(np.prod(described["size"]))
        able = [name for name, side in sides.items() if "error" not in side.ask("describe", file)[-1]]
        times = {name: [] for name in able}
        for name in able:
            sides[name].ask("time", file, 20)
        for _ in range(rounds):
            for name in able:
                times[name] += [record["seconds"] for record in sides[name].ask("time", file, 5)[:-1]]
        for name in able:
            runs = [once(commands[name], file, 1) for _ in range(3)]
            idle = statistics.median(once(commands[name], file, 0)[1] for _ in range(3))
            lines.append(
                f"| {case} | {count} | {name} | {1e3 * statistics.median(times[name]):.1f} ({1e3 * min(times[name]):.1f}) "
                f"| {statistics.median(run[0] for run in runs):.2f} | {statistics.median(run[1] for run in runs):.0f} "
                f"| {idle:.0f} |")
    return "\n".join(lines)


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=7, help="rounds of five readings each (default: %(default)s)")
    parser.add_argument("--java", default=_java(), help="(default: %(default)s)")
    parser.add_argument("--java-options", default="-Xmx1g -XX:+UseSerialGC", help="(default: %(default)s)")
    parser.add_argument("--only-files", action="store_true", help="no times")
    return parser.parse_args(arguments)


def main():
    options = parse(sys.argv[1:])
    before = machine.facts()
    commands = {
        "Radiomics4J": [options.java, *options.java_options.split(), "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp", str(JAR), "io.github.radiomics4j.peers.ReadFiles"],
        "SimpleITK": [sys.executable, str(HERE / "read_files.py"), "SimpleITK"],
        "nibabel": [sys.executable, str(HERE / "read_files.py"), "nibabel"],
    }
    sides = {name: Side(command) for name, command in commands.items()}
    with tempfile.TemporaryDirectory() as folder:
        rows, failures = compare(sides, Path(folder))
    print(f"Machine: {before}")
    print(f"Radiomics4J {machine.commit()} {sides['Radiomics4J'].versions}, {options.java_options}")
    print(f"{sides['SimpleITK'].versions}; {sides['nibabel'].versions}\n")
    print(agreement(rows))
    if not options.only_files:
        print(f"\n{cost(sides, commands, options.rounds)}")
    for side in sides.values():
        side.close()
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
