"""Compares what the two sides computed: the rule is |a - b| <= 1e-9 |b| + 1e-12, NaN equals NaN, same names, same order."""

import csv
import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """The number of features, the worst relative difference with its feature, and each failing one in words."""

    count: int
    worst: float
    worst_feature: str
    failures: tuple

    def __str__(self):
        if not self.failures:
            return f"{self.count} values equal, worst relative difference {self.worst:.1e} {self.worst_feature}"
        shown = "\n".join("  " + failure for failure in self.failures[:20])
        return f"{len(self.failures)} of {self.count} values differ:\n{shown}"


def read(path):
    """The features of a file with one feature,value a line, by name."""
    with open(path, newline="") as file:
        rows = list(csv.reader(file))[1:]
    return {name: float(value) for name, value in rows}


def compare(ours, theirs):
    """Compares two dictionaries name -> value; theirs is the reference."""
    if list(ours) != list(theirs):
        missing, extra = list(theirs.keys() - ours.keys()), list(ours.keys() - theirs.keys())
        detail = f"missing {missing[:10]}, extra {extra[:10]}" if missing or extra else "the order differs"
        return Comparison(len(theirs), math.nan, "", (f"names must be the same {len(theirs)}: {detail}",))
    worst, worst_feature, failures = 0.0, "", []
    for name, b in theirs.items():
        a = ours[name]
        if a == b or math.isnan(a) and math.isnan(b):
            continue
        difference = abs(a - b)
        if not difference <= 1e-9 * abs(b) + 1e-12:
            failures.append(f"{name}: {a!r}, PyRadiomics {b!r}")
        relative = difference / abs(b) if b else math.inf
        # A value that is zero but for rounding has no meaningful relative difference.
        if difference > 1e-12 and not relative <= worst:
            worst, worst_feature = relative, name
    return Comparison(len(theirs), worst, worst_feature, tuple(failures))
