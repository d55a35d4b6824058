"""Qt-free engine of FSR Desktop: photos, faces, models, restoration."""

import os

__version__ = "0.3.0"

# ONNX Runtime's own packages report to their maker unless this is set before they are loaded, here or by a library that
# uses them. Nothing leaves this computer.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
