"""The cases and configurations of the side-by-side runs, and the bars they are held to."""

import os
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

_STS = "data/sts_mr_t1/{0}/MR_T1_image.nii.gz", "data/sts_mr_t1/{0}/MR_T1_mask.nii.gz"
_FILES = {
    "breast1": ("data/pyradiomics/breast1_image.nrrd", "data/pyradiomics/breast1_label.nrrd"),
    "brain1": ("data/pyradiomics/brain1_image.nrrd", "data/pyradiomics/brain1_label.nrrd"),
    "phantom_c": ("data/phantom/phantom_c_image.nrrd", "data/phantom/phantom_c_label.nrrd"),
    **{case: _STS for case in ("STS_002", "STS_004", "STS_018")},
}

CASES = tuple(_FILES)
DEFAULT_CASES = ("breast1", "brain1", "phantom_c", "STS_018")
DEFAULT_CONFIGS = ("ki67_1mm", "default")

# How many times as fast as PyRadiomics, one thread each.
BARS = {
    ("breast1", "ki67_1mm"): 10,
    ("brain1", "ki67_1mm"): 5,
    ("phantom_c", "ki67_1mm"): 5,
    ("STS_018", "ki67_1mm"): 5,
}


def _reference(relative):
    root = os.environ.get("RADIOMICS4J_REFERENCE")
    if not root:
        sys.exit("RADIOMICS4J_REFERENCE must name the folder of the reference data; it is not set")
    path = Path(root) / relative
    if not path.exists():
        sys.exit(f"RADIOMICS4J_REFERENCE={root} must hold {relative}")
    return path.resolve()


def image_and_mask(case):
    """The two files of a case, or of a patient."""
    return tuple(_reference(path.format(case)) for path in _FILES.get(case, _STS))


def patients():
    """The sarcoma patients that have an MR T1 image, in the order of their numbers; each is a case."""
    return tuple(sorted(path.parent.name for path in _reference("data/sts_mr_t1").glob("STS_*/MR_T1_image.nii.gz")))


def parameters(config):
    """The parameter file of a configuration."""
    return _reference(f"reference/pyradiomics/golden/config/{config}.yaml")
