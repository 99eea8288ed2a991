#!/usr/bin/env python3
"""Times MIRP in process, on one thread; the files are read in every call, which is a small part of it.

Reads the requests of extract_pyradiomics.py and answers as it does. PARAMETERS names families below; ExtractTimes.java
has the same. Names of features are IBSI's tags: what MIRP adds to them is taken off.
"""

import os

for library in ("OMP", "OPENBLAS", "MKL"):  # before NumPy is loaded
    os.environ[library + "_NUM_THREADS"] = "1"

import csv
import json
import logging
import re
import sys
import time
from importlib.metadata import version

from mirp import extract_features

# 2 mm, linear, no rounding, 32 bins; textures in three dimensions with directions merged; 1000 bins of the IVH.
SETTINGS = {
    "by_slice": False,
    "new_spacing": 2.0,
    "spline_order": 1,
    "anti_aliasing": False,
    "base_discretisation_method": "fixed_bin_number",
    "base_discretisation_n_bins": 32,
    "ivh_discretisation_method": "fixed_bin_number",
    "ivh_discretisation_n_bins": 1000,
    "no_approximation": True,
}
FAMILIES = {
    "all": "all",
    "without-morphology": ["li", "st", "ih", "ivh", "cm", "rlm", "szm", "dzm", "ngtdm", "ngldm"],
}


def tag(name):
    """IBSI's tag of a column of MIRP, such as cm_contrast_3D_comb of cm_contrast_d1_3d_v_mrg_fbn_n32."""
    name = re.sub(r"_fbn_n\d+$", "", name)
    name = re.sub(r"_d1(_a0\.0)?(?=_)", "", name)
    return name.replace("_3d_v_mrg", "_3D_comb").replace("_3d", "_3D")


class Case:
    """One case under one choice of families."""

    def __init__(self, case, config, image, mask, parameters):
        self.names = {"case": case, "config": config}
        self.arguments = {
            "image": image,
            "mask": mask,
            "image_modality": "mr",
            "base_feature_families": FAMILIES[parameters],
            **SETTINGS,
        }
        self.rep = 0

    def call(self):
        """One extraction: its features, seconds, and processor seconds of all threads."""
        cpu, start = time.process_time(), time.perf_counter()
        features = extract_features(**self.arguments)[0]
        seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu
        row = features.iloc[0]
        prefixes = ("morph_", "loc_", "stat_", "ih_", "ivh_", "cm_", "rlm_", "szm_", "dzm_", "ngt_", "ngl_")
        return {tag(name): row[name] for name in row.index if name.startswith(prefixes)}, seconds, cpu_seconds

    def warm(self, calls):
        for _ in range(int(calls)):
            last = self.call()[1]
        return {"done": "warm", "calls": int(calls), "seconds": last}

    def time(self, calls):
        for _ in range(int(calls)):
            _, seconds, cpu_seconds = self.call()
            self.rep += 1
            answer({**self.names, "rep": self.rep, "seconds": seconds, "cpu_seconds": cpu_seconds})
        return {"done": "time"}

    def write(self, path):
        features = self.call()[0]
        with open(path, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["feature", "value"])
            writer.writerows([name, repr(float(value))] for name, value in features.items())
        return {"done": "write", "features": len(features)}


def answer(record):
    print(json.dumps(record), flush=True)


def main():
    logging.disable(logging.CRITICAL)
    versions = [f"{name} {version(name)}" for name in ("mirp", "numpy", "scipy")]
    answer({
        "done": "start",
        "side": "MIRP",
        "versions": ", ".join(versions + [f"Python {sys.version.split()[0]}"]),
    })
    case = None
    for line in sys.stdin:
        verb, *fields = line.rstrip("\n").split("\t")
        if verb == "open":
            case = Case(*fields)
            answer({"done": "open"})
        elif verb in ("warm", "time", "write") and case is not None:
            answer(getattr(case, verb)(*fields))
        else:
            sys.exit(f"a request must be open, then warm, time or write, found {line!r}")


if __name__ == "__main__":
    main()
