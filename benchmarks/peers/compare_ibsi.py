#!/usr/bin/env python3
"""Times Radiomics4J and MIRP side by side with the same IBSI settings and compares every feature that both have.

One warm process for each side, which take turns; the table has the median of the ratios of neighboring calls. Prints
Markdown. Exit status 1: features differ by more than 1e-4 of their value, or 1e-2 where the mesh is in it.
"""

import argparse
import os
import sys
from pathlib import Path
from statistics import median

import cases
import machine
import values
from compare import JAR, RESULTS, Side, _java

HERE = Path(__file__).resolve().parent
# MIRP computes intensities in 32 bits.
TOLERANCE = 1e-4
# Area and volume of the mesh and what is made of them: each takes its own variant of marching cubes, see docs/ibsi.md.
MESH_TOLERANCE = 1e-2
MESH = {
    "morph_" + name
    for name in ("volume", "area_mesh", "av", "comp_1", "comp_2", "sph_dispr", "sphericity", "asphericity", "integ_int",
                 "vol_dens_aabb", "area_dens_aabb", "vol_dens_aee", "area_dens_aee", "vol_dens_conv_hull",
                 "area_dens_conv_hull")
}


def differences(ours, theirs):
    """Each shared feature that differs by more than its tolerance, and the worst relative difference of all but the mesh's."""
    failures, worst = [], (0.0, "")
    for name in theirs.keys() & ours.keys():
        a, b = ours[name], theirs[name]
        relative = abs(a - b) / max(abs(b), 1e-9) if a != b else 0.0
        if not relative <= (MESH_TOLERANCE if name in MESH else TOLERANCE):
            failures.append((name, a, b))
        elif name not in MESH:
            worst = max(worst, (relative, name))
    return sorted(failures), worst


def measure(case, families, theirs, ours, options):
    image, mask = cases.image_and_mask(case)
    for side, warm in ((theirs, 1), (ours, options.warm_up)):
        side.ask("open", case, "ibsi", image, mask, families)
        side.ask("warm", warm)
    ratios, seconds = [], []
    for _ in range(options.rounds):
        slow = theirs.ask("time", 1)[0]["seconds"]
        fast = median(record["seconds"] for record in ours.ask("time", options.calls)[:-1])
        ratios.append(slow / fast)
        seconds.append((slow, fast))
    files = {side: RESULTS / f"{case}__ibsi-{families}__{side.name}.csv" for side in (theirs, ours)}
    for side, file in files.items():
        side.ask("write", file)
    mine, others = values.read(files[ours]), values.read(files[theirs])
    failures, worst = differences(mine, others)
    row = (
        f"| {case} | {families} | {len(mine.keys() & others.keys())} | {len(failures)} | {worst[0]:.1e} {worst[1]} "
        f"| {median(s for s, _ in seconds):.2f} | {median(s for _, s in seconds):.4f} "
        f"| {median(ratios):.0f} ({min(ratios):.0f}–{max(ratios):.0f}) |"
    )
    for name, a, b in failures:
        print(f"{case} {name}: {a!r}, MIRP {b!r}", file=sys.stderr)
    return row, failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--cases", nargs="+", default=["brain1", "STS_002"])
    parser.add_argument("--families", nargs="+", default=["all", "without-morphology"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--calls", type=int, default=5, help="calls of ours in a round (default: %(default)s)")
    parser.add_argument("--warm-up", type=float, default=10.0, help="seconds of ours (default: %(default)s)")
    parser.add_argument("--java", default=_java())
    options = parser.parse_args()
    RESULTS.mkdir(exist_ok=True)
    theirs = Side([sys.executable, HERE / "extract_mirp.py"])
    ours = Side([options.java, "-Xmx3g", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                 "-cp", JAR, "io.github.radiomics4j.peers.ExtractTimes", "1"])
    rows, failed = [], []
    for case in options.cases:
        for families in options.families:
            row, failures = measure(case, families, theirs, ours, options)
            rows.append(row)
            failed += failures
    theirs.close()
    ours.close()
    print(f"Machine: {machine.facts()}, load {os.getloadavg()[0]:.1f}")
    print(f"MIRP, 1 thread: {theirs.versions}")
    print(f"Radiomics4J, 1 thread: {machine.commit()} {ours.versions}\n")
    print("| case | families | shared features | failing | worst but of the mesh | MIRP s | ours s | ratio (min–max) |")
    print("|---|---|---:|---:|---|---:|---:|---:|")
    print("\n".join(rows))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
