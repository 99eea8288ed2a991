#!/usr/bin/env bash
# Installs MIRP 2.7.0 as released, unmodified, into benchmarks/peers/.venv-mirp. Needs Python 3.11 or newer (PYTHON names
# another one than python3). Does nothing when all is there.
set -euo pipefail
cd "$(dirname "$0")"

python="${PYTHON:-python3}"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python must be 3.11 or newer, found " + sys.version)'
[ -x .venv-mirp/bin/python ] || "$python" -m venv .venv-mirp
.venv-mirp/bin/python -m pip --disable-pip-version-check --quiet install --requirement requirements-mirp.txt
.venv-mirp/bin/python - <<'END'
from importlib.metadata import version

for name in ("mirp", "numpy", "scipy", "pandas", "scikit-image"):
    print(f"{name} {version(name)}")
END
