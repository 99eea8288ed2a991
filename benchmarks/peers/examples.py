#!/usr/bin/env python3
"""PyRadiomics' own example parameter files, read unchanged by both sides, on cases that suit them. Exit status 1: they
part, or a file that must be refused is not."""

import argparse
import sys
import tempfile
from pathlib import Path

import cases
import compare
import parameters

# MR_2D_extraction is for a lesion on one slice, exampleVoxel for maps of features.
CASES = {
    "exampleCT": ("breast1", "brain1", "phantom_c"),
    "exampleMR_3mm": ("breast1", "brain1", "STS_018"),
    "exampleMR_5mm": ("brain1", "STS_018"),
    "exampleMR_NoResampling": ("breast1", "brain1", "STS_018"),
    "MR_2D_extraction": ("brain1_slice",),
    "Params": ("breast1", "brain1", "STS_018"),
    "example_allShape": ("breast1", "brain1", "STS_018"),
    "exampleVoxel": ("brain1",),
}


def files(case, folder):
    """Image and mask; of a slice, its mask is the middle slice of the lesion and nothing else, written into a folder."""
    if not case.endswith("_slice"):
        return cases.image_and_mask(case)
    image, mask = cases.image_and_mask(case.removesuffix("_slice"))
    volume = parameters.sitk.ReadImage(str(mask))
    labels = parameters.sitk.GetArrayFromImage(volume)
    slices = sorted({int(z) for z in labels.nonzero()[0]})
    middle = slices[len(slices) // 2]
    labels[:middle], labels[middle + 1:] = 0, 0
    slice_mask = parameters.sitk.GetImageFromArray(labels)
    slice_mask.CopyInformation(volume)
    path = folder / f"{case}_mask.nrrd"
    parameters.sitk.WriteImage(slice_mask, str(path))
    return image, path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="with the files: examples/exampleSettings of PyRadiomics' repository")
    parser.add_argument("--java", default=compare._java(), help="(default: %(default)s)")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = []
        for example, on in CASES.items():
            file = options.folder.resolve() / f"{example}.yaml"
            if not file.is_file():
                sys.exit(f"{options.folder} must hold {file.name}, as PyRadiomics' repository does")
            for case in on:
                image, mask = files(case, folder)
                lines.append(f"{example} {case}\t{image}\t{mask}\t{file}")
        path = folder / "cases.tsv"
        path.write_text("\n".join(lines) + "\n")
        mine, other = parameters.ours(options.java, ["-Xmx3g"], path), parameters.theirs(path)

    print("| example | case | features | outcome |\n|---|---|---:|---|")
    parting = False
    for name, result in mine.items():
        kind, detail = parameters.outcome(result, other[name])
        parting |= kind != "equal"
        print(f"| {name.replace(' ', ' | ')} | {len(other[name].features)} | {kind} {detail.splitlines()[0]} |")
    sys.exit(parting)


if __name__ == "__main__":
    main()
