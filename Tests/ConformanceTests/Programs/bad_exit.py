"""Says goodbye and ends with a status."""

import sys

from halves import serve

serve()
sys.exit(5)
