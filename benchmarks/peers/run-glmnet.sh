#!/usr/bin/env bash
# LASSO paths and cross-validation beside glmnet, see compare_glmnet.py (--help names its options). Needs a built
# benchmarks/target/benchmarks.jar and R with glmnet.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../target/benchmarks.jar" ]; then
    echo "benchmarks/target/benchmarks.jar is not built: mvn -pl benchmarks -am -DskipTests package" >&2
    exit 64
fi
if ! Rscript -e 'library(glmnet)' >/dev/null 2>&1; then
    echo "R with the package glmnet is needed: on Debian 'apt-get install r-cran-glmnet', elsewhere install.packages(\"glmnet\") in R" >&2
    exit 64
fi
exec python3 "$here/compare_glmnet.py" "$@"
