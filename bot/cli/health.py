"""``python -m bot health``: whether the bot that runs on this machine is well; for a container."""

import sys
from http.client import HTTPConnection, HTTPException

import typer

from bot.settings import BadSettings, load_settings

HOST = "127.0.0.1"
PATIENCE_S = 5.0
ILL_EXIT_CODE = 1


def health() -> None:
    """Ask the running bot whether it is well; exit code 0 says yes. Needs METRICS_PORT."""
    port = load_settings().metrics_port
    if port is None:
        raise BadSettings("METRICS_PORT is not set, so the running bot cannot be asked")
    asking = HTTPConnection(HOST, port, timeout=PATIENCE_S)
    try:
        asking.request("GET", "/healthz")
        answer = asking.getresponse()
        said, is_well = answer.read().decode("utf-8", "replace"), answer.status == 200
    except (OSError, HTTPException) as failure:
        said, is_well = f"no answer on port {port}: {type(failure).__name__}\n", False
    finally:
        asking.close()
    (sys.stdout if is_well else sys.stderr).write(said)
    if not is_well:
        raise typer.Exit(ILL_EXIT_CODE)
