"""How near two spellings are."""


def one_edit(a: str, b: str, *, swaps: bool = True) -> bool:
    """Say whether two words differ by at most one insertion, deletion, letter or swap.

    Args:
        a: One word.
        b: The other word.
        swaps: Whether two neighbouring letters in the wrong order count as one edit.
    """
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    swapped = a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]
    return a[i + 1 :] == b[i + 1 :] or (swaps and swapped)
