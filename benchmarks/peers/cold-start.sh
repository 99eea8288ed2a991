#!/usr/bin/env bash
# Both commands from start to exit: PyRadiomics is installed if it is not there, then see cold_start.py (--help names
# its options). Needs RADIOMICS4J_REFERENCE and a built radiomics-cli/target/radiomics4j.jar.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"

if [ ! -f "$here/../../radiomics-cli/target/radiomics4j.jar" ]; then
    echo "radiomics-cli/target/radiomics4j.jar is not built: mvn -pl radiomics-cli -am -DskipTests package" >&2
    exit 64
fi
"$here/install-pyradiomics.sh" >&2
exec "$here/.venv/bin/python" "$here/cold_start.py" "$@"
