#!/usr/bin/env bash
# Both sides in one go: PyRadiomics is installed if it is not there, then see compare.py (--help names its options).
# Needs RADIOMICS4J_REFERENCE and a built benchmarks/target/benchmarks.jar.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
"$here/install-pyradiomics.sh" >&2
exec "$here/.venv/bin/python" "$here/compare.py" "$@"
