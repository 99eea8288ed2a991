#!/usr/bin/env python3
"""Random valid parameter files on random small lesions: PyRadiomics and Radiomics4J must give the same values under the
same names in the same order, or both refuse. Exit status 1: they part. The files stay in benchmarks/results."""

import argparse
import subprocess
import sys

import compare
import parameters


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100, help="(default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the first case (default: %(default)s)")
    parser.add_argument("--java", default=compare._java(), help="(default: %(default)s)")
    options = parser.parse_args()

    folder = compare.RESULTS / f"random-{options.seed}-{options.cases}"
    subprocess.run([options.java, "-cp", parameters.JAR, "io.github.radiomics4j.peers.RandomCases", folder,
                    str(options.cases), str(options.seed)], check=True)
    sys.exit(not parameters.report(parameters.compare(folder / "cases.tsv", options.java, ["-Xmx2g"])))


if __name__ == "__main__":
    main()
