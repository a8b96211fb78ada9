"""HTML to text, so that a web page goes the same road as a text file."""

from humas_nlp.errors import MissingExtraError


def html_to_text(html: str | bytes) -> str:
    """Return the article of a web page as text, one paragraph a line.

    The headline, where the page names one that the text does not begin with, stands in the first
    line. Offsets of an analysis refer to the returned text, not to the HTML.

    Args:
        html: The page. Bytes are decoded by the page's own declaration.

    Returns:
        The text; empty if the page holds none.

    Raises:
        MissingExtraError: The extra "html" (trafilatura) is not installed.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError("html", "Reading HTML") from error
    if not html.strip():
        return ""
    document = trafilatura.bare_extraction(
        html, include_comments=False, include_tables=False, favor_recall=True
    )
    if document is None or isinstance(document, dict):
        return ""
    text = (document.text or "").strip()
    title = (document.title or "").strip()
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    return text.strip()
