"""For all tests: an interrupt works, in them and in what they start."""

import signal

# a shell starts what runs in its background with interrupts ignored, and every process below inherits that
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
