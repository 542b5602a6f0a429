"""Tests reach nothing but this machine."""

import asyncio
import socket

import pytest

# An address that is set aside for documentation (RFC 5737), so that nobody is there.
NOBODY = "192.0.2.1"


def test_connecting_to_another_machine_is_refused() -> None:
    with socket.socket() as client, pytest.raises(RuntimeError, match="loopback addresses only"):
        client.connect((NOBODY, 443))


def test_connecting_without_an_exception_is_refused_too() -> None:
    with socket.socket() as client, pytest.raises(RuntimeError, match="loopback addresses only"):
        client.connect_ex((NOBODY, 443))


def test_sending_a_datagram_to_another_machine_is_refused() -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as client,
        pytest.raises(RuntimeError, match="loopback addresses only"),
    ):
        client.sendto(b"hello", (NOBODY, 53))


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(RuntimeError, match=r"not 'discord\.com'"):
        socket.getaddrinfo("discord.com", 443)


async def test_an_asynchronous_connection_is_refused() -> None:
    with pytest.raises(RuntimeError, match="loopback addresses only"):
        await asyncio.open_connection(NOBODY, 443)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_loopback_can_be_reached(host: str) -> None:
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hello")
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(greet, "127.0.0.1") as server:
        reader, writer = await asyncio.open_connection(host, server.sockets[0].getsockname()[1])
        heard = await reader.read()
        writer.close()
        await writer.wait_closed()

    assert heard == b"hello"


def test_unix_sockets_can_be_used() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(b"hello")

        assert other.recv(5) == b"hello"
