"""Analyse the texts of all cases and print a digest of what was found."""

import hashlib
import json
from pathlib import Path

import humas_nlp

CASES = Path(__file__).parent / "cases"


def main() -> None:
    """Print the digest."""
    rows = (
        json.loads(line)
        for path in sorted(CASES.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    )
    texts = [row["text"] for row in rows if isinstance(row.get("text"), str)]
    whole = hashlib.sha256()
    for document in humas_nlp.analyze_many(texts, nlp=humas_nlp.load("rules")):
        whole.update(json.dumps(document.to_dict(text=True)).encode())
    print(len(texts), whole.hexdigest())


if __name__ == "__main__":
    main()
