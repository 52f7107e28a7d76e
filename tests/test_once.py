"""What was read in a message is read once while it is answered, and forgotten when it has been."""

import asyncio

from actions.once import once_a_message, one_message


def test_the_same_words_are_read_once_while_one_message_is_answered() -> None:
    seen: list[str] = []

    @once_a_message
    def read(words: str, *, twice: bool = False) -> str:
        seen.append(words)
        return words * (2 if twice else 1)

    with one_message():
        assert [read("hej"), read("hej"), read("hej", twice=True), read("nej")] == [
            "hej",
            "hej",
            "hejhej",
            "nej",
        ]
    assert seen == ["hej", "hej", "nej"]


def test_nothing_of_a_message_is_left_when_it_has_been_answered() -> None:
    seen: list[str] = []
    read = once_a_message(seen.append)
    for _ in range(2):
        with one_message():
            read("hej")
    read("hej")
    read("hej")
    assert seen == ["hej"] * 4


def test_messages_that_are_answered_at_once_know_nothing_of_each_other() -> None:
    seen: list[str] = []
    read = once_a_message(seen.append)

    async def answer() -> None:
        with one_message():
            read("hej")
            await asyncio.sleep(0)
            read("hej")

    async def both() -> None:
        await asyncio.gather(answer(), answer())

    asyncio.run(both())
    assert seen == ["hej", "hej"]
