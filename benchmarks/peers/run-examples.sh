#!/usr/bin/env bash
# PyRadiomics' example parameter files, side by side: run-examples.sh FOLDER, the folder examples/exampleSettings of a
# checkout of github.com/AIM-Harvard/pyradiomics. PyRadiomics is installed if it is not there, then see examples.py.
# Needs RADIOMICS4J_REFERENCE and a built benchmarks/target/benchmarks.jar.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
"$here/install-pyradiomics.sh" >&2
exec "$here/.venv/bin/python" "$here/examples.py" "$@"
