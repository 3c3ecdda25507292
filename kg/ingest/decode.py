"""Bytes to stored text: which encoding it is in, and which invisible characters do not belong to a text.

``normalise`` is the whole of what happens to a plain text: line ends become LF; every kind of space becomes a space; soft
hyphens, zero-width and direction marks, control characters and noncharacters go; lone surrogates become U+FFFD; composed
letters are composed (NFC). Quotes, dashes, blank lines, indents and wording stay. It is idempotent.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = {
    b"%PDF-": "a PDF document; convert it with pdftotext",
    b"PK\x03\x04": "a zip archive or office document; give it the ending .zip or save it as text",
    b"\x1f\x8b": "gzip data; give it the ending .tar.gz or decompress it",
    b"\xd0\xcf\x11\xe0": "an old office document; save it as text",
    b"{\\rtf": "a rich text document; save it as text",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x7fELF": "a program",
    b"SQLite format 3\0": "a database",
}
GUESSES = (
    "cp1252",
    "cp1251",
    "koi8_r",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1256",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
)
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]|["
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17))
    + "]"
)
JOINERS = re.compile(
    "(?<![\u0590-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0590-\U0010ffff])"
)  # needed in Persian, Hindi, emoji
C1 = re.compile("[\x80-\x9f]")
SURROGATES = re.compile("[\ud800-\udfff]")
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")


class NotTextError(ValueError):
    """The bytes are no text: ``kind`` is the issue's kind, ``str()`` its message."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


def normalise(text: str) -> str:
    """The text as it is stored; see the module's description."""
    text = LINE_ENDS.sub("\n", SURROGATES.sub("\ufffd", text))
    text = C1.sub(_windows, text)
    text = JOINERS.sub("", UNSEEN.sub("", SPACES.sub(" ", text)))
    return unicodedata.normalize("NFC", text)


def _windows(match: re.Match[str]) -> str:
    """A C1 control read as the windows-1252 character it nearly always is in old web pages."""
    return match[0].encode("latin-1").decode("cp1252", errors="ignore")


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of ``data``, not yet normalised; raises NotTextError for binary data.

    Tried in this order: byte order mark, UTF-16 by its zero bytes, UTF-8, the declared encoding, a guess.
    """
    for mark, what in MAGIC.items():
        if data.startswith(mark):
            raise NotTextError("binary", f"this is not a text but {what}")
    for bom, coding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(coding, errors="replace")
    if encoding := _wide(data):
        return data.decode(encoding, errors="replace")
    if _is_binary(data):
        raise NotTextError("binary", "the file holds binary data, not text; convert it to UTF-8 text first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _declared(data, declared) or _guess(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: mostly Latin text has its zero bytes on one side only."""
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    half = max(1, len(data[:4000]) // 2)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    """True if control characters make up more than one byte in fifty."""
    return len(data.translate(None, _TEXT_BYTES)) > len(data) / 50


_TEXT_BYTES = bytes(b for b in range(256) if b >= 0x20 or b in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B))


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes (a cut copy): at least ten sound sequences for each broken one."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return text if sum(c > "\x7f" for c in text) - broken >= 10 * broken else None


def _declared(data: bytes, declared: str | None) -> str | None:
    try:
        return data.decode(codecs.lookup(declared).name) if declared else None
    except (LookupError, UnicodeError, TypeError):
        return None


def _guess(data: bytes) -> str:
    """Rare high bytes in Latin text are windows-1252; else charset_normalizer's best; raises NotTextError if none fits."""
    high = sum(b > 0x7F for b in data)
    letters = sum(chr(b).isalpha() for b in data if b < 0x80)
    if high <= max(3, letters // 12):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # slow to import, rarely needed

    best = from_bytes(data, cp_isolation=list(GUESSES), threshold=0.6).best()
    if best is None:
        raise NotTextError("undecodable", "no known encoding fits; convert the file to UTF-8")
    return str(best)
