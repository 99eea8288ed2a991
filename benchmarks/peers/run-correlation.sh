#!/usr/bin/env bash
# Correlations of all pairs of columns beside NumPy and SciPy, see compare_correlation.py (--help names its options). Needs a
# built benchmarks/target/benchmarks.jar and Python with NumPy; SciPy is left out where Python has none.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
python=python3
[ ! -x "$here/.venv/bin/python" ] || python="$here/.venv/bin/python"
if ! "$python" -c 'import numpy' 2>/dev/null; then
    echo "NumPy is needed: 'python3 -m venv $here/.venv && $here/.venv/bin/pip install numpy scipy'" >&2
    exit 64
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1
exec "$python" "$here/compare_correlation.py" "$@"
