"""A browser for tests: every page it gets must be sound, and no GET may write."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import flask
import html5lib
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf
from sqlalchemy import event
from werkzeug.test import TestResponse

from participation.core.tokens import derived_token

_XHTML = "{http://www.w3.org/1999/xhtml}"
_WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "REPLACE")
# Checked by the browser tests instead, or harmless: html5lib predates these.
_FORGIVEN = frozenset({"unexpected-null-character"})


class Client(FlaskClient):
    """``client.sign_in(person)`` gives it a session; POSTs look like those of our own pages."""

    token: str | None = None

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        headers = dict(kwargs.pop("headers", None) or {})
        method = kwargs.get("method", "GET").upper()
        if method not in ("GET", "HEAD"):
            headers.setdefault("Sec-Fetch-Site", "same-origin")
            if self.token:
                headers.setdefault("X-CSRF-Token", self._csrf())
        with self._counting(method):
            response = super().open(*args, headers=headers, **kwargs)
        if response.mimetype == "text/html" and response.data:
            check_page(response)
        return response

    def sign_in(self, person_token: str) -> "Client":
        """Use an open session's token."""
        self.token = person_token
        self.set_cookie(self.application.config["COOKIE"], person_token, secure=True)
        return self

    def _csrf(self) -> str:
        with self.application.test_request_context():
            key = self.application.config["SETTINGS"].secret_key
            flask.session["csrf_token"] = derived_token(key, "csrf", self.token or "")
            return str(generate_csrf())

    @contextmanager
    def _counting(self, method: str) -> Iterator[None]:
        """Fail when a safe request writes."""
        database = self.application.extensions["participation_database"]
        writes: list[str] = []

        def note(conn: Any, cursor: Any, statement: str, *rest: Any) -> None:
            if statement.lstrip().upper().startswith(_WRITES):
                writes.append(statement)

        event.listen(database.writer, "before_cursor_execute", note)
        try:
            yield
        finally:
            event.remove(database.writer, "before_cursor_execute", note)
        if method in ("GET", "HEAD"):
            assert not writes, f"a GET wrote: {writes[0]}"


def check_page(response: TestResponse) -> None:
    """Well-formed HTML, a title, one h1, a language, unique ids, no script without nonce."""
    text = response.get_data(as_text=True)
    parser = html5lib.HTMLParser(namespaceHTMLElements=True)
    tree = parser.parse(text)
    faults = [(p, e) for p, e, _ in parser.errors if e not in _FORGIVEN]
    assert not faults, f"bad HTML: {faults[:3]}"
    root = tree if tree.tag == f"{_XHTML}html" else tree.find(f"{_XHTML}html")
    assert root.get("lang"), "no language"
    assert root.get("dir") in ("ltr", "rtl"), "no direction"
    titles = root.findall(f".//{_XHTML}title")
    assert titles and (titles[0].text or "").strip(), "no title"
    assert len(root.findall(f".//{_XHTML}h1")) == 1, "not exactly one h1"
    ids = [e.get("id") for e in root.iter() if isinstance(e.tag, str) and e.get("id")]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted({i for i in ids if ids.count(i) > 1})}"
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.get("style") is None, f"inline style on {element.tag}"
        for name in element.attrib:
            assert not str(name).startswith("on"), f"inline handler {name}"
        if element.tag == f"{_XHTML}script":
            assert element.get("nonce"), "script without nonce"
        if element.tag == f"{_XHTML}form" and element.get("method", "get").lower() == "post":
            assert element.get("action") is not None, "form without action"
    policy = response.headers.get("Content-Security-Policy", "")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
