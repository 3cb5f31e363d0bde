"""Which OCR engine this machine has; asked by processes that never load one."""

import shutil
from importlib.util import find_spec


def available_engine() -> str:
    """``rapidocr``, ``tesseract`` or nothing."""
    if not all(find_spec(module) for module in ("numpy", "PIL")):
        return ""
    if all(find_spec(module) for module in ("rapidocr", "onnxruntime")):
        return "rapidocr"
    return "tesseract" if shutil.which("tesseract") else ""
