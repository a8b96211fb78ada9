"""Fuzz the readers and the pipeline with atheris, guided by coverage.

    pip install atheris
    python fuzz/fuzz.py readers -max_total_time=900 -max_len=6000
    python fuzz/fuzz.py pipeline -max_total_time=900 -max_len=600 -timeout=20

What raises, or takes longer than -timeout seconds, is a finding: libFuzzer writes it to the current
folder, and it becomes a line of ``tests/cases/fuzz.jsonl`` before it is mended:

    python -c "import base64, sys; print(base64.b64encode(open(sys.argv[1], 'rb').read()))" crash-…

Other options: https://llvm.org/docs/LibFuzzer.html#options
"""

import sys

import atheris

with atheris.instrument_imports(include=["humas_nlp"]):
    from checks import CHECKS


def main() -> None:
    """Fuzz the target that the first argument names."""
    if len(sys.argv) < 2 or sys.argv[1] not in CHECKS:
        raise SystemExit(f"usage: python fuzz/fuzz.py {{{'|'.join(CHECKS)}}} [libFuzzer options]")
    check = CHECKS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
