"""Where punctuation hangs: the universal guidelines as one procedure.

"Punctuation between conjoined units hangs on the following one; next to a dependent unit it hangs
on that unit; within the unit at the highest node that keeps the tree projective; paired marks
hang on the same word" (universaldependencies.org/u/dep/punct.html). The treebanks PUD and today's
GSD follow it, the old GSD did not.
"""

from models.training.ud.trees import ROOT, Tree

_OPENS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»"}
_SAME = frozenset("\"'")
_FINAL = frozenset({".", "!", "?", "…", "..."})


def attach_punctuation(tree: Tree) -> None:
    """Hang every word with the label ``punct`` anew, in place."""
    marks = [at for at, word in enumerate(tree.words) if word.label == "punct"]
    is_mark = set(marks)
    paired = _pairs(tree, marks)
    for word in tree.words:
        # A mark bears nothing: what hangs on one is lifted.
        while word.head in is_mark:
            word.head = tree.words[word.head].head
    for at in marks:
        tree.words[at].head = ROOT
    for at in marks:
        head = _inside(tree, at, paired[at], is_mark) if at in paired else None
        tree.words[at].head = _unit(tree, at, is_mark) if head is None else head


def _pairs(tree: Tree, marks: list[int]) -> dict[int, int]:
    """Return the partner of every mark that has one."""
    found: dict[int, int] = {}
    stack: list[int] = []
    for at in marks:
        form = tree.words[at].form
        fits = [
            depth
            for depth, left in enumerate(stack)
            if _OPENS.get(tree.words[left].form) == form
            or (form in _SAME and tree.words[left].form == form)
        ]
        if fits:
            left = stack[fits[-1]]
            del stack[fits[-1] :]
            found[left], found[at] = at, left
        elif form in _OPENS or form in _SAME:
            stack.append(at)
    return found


def _inside(tree: Tree, at: int, partner: int, is_mark: set[int]) -> int | None:
    """Return the head of what stands between two paired marks, if it has one head."""
    low, high = sorted((at, partner))
    between = [one for one in range(low + 1, high) if one not in is_mark]
    tops = [one for one in between if not low < tree.words[one].head < high]
    if len(tops) == 1:
        return tops[0]
    return None


def _unit(tree: Tree, at: int, is_mark: set[int]) -> int:
    """Return the top of the unit before or behind a mark, whichever lies deeper."""
    count = len(tree.words)
    left = next((one for one in range(at - 1, -1, -1) if one not in is_mark), None)
    right = next((one for one in range(at + 1, count) if one not in is_mark), None)
    if tree.words[at].form in _FINAL and left is not None:
        right = None
    top_left = None if left is None else _climb(tree, left, at)
    top_right = None if right is None else _climb(tree, right, at)
    if top_left is None or top_right is None:
        only = top_right if top_left is None else top_left
        return _any_root(tree, at) if only is None else only
    deeper_right = tree.depth(top_right) >= tree.depth(top_left)
    return top_right if deeper_right else top_left


def _climb(tree: Tree, start: int, mark: int) -> int:
    """Go up from `start` as long as neither the way nor a subtree passes over the mark."""
    before = start < mark
    while True:
        above = tree.words[start].head
        if above == ROOT or (above < mark) != before or _passes(tree, start, mark):
            return start
        start = above


def _passes(tree: Tree, index: int, mark: int) -> bool:
    """Tell whether a word has dependents on the other side of the mark."""
    return any(
        (child < mark) != (index < mark) and tree.words[child].label != "punct"
        for child in tree.children(index)
    )


def _any_root(tree: Tree, at: int) -> int:
    return next((one for one, word in enumerate(tree.words) if word.label == "root"), at)
