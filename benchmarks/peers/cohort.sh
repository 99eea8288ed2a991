#!/usr/bin/env bash
# Both commands over a list of 18 patients, from files to CSV: PyRadiomics is installed if it is not there, then see
# cohort.py (--help names its options). Needs RADIOMICS4J_REFERENCE and a built radiomics-cli/target/radiomics4j.jar.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../../radiomics-cli/target/radiomics4j.jar" ]; then
    echo "radiomics-cli/target/radiomics4j.jar is not built: mvn -pl radiomics-cli -am -DskipTests package" >&2
    exit 64
fi
"$here/install-pyradiomics.sh" >&2
exec "$here/.venv/bin/python" "$here/cohort.py" "$@"
