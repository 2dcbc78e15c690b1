"""Ends by a signal at the first request."""

import os
import signal

from halves import serve

serve(lambda request: os.kill(os.getpid(), signal.SIGKILL))
