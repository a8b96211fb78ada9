#!/usr/bin/env bash
# Build the wheel, install it into an empty environment, and use it from an empty folder, with
# the source tree out of reach and the network shut; then the trained pipeline that
# `spacy package` packs, installed beside it.
#
#   .ci/wheel_test.sh PYTHON     PYTHON builds the wheel and makes the environment
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
python=$(realpath --no-symlinks "${1:-python3}")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

"$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$tmp/dist" "$root"
wheel=$(echo "$tmp"/dist/humas_nlp-*.whl)
echo "built $(basename "$wheel"), $(($(wc -c < "$wheel") / 1024)) KiB"
"$python" "$root/.ci/wheel_contents.py" "$wheel" "$root"

"$python" -m venv "$tmp/venv"
"$tmp/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$wheel"
mkdir "$tmp/work"
cp "$root/.ci/wheel_check.py" "$tmp/check.py"
cd "$tmp/work"
unset PYTHONPATH PYTHONHOME
"$tmp/venv/bin/python" -I "$tmp/check.py" "$tmp/venv"

# The command itself, with proxies that lead nowhere: a request would fail.
export http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9
export HTTP_PROXY=$http_proxy HTTPS_PROXY=$https_proxy no_proxy=
cat > rilis.txt <<'TEXT'
Magelang, 3 Mei 2024 – Pemerintah Kota Magelang menambah layanan imunisasi balita.

“Kami membuka layanan setiap hari kerja,” ujar Kepala Dinas Kesehatan Kota Magelang Rina Wulandari, Jumat (3/5/2024).
TEXT
"$tmp/venv/bin/humas" info
"$tmp/venv/bin/humas" analyze rilis.txt --format jsonl -o hasil.jsonl
"$tmp/venv/bin/python" -I - hasil.jsonl <<'CODE'
import json, sys
(line,) = open(sys.argv[1], encoding="utf-8")
document = json.loads(line)
speaker = document["quotes"][0]["speaker"]["name"]
assert document["schema"] == 1 and speaker == "Rina Wulandari", (document["schema"], speaker)
CODE
"$tmp/venv/bin/humas" demo --html demo.html > demo.txt
test -s demo.html

# The trained pipeline as a package of its own, as users of spaCy install one.
"$python" -m spacy package "$root/models/id_humas_news" "$tmp" --build wheel > package.txt 2>&1 ||
    { cat package.txt; exit 1; }
"$tmp/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    "$tmp"/id_humas_news-*/dist/id_humas_news-*.whl
"$tmp/venv/bin/python" -I "$root/.ci/package_check.py" "$tmp/venv"
echo "wheel test passed"
