"""Malformed and abusive HTTP requests: a list of known attacks, and random ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

ROUTES = (b"/echo/x", b"/chunked/x", b"/answer", b"/system", b"/forbidden", b"/nowhere")
METHODS = (
    b"GET",
    b"POST",
    b"PUT",
    b"DELETE",
    b"HEAD",
    b"OPTIONS",
    b"PATCH",
    b"TRACE",
    b"BREW",
    b"get",
    b"\xff",
    b"",
)
TEXTS = (
    b"",
    b"x",
    b"\x00",
    b"\r",
    b"\n",
    b"\r\n\r\n",
    b"%00",
    b"%0d%0aSet-Cookie: a=b",
    b"%",
    b"%zz",
    b"\xff\xfe",
    b"\xed\xa0\x80",
)
LENGTHS = (
    b"0",
    b"1",
    b"-1",
    b"99999999999999999999999",
    b"18446744073709551616",
    b"268435457",  # below the size that the core cannot allocate; it fills that much memory for a plain route
    b"abc",
    b"",
    b"0x10",
    b"1e3",
    b" 5 ",
    b"+3",
)
MEBIBYTE = b"m" * (1 << 20)

Write = Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Attack:
    """The data that is sent over one connection, in parts."""

    name: str
    write: Write
    pause: float = 0.0  # seconds between the parts
    shuts_down: bool = False  # the client closes its sending half at the end
    leaves: bool = False  # the client resets the connection without reading


def request(
    method: bytes, uri: bytes, *headers: bytes, body: bytes = b"", version: bytes = b"HTTP/1.1"
) -> bytes:
    """Return one request; nothing is checked."""
    return b"\r\n".join([b"%b %b %b" % (method, uri, version), b"Host: localhost", *headers, b"", body])


def once(data: bytes) -> Write:
    """Send the data in one part."""
    return lambda: iter([data])


def length(size: int | bytes) -> bytes:
    """Return the header Content-Length."""
    return b"Content-Length: %b" % (size if isinstance(size, bytes) else str(size).encode())


def large_body(route: bytes, mebibytes: int, announced: int | None = None) -> Iterator[bytes]:
    """Send a body of this size in MiB, optionally with a wrong length."""
    yield request(b"POST", route, length(announced if announced is not None else mebibytes << 20))
    for _ in range(mebibytes):
        yield MEBIBYTE


def chunked_body(route: bytes, chunks: list[bytes], end: bytes = b"0\r\n\r\n") -> Iterator[bytes]:
    """Send a body in the given chunks."""
    yield request(b"POST", route, b"Transfer-Encoding: chunked")
    for chunk in chunks:
        yield b"%x\r\n%b\r\n" % (len(chunk), chunk)
    yield end


def known() -> list[Attack]:
    """Yield attacks that are known to harm servers."""
    get = partial(request, b"GET")
    many = [b"X-%d: %d" % (n, n) for n in range(5000)]
    attacks = [
        Attack("nothing", once(b""), shuts_down=True),
        Attack("only a line end", once(b"\r\n" * 1000)),
        Attack("half a request", once(b"GET /echo/x HTTP/1.1\r\nHost:"), leaves=True),
        Attack("half a request and half a connection", once(b"POST /echo/x HTTP/1.1\r\n"), shuts_down=True),
        Attack("thousands of headers", once(get(b"/echo/x", *many))),
        Attack("thousands of the same header", once(get(b"/echo/x", *[b"X-Same: a"] * 5000))),
        Attack("a few hundred headers", once(get(b"/echo/x", *many[:60]))),
        Attack("a header of MBs", once(get(b"/echo/x", b"X-Large: " + MEBIBYTE * 4))),
        Attack("a header name of MBs", once(get(b"/echo/x", MEBIBYTE * 4 + b": x"))),
        Attack("a header of 15 KB", once(get(b"/echo/x", b"X-Large: " + MEBIBYTE[:15000]))),
        Attack("a URI of MBs", once(get(b"/echo/" + MEBIBYTE * 4))),
        Attack("a URI of 15 KB", once(get(b"/echo/" + MEBIBYTE[:15000]))),
        Attack(
            "thousands of arguments", once(get(b"/echo/x?" + b"&".join(b"%d=1" % n for n in range(2500))))
        ),
        Attack("deep folders", once(get(b"/echo" + b"/a" * 7000))),
        Attack("way up", once(get(b"/echo/../../../../etc/passwd"))),
        Attack("no version", once(b"GET /echo/x\r\n\r\n")),
        Attack("an odd version", once(get(b"/echo/x", version=b"HTTP/9.7"))),
        Attack("an odd protocol", once(get(b"/echo/x", version=b"GOPHER/1.0"))),
        Attack("line feeds alone", once(b"GET /echo/x HTTP/1.1\nHost: localhost\n\n")),
        Attack("pipelined", once(get(b"/echo/x") * 200)),
        Attack("pipelined with bodies", once(request(b"POST", b"/echo/x", length(4), body=b"body") * 200)),
        Attack("pipelined and gone", once(get(b"/echo/x") * 200), leaves=True),
        Attack("two lengths", once(request(b"POST", b"/echo/x", length(4), length(5), body=b"12345"))),
        Attack(
            "a length and chunks",
            once(
                request(
                    b"POST",
                    b"/chunked/x",
                    length(4),
                    b"Transfer-Encoding: chunked",
                    body=b"1\r\nx\r\n0\r\n\r\n",
                )
            ),
        ),
        Attack("a longer body than said", once(request(b"POST", b"/echo/x", length(4), body=b"12345678"))),
        Attack(
            "a shorter body than said",
            once(request(b"POST", b"/echo/x", length(400), body=b"1")),
            shuts_down=True,
        ),
        Attack(
            "a shorter body, and gone",
            once(request(b"PUT", b"/chunked/x", length(400), body=b"1")),
            leaves=True,
        ),
        Attack(
            "a slow body", lambda: iter([request(b"POST", b"/echo/x", length(8)), *[b"s"] * 8]), pause=0.1
        ),
        Attack("a slow head", lambda: iter([bytes([b]) for b in get(b"/echo/x")]), pause=0.01),
        Attack(
            "expecting to go on",
            once(request(b"POST", b"/echo/x", length(4), b"Expect: 100-continue", body=b"body")),
        ),
        Attack(
            "an upgrade",
            once(get(b"/echo/x", b"Upgrade: websocket", b"Connection: Upgrade", b"Sec-WebSocket-Key: x")),
        ),
        Attack("an odd range", once(get(b"/echo/x", b"Range: bytes=-1-99999999999999999999"))),
        Attack(
            "an odd encoding",
            once(request(b"POST", b"/echo/x", b"Content-Encoding: gzip", length(4), body=b"\x1f\x8b\x08x")),
        ),
        Attack("broken authorisation", once(get(b"/echo/x", b"Authorization: Basic \xff\xfe==="))),
        Attack(
            "a broken form",
            once(
                request(
                    b"POST",
                    b"/instances",
                    b"Content-Type: multipart/form-data; boundary=",
                    length(9),
                    body=b"--\r\n--\r\n-",
                )
            ),
        ),
        Attack("TLS", once(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x11" * 300)),
        Attack("100 MB", partial(large_body, b"/echo/x", 100)),
        Attack("100 MB, and gone", partial(large_body, b"/echo/x", 100), leaves=True),
        Attack("100 MB in one piece of a chunked route", partial(large_body, b"/chunked/x", 100)),
        Attack("a huge length", partial(large_body, b"/echo/x", 2, announced=1 << 40), shuts_down=True),
        Attack(
            "a huge length on a chunked route",
            partial(large_body, b"/chunked/x", 2, announced=1 << 40),
            leaves=True,
        ),
        Attack("chunks", partial(chunked_body, b"/chunked/x", [MEBIBYTE] * 20)),
        Attack("tiny chunks", partial(chunked_body, b"/chunked/x", [b"c"] * 3000)),
        Attack("chunks on a plain route", partial(chunked_body, b"/echo/x", [b"c" * 100] * 10)),
        Attack("chunks without end", partial(chunked_body, b"/chunked/x", [b"c"], end=b""), leaves=True),
        Attack(
            "a chunk of an odd size",
            partial(chunked_body, b"/chunked/x", [], end=b"-5\r\nabc\r\n0\r\n\r\n"),
            shuts_down=True,
        ),
        Attack(
            "a chunk of a huge size",
            partial(chunked_body, b"/chunked/x", [], end=b"ffffffffffffffff\r\nabc"),
            shuts_down=True,
        ),
        Attack(
            "a chunk that is no number",
            partial(chunked_body, b"/chunked/x", [], end=b"zz\r\nabc\r\n"),
            shuts_down=True,
        ),
    ]
    attacks += [
        Attack(f"method {m!r}", once(request(m, r))) for m in METHODS for r in (b"/echo/x", b"/chunked/x")
    ]
    attacks += [Attack(f"URI with {t!r}", once(get(b"/echo/a" + t + b"b?k" + t + b"=v" + t))) for t in TEXTS]
    attacks += [
        Attack(f"header with {t!r}", once(get(b"/echo/x", b"X-Odd" + t + b": a" + t + b"b"))) for t in TEXTS
    ]
    attacks += [
        Attack(f"length {n!r} to {r!r}", once(request(b"POST", r, length(n), body=b"12345")), shuts_down=True)
        for n in LENGTHS
        for r in (b"/echo/x", b"/chunked/x")
    ]
    return attacks


def _noise(chance: random.Random, size: int) -> bytes:
    return chance.randbytes(chance.randrange(size))


def _mutated(chance: random.Random) -> bytes:
    """Return a valid request, some bytes of which were changed, doubled, removed or inserted."""
    body = _noise(chance, 200)
    headers = [b"X-%d: %b" % (n, chance.choice(TEXTS)) for n in range(chance.randrange(6))]
    data = bytearray(
        request(chance.choice(METHODS[:4]), chance.choice(ROUTES), length(len(body)), *headers, body=body)
    )
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[place : place + 1] = _noise(chance, 3)
            case 1:
                data[place:place] = data[place : place + chance.randrange(60)]
            case 2:
                del data[place : place + chance.randrange(20)]
            case _:
                data[place:place] = chance.choice(TEXTS + LENGTHS)
    return bytes(data)


def random_attacks(seed: int, count: int) -> Iterator[Attack]:
    """Yield random requests, reproducible by seed: noise, and mutated valid requests."""
    chance = random.Random(seed)
    for number in range(count):
        data = _noise(chance, 3000) if chance.random() < 0.3 else _mutated(chance)
        cut = chance.randrange(len(data) + 1)
        pieces = [data[:cut], data[cut:]]
        yield Attack(
            f"random {seed}/{number}",
            partial(iter, pieces),
            shuts_down=chance.random() < 0.7,
            leaves=chance.random() < 0.2,
        )
