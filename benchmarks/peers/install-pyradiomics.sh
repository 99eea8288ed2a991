#!/usr/bin/env bash
# Installs PyRadiomics 3.0.1 as released, unmodified, with pinned dependencies, into benchmarks/peers/.venv.
# Needs Python 3.11 or newer (PYTHON names another one than python3) and a C compiler. Does nothing when all is there.
set -euo pipefail
cd "$(dirname "$0")"

python="${PYTHON:-python3}"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python must be 3.11 or newer, found " + sys.version)'
[ -x .venv/bin/python ] || "$python" -m venv .venv

pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }

pip install --requirement requirements.txt
if ! .venv/bin/python -c 'import radiomics' 2>/dev/null; then
    # The source release builds its C extensions against the NumPy above, so without build isolation, and its setup.py
    # imports setuptools.command.test, which later versions of setuptools no longer have.
    pip install setuptools==75.8.0 wheel==0.45.1
    pip install --no-build-isolation --no-deps --no-binary pyradiomics pyradiomics==3.0.1
fi

.venv/bin/python - <<'END'
import sys
from importlib.metadata import version

for name in ("pyradiomics", "numpy", "SimpleITK", "PyWavelets", "scipy", "scikit-image", "trimesh", "pykwalify", "ruamel.yaml"):
    print(f"{name} {version(name)}")
print(f"Python {sys.version.split()[0]} in {sys.prefix}")

from radiomics import _cmatrices, _cshape  # the C extensions load
END
.venv/bin/python -m pip --disable-pip-version-check check
