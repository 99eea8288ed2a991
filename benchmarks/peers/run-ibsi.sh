#!/usr/bin/env bash
# IBSI's features by both sides in one go: MIRP is installed if it is not there, then see compare_ibsi.py (--help names its
# options). Needs RADIOMICS4J_REFERENCE and a built benchmarks/target/benchmarks.jar.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
"$here/install-mirp.sh" >&2
exec "$here/.venv-mirp/bin/python" "$here/compare_ibsi.py" "$@"
