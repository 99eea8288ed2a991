#!/usr/bin/env bash
# N4 of SimpleITK beside ours in one go: SimpleITK is installed if it is not there, then see compare_n4.py (--help).
# Needs RADIOMICS4J_REFERENCE and a built benchmarks/target/benchmarks.jar.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
"$here/install-pyradiomics.sh" >&2
exec "$here/.venv/bin/python" "$here/compare_n4.py" "$@"
