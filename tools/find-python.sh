#!/bin/sh
# Prints a Python 3.13: from the path, from pyenv's versions, or fetched by uv.
set -eu
for candidate in python3.13 python3 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.13*/bin/python3; do
  found=$(command -v "$candidate" 2>/dev/null) || continue
  if "$found" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null; then
    echo "$found"
    exit 0
  fi
done
if ! command -v uv >/dev/null 2>&1; then
  [ -x .tools/bin/uv ] || { python3 -m venv .tools && .tools/bin/pip install --quiet uv; } >&2 || true
  PATH="$PWD/.tools/bin:$PATH"
fi
uv python install --quiet 3.13 >&2 && uv python find 3.13 && exit 0
echo "Python 3.13 is needed and could not be found or fetched: install it, then run make again." >&2
echo "需要 Python 3.13，没有找到也没有下载到：请先安装，再运行 make。" >&2
exit 1
