"""What the three processes are told, and what nobody else on the machine can read of it."""

from pathlib import Path

from actions.settings import Settings
from bot.launch.processes import commands


def test_no_secret_stands_in_a_command_line_which_every_user_of_a_machine_can_read() -> None:
    settings = Settings(
        rasa_token="-hemlig-nyckel", metrics_token="hemlig-drift", redis_url="redis://:hemligt@127.0.0.1:9/0"
    )
    for name, command in commands(settings, Path("model.tar.gz")).items():
        assert "hemlig" not in " ".join(command.arguments), name


def test_rasa_and_the_actions_listen_on_this_machine_only() -> None:
    told = commands(Settings(host="0.0.0.0"), Path("model.tar.gz"))
    for name, option in (("rasa", "--interface"), ("actions", "--host")):
        arguments = list(told[name].arguments)
        assert arguments[arguments.index(option) + 1] == "127.0.0.1"
