#!/usr/bin/env bash
# A cohort of phantoms, some broken, in a small heap: once without disturbance, once killed again and again; see kill.py
# (--help names its options). Needs a built radiomics-cli/target/radiomics4j.jar and benchmarks/target/benchmarks.jar.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

for jar in radiomics-cli/target/radiomics4j.jar benchmarks/target/benchmarks.jar; do
    if [ ! -f "$here/../../$jar" ]; then
        echo "$jar is not built: mvn -pl benchmarks,radiomics-cli -am -DskipTests package" >&2
        exit 64
    fi
done
exec "${PYTHON:-python3}" "$here/kill.py" "$@"
