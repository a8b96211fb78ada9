import json

import pytest


@pytest.fixture
def write(tmp_path):
    """Write a file from bytes, text or a list of objects (as JSON Lines); return its path."""

    def put(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, list):
            content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put
