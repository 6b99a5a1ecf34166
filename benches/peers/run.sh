#!/usr/bin/env bash
# Compares Postil with its peers and prints Markdown tables; README.md says what with what, and on which texts.
#   run.sh names|quotes|speed|all --data FOLDER --scorers FOLDER --postil PROGRAM [--help for the others]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${POSTIL_PEERS:-$here/../../target/peers}
mkdir -p "$work"
work=$(cd "$work" && pwd)

# Installed again only when the pins have changed.
if ! cmp -s "$here/requirements.txt" "$work/installed.txt"; then
  "${PYTHON:-python3}" -m venv "$work/venv"
  "$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$work/installed.txt"
fi
if ! cmp -s "$here/package-lock.json" "$work/package-lock.json" || [ ! -d "$work/node_modules" ]; then
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  npm ci --silent --no-audit --no-fund --prefix "$work" || { rm -f "$work/package-lock.json"; exit 1; }
fi
# Node looks for packages from where a script lies.
cp "$here"/*.mjs "$work/"

export PYTHONDONTWRITEBYTECODE=1
exec "$work/venv/bin/python" "$here/compare.py" "$@" --work "$work"
