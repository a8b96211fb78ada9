"""What a child does in the tests of `humas_nlp.corpus.child`; order by order."""

import os
import time


def work(order):
    """Give numbers up to one, then do what a word says."""
    number, word = order
    yield from range(number)
    if word == "abort":
        os.abort()
    if word == "exit":
        os._exit(3)
    if word == "raise":
        raise ValueError("sengaja")
    if word == "print":
        print("bukan jawaban")
    if word == "pid":
        yield os.getpid()
    if word == "hang":
        yield os.getpid()
        time.sleep(600)


def echo(order):
    """Give an order back."""
    yield order


def dies_at_pages(order):
    """Die as a parser may."""
    os.abort()
    yield


harmed = []


def dies_of_the_order_before(order):
    """Die at whatever comes after harm, or at what is bad."""
    if harmed or order == "bad":
        os.abort()
    if order == "harm":
        harmed.append(order)
        return
    yield order
