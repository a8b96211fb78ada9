"""What fuzzing found: every kept finding passes the checks that it once failed."""

import base64

import pytest
from fuzz.checks import CHECKS

import case_files


@pytest.mark.parametrize("case", case_files.load("fuzz"))
def test_finding(case):
    CHECKS[case["target"]](base64.b64decode(case["bytes"]))
