"""``make load``: CVs a second through the whole chain of one machine, from HTTP upload to stored score.

The same files go through the command line in the same run, so that the price of HTTP, database and vault stands
beside the work that has to be done anyway. Only 127.0.0.1 is called.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import waitress

from screener import logs
from screener.settings import embedded as embedded_settings
from screener.web import WebSettings, create_app
from screener.wiring import embedded

SAMPLES = Path(__file__).parents[1] / "samples"
_BOUNDARY = "a-line-that-no-cv-has"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="uploads")
    parser.add_argument("--clients", type=int, default=4, help="uploading at once")
    chosen = parser.parse_args()
    logs.configure("error")
    files = sorted(SAMPLES.iterdir())
    names = [files[i % len(files)] for i in range(chosen.count)]
    with tempfile.TemporaryDirectory() as folder:
        took, drained = _over_http(names, chosen.clients, Path(folder) / "data")
        alone = _command_line(names, Path(folder) / "files")
    took.sort()
    print(f"{chosen.count} uploads, {chosen.clients} clients, {os.cpu_count()} cores\n")
    print(f"{'accepted (durable), median':40} {statistics.median(took) * 1000:8.1f} ms")
    print(f"{'accepted, 95 of 100 within':40} {took[int(0.95 * len(took)) - 1] * 1000:8.1f} ms")
    print(f"{'upload to last score, HTTP + SQLite':40} {drained:8.2f} s  {chosen.count / drained:7.1f} CVs/s")
    print(f"{'the same files, command line':40} {alone:8.2f} s  {chosen.count / alone:7.1f} CVs/s")
    print(f"{'ratio':40} {drained / alone:8.2f}")


def _over_http(names: list[Path], clients: int, data: Path) -> tuple[list[float], float]:
    """Seconds until each upload was accepted, and until the last one was scored."""
    with embedded(embedded_settings({}, data=data)) as app:
        server = waitress.create_server(create_app(app.services, WebSettings("k" * 32)), host="127.0.0.1", port=0)
        threading.Thread(target=server.run, daemon=True).start()
        port = int(server.effective_port)
        start = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            took = list(pool.map(lambda path: _upload(port, path), names))
        while (waiting := app.services.store.counts("production-engineer").by_status.get("waiting", 0)) > 0:
            time.sleep(0.02 if waiting < 20 else 0.1)
        drained = time.perf_counter() - start
        server.close()
    return took, drained


def _upload(port: int, path: Path) -> float:
    head = (
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="position"\r\n\r\nproduction-engineer\r\n'
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="cv"; filename="{path.name}"\r\n\r\n'
    )
    body = head.encode() + path.read_bytes() + f"\r\n--{_BOUNDARY}--\r\n".encode()
    start = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(
        "POST", "/api/v1/applications", body, {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
    )
    answer = connection.getresponse()
    accepted = json.loads(answer.read())
    connection.close()
    if answer.status != 202:
        raise SystemExit(f"upload refused: {accepted}")
    return time.perf_counter() - start


def _command_line(names: list[Path], folder: Path) -> float:
    folder.mkdir()
    for number, path in enumerate(names):
        (folder / f"{number:05}{path.suffix}").write_bytes(path.read_bytes())
    start = time.perf_counter()
    command = [sys.executable, "-m", "screener", "screen", str(folder), "--format", "jsonl"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
