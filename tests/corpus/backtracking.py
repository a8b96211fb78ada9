"""A regular expression engine that counts its steps.

Python's own engine does not say how much it did. This one walks the same parse tree in the same
order, a step for every test of a character, place or branch, so that growth can be told from
counts and not from seconds. It is meant for tests: slow, and plain.
"""

import random
import re
from re import _constants as ops
from re import _parser as parser

MANY = int(ops.MAXREPEAT)
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
SINGLE = (ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN)
CATEGORIES = {
    ops.CATEGORY_DIGIT: str.isdecimal,
    ops.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    ops.CATEGORY_SPACE: str.isspace,
    ops.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    ops.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    ops.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}
# Members to draw from when a sample of a set is wanted.
ALPHABET = "aA1 .,\n-–“”\"'()/:;%éIbzZ0_\t"


class TooManyStepsError(Exception):
    """The most steps were made."""


class Counter:
    """A pattern, and how many steps it makes.

    Args:
        pattern: The regular expression.
        flags: Of `re.compile`.
        most: Steps after which `search` gives up.
    """

    def __init__(self, pattern, flags=0, most=10**9):
        self.tree = parser.parse(pattern, flags)
        self._text, self._groups, self.steps, self.most = "", {}, 0, most
        self._match = self._sequence(list(self.tree), self.tree.state.flags, lambda i: i)

    def match(self, text, start=0):
        """Return where a match from `start` ends, or None; count the steps."""
        self._text, self._groups = text, {}
        return self._match(start)

    def steps_of_match(self, text):
        """Return the steps of `re.match`."""
        self.steps = 0
        self.match(text)
        return self.steps

    def steps_of_finditer(self, text):
        """Return the steps of finding every match of a text."""
        self.steps = start = 0
        while start <= len(text):
            end = self.match(text, start)
            start = end if end is not None and end > start else start + 1
        return self.steps

    def _step(self):
        self.steps += 1
        if self.steps > self.most:
            raise TooManyStepsError

    def _sequence(self, nodes, flags, after):
        for op, arg in reversed(nodes):
            after = self._node(op, arg, flags, after)
        return after

    def _node(self, op, arg, flags, after):
        if op in SINGLE:
            return self._single(member(op, arg, flags), after)
        if op in REPEATS:
            return self._repeat(op, *arg, flags, after)
        if op is ops.SUBPATTERN:
            group, add, remove, body = arg
            return self._group(group, body, (flags | add) & ~remove, after)
        if op is ops.BRANCH:
            return self._branch(arg[1], flags, after)
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            return self._look(*arg, flags, after, wanted=op is ops.ASSERT)
        if op is ops.ATOMIC_GROUP:
            return self._atomic(self._sequence(list(arg), flags, lambda i: i), after)
        if op is ops.AT:
            return self._place(arg, flags, after)
        if op is ops.GROUPREF:
            return self._again(arg, flags, after)
        if op is ops.GROUPREF_EXISTS:
            group, yes, no = arg
            there = self._sequence(list(yes), flags, after)
            absent = self._sequence(list(no), flags, after) if no else after
            return lambda i: (there if group in self._groups else absent)(i)
        raise NotImplementedError(op)

    def _single(self, test, after):
        def run(i):
            self._step()
            return after(i + 1) if i < len(self._text) and test(self._text[i]) else None

        return run

    def _branch(self, bodies, flags, after):
        branches = [
            (first_test(list(body), flags), self._sequence(list(body), flags, after))
            for body in bodies
        ]
        known = {}  # by the next character: the branches that may take it, as Python's engine does

        def run(i):
            self._step()
            char = self._text[i : i + 1]
            if char not in known:
                known[char] = [run for test, run in branches if not test or (char and test(char))]
            for branch in known[char]:
                if (end := branch(i)) is not None:
                    return end
            return None

        return run

    def _atomic(self, inner, after):
        def run(i):
            end = inner(i)
            return None if end is None else after(end)

        return run

    def _group(self, group, body, flags, after):
        starts = []

        def close(i):
            if group is None:
                return after(i)
            before, start = self._groups.get(group), starts.pop()
            self._groups[group] = (start, i)
            if (end := after(i)) is None:
                starts.append(start)
                if before is None:
                    del self._groups[group]
                else:
                    self._groups[group] = before
            return end

        inner = self._sequence(list(body), flags, close)

        def run(i):
            starts.append(i)
            end = inner(i)
            if end is None:
                starts.pop()
            return end

        return run if group is not None else inner

    def _repeat(self, op, least, most, body, flags, after):
        greedy = op is not ops.MIN_REPEAT
        if len(body) == 1 and body[0][0] in SINGLE:
            single = self._run_of(member(*body[0], flags), least, most, greedy=greedy)
            if op is ops.POSSESSIVE_REPEAT:
                return self._atomic(lambda i: next(single(i), None), after)
            return lambda i: next((e for j in single(i) if (e := after(j)) is not None), None)
        if op is ops.POSSESSIVE_REPEAT:
            return self._possessive(list(body), least, most, flags, after)

        state = None  # turns made, where the last one began, the state around this loop

        def enter(i):
            nonlocal state
            before, state = state, (0, None, state)
            end = more(i)
            state = before
            return end

        def more(i):
            count, last, _ = state
            if count < least:
                return turn(i)
            # An empty turn ends the loop, as in Python's engine.
            go_on = count < most and i != last
            end = turn(i) if greedy and go_on else None
            if end is None:
                end = leave(i)
            return turn(i) if end is None and not greedy and go_on else end

        def turn(i):
            nonlocal state
            self._step()
            before, state = state, (state[0] + 1, i, state[2])
            end = once(i)
            state = before
            return end

        def leave(i):
            nonlocal state
            before, state = state, state[2]
            end = after(i)
            state = before
            return end

        once = self._sequence(list(body), flags, more)
        return enter

    def _possessive(self, body, least, most, flags, after):
        once = self._sequence(body, flags, lambda i: i)

        def run(i):
            count = 0
            while count < most and (end := once(i)) is not None and end != i:
                count, i = count + 1, end
            return after(i) if count >= least else None

        return run

    def _run_of(self, test, least, most, *, greedy):
        def ends(i):
            last = i
            if not greedy:
                while last - i < most:
                    if last - i >= least:
                        yield last
                    self._step()
                    if last == len(self._text) or not test(self._text[last]):
                        return
                    last += 1
                yield last
                return
            while last - i < most and last < len(self._text) and test(self._text[last]):
                self._step()
                last += 1
            self._step()
            yield from range(last, i + least - 1, -1)

        return ends

    def _look(self, direction, body, flags, after, *, wanted):
        if direction > 0:
            ahead = self._sequence(list(body), flags, lambda i: i)
            return lambda i: after(i) if (ahead(i) is not None) == wanted else None
        width = body.getwidth()[0]
        behind = self._sequence(list(body), flags, lambda i: i)
        return lambda i: (
            after(i) if (i >= width and behind(i - width) is not None) == wanted else None
        )

    def _place(self, where, flags, after):
        def run(i):
            self._step()
            return after(i) if at_place(where, self._text, i, flags) else None

        return run

    def _again(self, group, flags, after):
        def run(i):
            self._step()
            if group not in self._groups:
                return None
            start, end = self._groups[group]
            words, found = self._text[start:end], self._text[i : i + end - start]
            if flags & re.IGNORECASE:
                words, found = words.lower(), found.lower()
            return after(i + len(words)) if words == found else None

        return run


def at_place(where, text, i, flags):
    """Tell whether a place of a text is its beginning, its end, or the border of a word."""
    if where in (ops.AT_BEGINNING, ops.AT_BEGINNING_STRING):
        multiline = flags & re.MULTILINE and where is ops.AT_BEGINNING
        return i == 0 or bool(multiline and text[i - 1] == "\n")
    if where in (ops.AT_END, ops.AT_END_STRING):
        if i == len(text):
            return True
        multiline = bool(flags & re.MULTILINE)
        return where is ops.AT_END and text[i] == "\n" and (multiline or i == len(text) - 1)
    word = CATEGORIES[ops.CATEGORY_WORD]
    border = (i > 0 and word(text[i - 1])) != (i < len(text) and word(text[i]))
    return border == (where is ops.AT_BOUNDARY)


def member(op, arg, flags):
    """Return the test of a single character."""
    known = {}

    def test(char):
        if char not in known:
            forms = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
            if op is ops.NOT_LITERAL or (op is ops.IN and arg[0][0] is ops.NEGATE):
                known[char] = all(is_member(op, arg, form, flags) for form in forms)
            else:
                known[char] = any(is_member(op, arg, form, flags) for form in forms)
        return known[char]

    return test


def first_test(nodes, flags):
    """Return the test of a branch's first character; None where it may begin in several ways."""
    op, arg = nodes[0] if nodes else (None, None)
    if op in SINGLE:
        return member(op, arg, flags)
    if op is ops.SUBPATTERN:
        return first_test(list(arg[3]), (flags | arg[1]) & ~arg[2])
    if op in REPEATS and arg[0]:
        return first_test(list(arg[2]), flags)
    return None


def is_member(op, arg, char, flags):
    """Tell whether a node takes a character as it is."""
    if len(char) != 1:
        return op is ops.NOT_LITERAL
    if op is ops.LITERAL:
        return ord(char) == arg
    if op is ops.NOT_LITERAL:
        return ord(char) != arg
    if op is ops.ANY:
        return char != "\n" or bool(flags & re.DOTALL)
    negated = arg[0][0] is ops.NEGATE
    found = any(
        (kind is ops.LITERAL and ord(char) == value)
        or (kind is ops.RANGE and value[0] <= ord(char) <= value[1])
        or (kind is ops.CATEGORY and CATEGORIES[value](char))
        for kind, value in arg
    )
    return found != negated


def sample(nodes, flags, draw):
    """Return a text that a sequence of nodes takes, assertions left aside."""
    return "".join(_sample(op, arg, flags, draw) for op, arg in nodes)


def _sample(op, arg, flags, draw):
    if op is ops.LITERAL:
        return chr(arg)
    if op in SINGLE:
        test = member(op, arg, flags)
        letters = [c for c in ALPHABET if test(c)]
        if not letters and op is ops.IN:
            letters = [chr(v if k is ops.LITERAL else v[0]) for k, v in arg if k is not ops.NEGATE]
        return draw.choice(letters or ["x"])
    if op in REPEATS:
        least, most, body = arg
        return "".join(sample(body, flags, draw) for _ in range(max(least, min(1, most))))
    if op is ops.SUBPATTERN:
        return sample(arg[3], flags, draw)
    if op is ops.BRANCH:
        return sample(draw.choice(arg[1]), flags, draw)
    return sample(arg, flags, draw) if op is ops.ATOMIC_GROUP else ""


def pumps(tree, flags, draw):
    """Yield, for each repeat that may go on for long, what comes before it and one turn of it."""
    yield from _pumps(list(tree), flags, "", draw)


def _pumps(nodes, flags, before, draw):
    for op, arg in nodes:
        if op in REPEATS:
            _, most, body = arg
            if most > 30:
                yield before, sample(body, flags, draw)
            yield from _pumps(list(body), flags, before, draw)
        elif op is ops.SUBPATTERN:
            yield from _pumps(list(arg[3]), flags, before, draw)
        elif op is ops.BRANCH:
            for branch in arg[1]:
                yield from _pumps(list(branch), flags, before, draw)
        elif op is ops.ATOMIC_GROUP:
            yield from _pumps(list(arg), flags, before, draw)
        before += _sample(op, arg, flags, draw)


def drawer(seed):
    """Return a source of draws that are the same every time."""
    return random.Random(seed)
