"""Runs both sides over a list of cases, each with a parameter file of its own, and says where they part.

A list has a line for each case: name, image, mask, parameter file, separated by tabs. ExtractEach.java is the other side.
"""

import os

for library in ("OMP", "OPENBLAS", "MKL"):  # before NumPy is loaded
    os.environ[library + "_NUM_THREADS"] = "1"

import collections
import copy
import functools
import logging
import math
import multiprocessing
import re
import subprocess
import sys
import warnings

import numpy
import SimpleITK as sitk
from radiomics import imageoperations
from radiomics.featureextractor import RadiomicsFeatureExtractor

import cases
import values

JAR = cases.REPOSITORY / "benchmarks/target/benchmarks.jar"
SECONDS = 300
EXPLAINED = "explained: "
SHAPE_2D = "original_shape2D_"
NUMBER = re.compile(r"-?[0-9.]+(?:[eE][-+]?[0-9]+)?|nan|inf")

# Diagnostics that each side writes of itself.
OF_THE_SIDE = ("diagnostics_Versions_", "diagnostics_Configuration_", "diagnostics_Radiomics4J-")


# What only PyRadiomics refuses, by its message, and why we do not.
REFUSED_THERE = {
    "No labels found in this mask": "3.0.1 refuses a mask that fills its image, 3.1 does not",
    "Size of the mask in dimension": "no featureClass and force2D: there shape2D fails on a volume, here it is not asked for",
    "too many indices for array": "lbp3DLevels: 1 fails in PyRadiomics, here it makes the images m1 and k",
    "Interpolator not set": "interpolator 3 is B-spline in PyRadiomics, and nothing in SimpleITK 2.5",
}

# What only we refuse, by our message, and why PyRadiomics does not.
REFUSED_HERE = {
    "must have each distance once": "PyRadiomics counts a neighbor twice where distances names its distance twice",
    "acts before any filter": "PyRadiomics reads a key of the whole case under an image type, and ignores it",
}


class Result:
    """Features in their order, reasons of NaN, diagnostics, or the error: its class and message."""

    def __init__(self):
        self.features, self.reasons, self.diagnostics, self.error = {}, {}, {}, None


def ours(java, options, path):
    """The results of our side, by name."""
    subprocess.run([java, *options, "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", "-cp", JAR,
                    "io.github.radiomics4j.peers.ExtractEach", path], check=True)
    results = {}
    for name, *_ in read(path):
        result = results[name] = Result()
        for line in path.with_name(name + ".ours").read_text().splitlines():
            kind, key, value = line.split("\t")
            if kind == "error":
                result.error = key, value
            elif kind == "feature":
                result.features[key] = float(value)
            else:
                {"reason": result.reasons, "diagnostic": result.diagnostics}[kind][key] = value
    return results


def theirs(path, only=None, change=None):
    """The results of PyRadiomics, by name: a process for each case, because the tolerance of geometry is the process'.

    Of the cases in only, if given; change is called in each process before anything else."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    results = {}
    for name, *files in read(path):
        if only is not None and name not in only:
            continue
        ours_end, child_end = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(target=_extract, args=(files, child_end, change))
        process.start()
        child_end.close()
        try:
            results[name] = ours_end.recv() if ours_end.poll(SECONDS) else _failed("timeout", f"over {SECONDS} s")
        except EOFError:
            results[name] = _failed("crash", "the process ended")
        process.kill()
        process.join()
    return results


def _extract(files, pipe, change):
    result = Result()
    try:
        if change:
            change()
        features = RadiomicsFeatureExtractor(files[2]).execute(files[0], files[1])
        for name, value in features.items():
            if name.startswith("diagnostics_"):
                result.diagnostics[name] = str(value)
            else:
                result.features[name] = float(value)
    except Exception as e:  # pylint: disable=broad-except
        result.error = type(e).__name__, " ".join(str(e).split())
    pipe.send(result)


def _failed(kind, message):
    result = Result()
    result.error = kind, message
    return result


def read(path):
    return [line.split("\t") for line in path.read_text().splitlines()]


def bins_in_doubles():
    """Has PyRadiomics compute the edges of bins as NumPy 1 did: in 64 bits, whatever the image has."""
    edges = imageoperations.getBinEdges
    imageoperations.getBinEdges = lambda values, **settings: edges(values.astype("float64"), **settings)


def last_bits(seed):
    """Has PyRadiomics change the last bits of its preprocessed image, if that has 64 bits."""
    load = RadiomicsFeatureExtractor.loadImage

    def loaded(*arguments, **settings):
        image, mask = load(*arguments, **settings)
        voxels = sitk.GetArrayFromImage(image)
        if voxels.dtype == numpy.float64:
            noise = numpy.random.default_rng(seed).integers(-4, 5, voxels.shape)
            changed = sitk.GetImageFromArray(voxels * (1 + noise * 2.0**-53))
            changed.CopyInformation(image)
            image = changed
        return image, mask

    RadiomicsFeatureExtractor.loadImage = staticmethod(loaded)


def compare(path, java, options):
    """The outcome of each case of a list, by name."""
    mine, other = ours(java, options, path), theirs(path)
    outcomes = {name: outcome(mine[name], other[name]) for name in mine}
    part = {name for name, (kind, _) in outcomes.items() if kind == "values" and mine[name].features}
    if not part:
        return outcomes
    in_doubles = theirs(path, part, bins_in_doubles)
    shaken = [theirs(path, part, functools.partial(last_bits, seed)) for seed in range(5)]
    for name, *files in read(path):
        if name not in part:
            continue
        detail = outcomes[name][1]
        if outcome(mine[name], in_doubles[name])[0] == "equal":
            outcomes[name] = EXPLAINED + "NumPy 2 computes edges of bins in the type of the image, here in 64 bits", detail
        elif 2 in sitk.ReadImage(files[0]).GetSize() and "diagnostics_Image-interpolated_Size" in other[name].diagnostics:
            outcomes[name] = EXPLAINED + "beside an axis of two voxels ITK's B-spline reads outside of its memory", detail
        elif list(mine[name].features) == list(other[name].features) and all(
                any(_differ(b, one[name].features.get(f)) for one in shaken)
                for f, b in other[name].features.items() if _differ(b, mine[name].features[f])):
            outcomes[name] = EXPLAINED + "PyRadiomics' own value changes with the last bits of its image", detail
    return outcomes


def _differ(a, b):
    return b is None or bool(values.compare({"": a}, {"": b}).failures)


def outcome(mine, other):
    """What became of a case, in words, and its details."""
    if mine.error and mine.error[0].startswith("UNTYPED"):
        return "untyped", f"{mine.error[0]}: {mine.error[1]}"
    if mine.error and other.error:
        return "both refuse", f"{mine.error[0]}: {mine.error[1]} | {other.error[0]}: {other.error[1][:200]}"
    if mine.error:
        kind = "not built yet" if "is not built yet" in mine.error[1] else "only we refuse"
        return _explained(REFUSED_HERE, mine.error[1]) or (kind, f"{mine.error[0]}: {mine.error[1]}")
    if other.error:
        detail = f"{other.error[0]}: {other.error[1][:300]}"
        return _explained(REFUSED_THERE, other.error[1]) or ("only PyRadiomics refuses", detail)
    if _has_shape_2d(mine) and not _has_shape_2d(other):
        rest = copy.copy(mine)
        rest.features = {name: value for name, value in mine.features.items() if not name.startswith(SHAPE_2D)}
        kind, detail = outcome(rest, other)
        why = "shape2D is left out without force2D or a region of one slice, here it has values, or NaN with its reason"
        return (EXPLAINED + why if kind == "equal" else kind), detail
    compared = values.compare(mine.features, other.features)
    if compared.failures:
        detail = str(compared)
        if list(mine.features) == list(other.features) and all(
                _is_root_of_rounding(name, mine.features, other.features) for name in mine.features):
            return EXPLAINED + "roots of an eigenvalue that is 0 but for rounding there", detail
        return "values", detail
    unexplained = [name for name, value in mine.features.items() if math.isnan(value) and name not in mine.reasons]
    if unexplained:
        return "values", f"NaN without a reason: {unexplained[:10]}"
    parting = _parting_diagnostics(_of_the_case(mine), _of_the_case(other))
    if parting:
        return "diagnostics", parting
    return "equal", f"{compared.worst:.1e}"


def _has_shape_2d(result):
    return any(name.startswith(SHAPE_2D) for name in result.features)


def _explained(reasons, message):
    """The outcome that a message stands for, with the message; None if it is unknown."""
    for part, reason in reasons.items():
        if part in message:
            return EXPLAINED + reason, message
    return None


def _is_root_of_rounding(name, mine, other):
    """Whether two values agree, or are roots of an eigenvalue that is 0 on one side and some 1e-16 on the other."""
    a, b = mine[name], other[name]
    if not values.compare({name: a}, {name: b}).failures:
        return True
    if name.endswith("_glcm_MCC"):  # a mean over directions, one of which may have such an eigenvalue, of 2^-52 at most
        return abs(a - b) <= 1.5e-8 or any(  # or some 1e-16 below 0, whose root is NaN and left out of the mean
            abs(b * used - a * directions) <= 1e-8 for directions in range(2, 14) for used in range(1, directions))
    if name.endswith(("_shape_MinorAxisLength", "_shape_LeastAxisLength", "_shape_Elongation", "_shape_Flatness")):
        return max(a, b) <= 1e-6
    return False


def _of_the_case(result):
    return {name: text for name, text in result.diagnostics.items() if not name.startswith(OF_THE_SIDE)}


def _parting_diagnostics(mine, other):
    if list(mine) != list(other):
        return f"names {[name for name in mine if name not in other]} | {[name for name in other if name not in mine]}"
    for name, text in mine.items():
        # NumPy 2 writes np.float64(17.0).
        left, right = (NUMBER.findall(t.replace("np.float64", "")) for t in (text, other[name]))
        if text != other[name] and (name.endswith("_Hash") or values.compare(
                dict(enumerate(map(float, left))), dict(enumerate(map(float, right)))).failures):
            return f"{name}: {text} | {other[name]}"
    return ""


def report(outcomes):
    """Prints a table of how often each outcome came, and every case that parts for no known reason; true if none does."""
    counts = collections.Counter(kind for kind, _ in outcomes.values())
    for name, (kind, detail) in outcomes.items():
        if kind not in ("equal", "both refuse") and not kind.startswith(EXPLAINED):
            print(f"{name}: {kind}: {detail}", file=sys.stderr)
    print("| outcome | cases |\n|---|---:|")
    for kind, count in counts.most_common():
        print(f"| {kind} | {count} |")
    known = ("equal", "both refuse", "not built yet")
    parting = [kind for kind in counts if kind not in known and not kind.startswith(EXPLAINED)]
    if parting:
        print(f"not the same: {', '.join(parting)}", file=sys.stderr)
    return not parting
