#!/usr/bin/env bash
# Areas under ROC curves beside pROC and scikit-learn, see compare_roc.py (--help names its options). Needs a built
# benchmarks/target/benchmarks.jar and R with pROC; scikit-learn is left out where Python has none.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
if ! Rscript -e 'library(pROC)' >/dev/null 2>&1; then
    echo "R with the package pROC is needed: on Debian 'apt-get install r-cran-proc', elsewhere install.packages(\"pROC\") in R" >&2
    exit 64
fi
python=python3
[ ! -x "$here/.venv/bin/python" ] || python="$here/.venv/bin/python"
if ! "$python" -c 'import sklearn' 2>/dev/null; then
    echo "without scikit-learn: for its column 'python3 -m venv $here/.venv && $here/.venv/bin/pip install scikit-learn'" >&2
fi
exec "$python" "$here/compare_roc.py" "$@"
