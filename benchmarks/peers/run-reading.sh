#!/usr/bin/env bash
# Reading, side by side: PyRadiomics' libraries and nibabel are installed if they are not there, then see
# compare_reading.py (--help names its options). Needs a built benchmarks/target/benchmarks.jar and, unless --only-files,
# RADIOMICS4J_REFERENCE.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
"$here/install-pyradiomics.sh" >&2
exec "$here/.venv/bin/python" "$here/compare_reading.py" "$@"
