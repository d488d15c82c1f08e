"""The bench's own host: what it sends, how it is encoded, what may be kept, and that it counts all of it."""

from __future__ import annotations

import gzip
import http.client
import time

import brotli
import pytest

from tests.bench.host import Sent, hosting
from tests.bench.lines import LINES, Downlink, Line
from tests.bench.responding import is_hashed

PAGE = b"<!doctype html><title>A page</title>" + b"<p>Again and again.</p>" * 200
FILES = {
    "index.html": PAGE,
    "part/index.html": PAGE,
    "code.wasm": b"\0asm" * 500,
    "runtime.0123456789ab.xz": b"packed" * 500,
    "library.zip": b"PK" * 500,
    "letters.woff2": b"wOF2" * 500,
    "packed.json.gz": gzip.compress(PAGE),
    "checkers.whl": b"PK" * 500,
}
IN_EVERY_ENCODING = {"Accept-Encoding": "gzip, deflate, br, zstd"}
#: Fast enough for any test, and yet a line with a rate.
FAST = Line("fast", 10_000, 0)


@pytest.fixture
def folder(tmp_path):
    for name, content in FILES.items():
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "files"


@pytest.fixture
def start(folder, tmp_path):
    """Start a host, with a connection to it that is kept open."""
    opened = []

    def start_host(compression="none", line=LINES["loopback"]):
        context = hosting(folder, line, compression, tmp_path / "packed")
        host = context.__enter__()
        connection = http.client.HTTPConnection("127.0.0.1", host.server_port, timeout=20)
        opened.append((context, connection))
        return host, connection

    yield start_host
    for context, connection in opened:
        connection.close()
        context.__exit__(None, None, None)


def get(connection, target, headers=None, method="GET"):
    connection.request(method, target, headers=headers or {})
    response = connection.getresponse()
    return response, response.read()


@pytest.mark.parametrize("line", [LINES["loopback"], FAST], ids=lambda line: line.name)
@pytest.mark.parametrize("name", FILES)
def test_a_host_that_does_not_compress_sends_the_files_as_they_are(start, name, line):
    response, body = get(start(line=line)[1], f"/{name}", IN_EVERY_ENCODING)
    assert response.status == 200
    assert response.getheader("Content-Encoding") is None
    assert body == FILES[name]


@pytest.mark.parametrize(
    ("compression", "accepted", "encoding"),
    [
        ("brotli", "gzip, deflate, br", "br"),
        ("brotli", "gzip;q=1.0, deflate", "gzip"),
        ("brotli", "identity", None),
        ("gzip", "gzip, deflate, br", "gzip"),
        ("none", "gzip, deflate, br", None),
    ],
)
@pytest.mark.parametrize("name", ["index.html", "code.wasm"])
def test_text_and_wasm_go_in_the_best_encoding_that_both_know(start, name, compression, accepted, encoding):
    response, body = get(start(compression)[1], f"/{name}", {"Accept-Encoding": accepted})
    assert response.getheader("Content-Encoding") == encoding
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert unpack(body) == FILES[name]
    assert (len(body) < len(FILES[name])) is (encoding is not None)


@pytest.mark.parametrize("compression", ["gzip", "brotli"])
@pytest.mark.parametrize(
    "name", ["runtime.0123456789ab.xz", "library.zip", "letters.woff2", "packed.json.gz", "checkers.whl"]
)
def test_what_is_packed_already_is_not_packed_again(start, name, compression):
    response, body = get(start(compression)[1], f"/{name}", IN_EVERY_ENCODING)
    assert response.getheader("Content-Encoding") is None
    assert body == FILES[name]


@pytest.mark.parametrize("compression", ["none", "gzip", "brotli"])
def test_an_unchanged_file_is_not_sent_twice_and_a_changed_one_is(start, folder, compression):
    _, connection = start(compression)
    response, _ = get(connection, "/", IN_EVERY_ENCODING)
    assert response.getheader("Cache-Control") == "no-cache"
    known = IN_EVERY_ENCODING | {"If-None-Match": response.getheader("ETag")}
    response, body = get(connection, "/", known)
    assert (response.status, body) == (304, b"")
    (folder / "index.html").write_bytes(PAGE + b"<p>New.</p>")
    response, _ = get(connection, "/", known)
    assert response.status == 200


def test_one_encoding_has_not_the_tag_of_another(start):
    _, connection = start("brotli")
    tags = {
        get(connection, "/", {"Accept-Encoding": accepted})[0].getheader("ETag")
        for accepted in ("br", "gzip", "identity")
    }
    assert len(tags) == 3


def test_a_file_with_a_hash_in_its_name_may_be_kept_for_ever(start):
    response, _ = get(start()[1], "/runtime.0123456789ab.xz")
    assert response.getheader("Cache-Control") == "max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("address", "hashed"),
    [
        ("main.57a0d79d.min.css", True),
        ("chunk-6IPGPTWG.js", True),
        ("python-0f3354f9cac3.xz", True),
        ("pyodide.asm.wasm", False),
        ("team-checker.js", False),
        ("checkers-0.1.0-cp314-none-any.whl", False),
        ("LICENSE-CONTENT.txt", False),
        ("assets/0f3354f9cac3/js/search.js", True),
        ("minutes/20261124/index.html", False),
    ],
)
def test_a_hash_is_told_from_a_word(address, hashed):
    assert is_hashed(f"/{address}") is hashed


def test_folders_have_their_index_and_nothing_else_is_to_be_had(start):
    _, connection = start()
    assert get(connection, "/part/")[1] == PAGE
    response, _ = get(connection, "/part")
    assert (response.status, response.getheader("Location")) == (301, "/part/")
    for target in ("/gone.html", "/../packed", "/%2e%2e/files/index.html"):
        assert get(connection, target)[0].status == 404


def test_a_head_has_the_length_and_no_body(start):
    response, body = get(start()[1], "/library.zip", method="HEAD")
    assert (response.getheader("Content-Length"), body) == (str(len(FILES["library.zip"])), b"")


@pytest.mark.parametrize("line", [LINES["loopback"], FAST], ids=lambda line: line.name)
def test_heads_and_bodies_are_counted_by_path(start, line):
    begun = time.time()
    host, connection = start(line=line)
    sent = 0
    for target in ("/library.zip", "/library.zip?again", "/index.html"):
        response, body = get(connection, target)
        head = f"HTTP/1.1 {response.status} {response.reason}\r\n" + "".join(
            f"{name}: {value}\r\n" for name, value in response.getheaders()
        )
        sent += len(head) + 2 + len(body)
    for _ in range(200):
        # The last piece is counted just after it has been sent.
        if host.tally.total().bytes == sent:
            break
        time.sleep(0.01)
    assert host.tally.total() == Sent(sent, 3)
    assert {path: one.requests for path, one in host.tally.by_path().items()} == {
        "/library.zip": 2,
        "/index.html": 1,
    }
    assert host.tally.total(until=begun) == Sent()
    host.tally.clear()
    assert host.tally.total() == Sent()


def test_what_was_compressed_once_is_kept(start, tmp_path, monkeypatch):
    host, _ = start("brotli")
    host.store.prepare(host.folder, "brotli")
    kept = sorted(tmp_path.joinpath("packed").iterdir())
    assert len(kept) == len({FILES["index.html"], FILES["code.wasm"]})
    monkeypatch.setattr("tests.bench.packing.brotli.compress", lambda *_, **__: pytest.fail("packed again"))
    response, body = get(start("brotli")[1], "/code.wasm", IN_EVERY_ENCODING)
    assert response.getheader("Content-Encoding") == "br"
    assert brotli.decompress(body) == FILES["code.wasm"]


def test_a_line_carries_data_whole_and_in_order():
    data = bytes(range(256)) * 400
    pieces = list(Downlink(FAST).pieces(data))
    assert b"".join(pieces) == data
