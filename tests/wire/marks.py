"""Lines on standard error by which the program's process tells the test how far it is."""

READY_MARK = "wire: ready"
RESUMED_MARK = "wire: resumed"
