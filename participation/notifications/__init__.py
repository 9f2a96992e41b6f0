"""Messages to people: written as rows, sent by the queue to a real SMTP server.

Without a server configured, each mail is written as a file under ``var/mail``; either way the back
office shows what went out. A mail's text is erased thirty days after delivery, its status stays.
"""
