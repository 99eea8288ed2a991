#!/usr/bin/env bash
# Images of two dimensions, side by side: PyRadiomics is installed if it is not there, then see two_dimensions.py
# (--help names its options). Needs a built benchmarks/target/benchmarks.jar, no reference data.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
"$here/install-pyradiomics.sh" >&2
exec "$here/.venv/bin/python" "$here/two_dimensions.py" "$@"
