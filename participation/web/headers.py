"""Security headers (standards §9.1): deny by default, everything from our own origin."""

from flask import Flask, Response

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'nonce-%s' 'strict-dynamic'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
    "report-uri /csp-report",
)
PAGE_POLICY = "; ".join(_DIRECTIVES)
# For what is not a page: nothing may load, nothing may run, nobody may frame it.
FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
}
HSTS = "max-age=31536000; includeSubDomains"


def init_app(app: Flask, *, https: bool) -> None:
    """Put the headers on every response; the page server adds the page's policy with its nonce."""

    @app.after_request
    def _secure(response: Response) -> Response:
        response.headers.update(COMMON)
        if https:
            response.headers["Strict-Transport-Security"] = HSTS
        if response.mimetype != "text/html":
            response.headers.setdefault("Content-Security-Policy", FILE_POLICY)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response
