"""The files in deploy/ keep what docs/operations.md promises: no root, nothing writable, limits."""

import importlib.util
import os
import re
from itertools import pairwise
from typing import Any

import pytest
import yaml

from actions.content.yaml_files import read_yaml
from actions.settings import ROOT, Settings
from bot import bootstrap
from bot.launch.processes import NAMES
from bot.launch.watching import _PATIENCE_SECONDS
from bot.web.http.body_limit import LARGEST_BODY

COMPOSE = read_yaml(ROOT / "deploy" / "compose.yaml")
OBJECTS: list[dict[str, Any]] = [
    one
    for file in sorted((ROOT / "deploy" / "kubernetes").glob("*.yaml"))
    for one in yaml.safe_load_all(file.read_text(encoding="utf-8"))
]
PROCESSES = read_yaml(ROOT / "deploy" / "compose.processes.yaml")["services"]
START = "deploy/start.sh"
NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def called(kind: str, name: str) -> Any:
    (found,) = (one["spec"] for one in OBJECTS if one["kind"] == kind and one["metadata"]["name"] == name)
    return found


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_composed_service_is_read_only_and_limited(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] and service["cap_drop"] == ["ALL"]
    assert service["deploy"]["resources"]["limits"]["memory"]
    assert name == "proxy" or ("ports" not in service and service["networks"] == ["inside"])


def test_each_process_by_itself_is_as_confined_and_on_one_loopback() -> None:
    assert set(PROCESSES) == set(NAMES)
    for name, service in PROCESSES.items():
        assert service["read_only"] and service["cap_drop"] == ["ALL"] and service["user"] == "10001:10001"
        assert service["command"] == [START, name] and service["deploy"]["resources"]["limits"]["memory"]
        assert name == "web" or (service["network_mode"] == "service:web" and "ports" not in service)
    whole, one = (read(f"deploy/systemd/sip-guiden{end}.service") for end in ("", "@"))
    confining = r"^(?:NoNew|Protect|Private|Capability|LimitCORE).*$"
    assert re.findall(confining, whole, re.M) == re.findall(confining, one, re.M) != []
    assert "-m bot.launch %i" in one


def test_redis_writes_nothing_to_disk_and_forgets_the_longest_silent_first() -> None:
    (container,) = called("Deployment", "redis")["template"]["spec"]["containers"]
    for command in (COMPOSE["services"]["redis"]["command"], container["args"]):
        following = dict(pairwise(command))
        assert (following["--save"], following["--appendonly"]) == ("", "no")
        assert following["--maxmemory-policy"] == "volatile-ttl"
    assert container["command"][container["command"].index("--port") + 1] == "0", "TLS only"


@pytest.mark.parametrize("name", ["sip-guiden", "redis"])
def test_a_pod_runs_without_rights_and_is_watched(name: str) -> None:
    pod = called("Deployment", name)["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"] and not pod["automountServiceAccountToken"]
    assert pod["securityContext"]["runAsGroup"] > 0 and pod["securityContext"]["runAsUser"] > 0
    assert pod["securityContext"]["seccompProfile"]["type"] == "RuntimeDefault"
    assert container["securityContext"]["readOnlyRootFilesystem"]
    assert not container["securityContext"]["allowPrivilegeEscalation"]
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert {"startupProbe", "livenessProbe", "readinessProbe"} <= set(container)
    assert set(container["resources"]) == {"requests", "limits"}
    mounts = {mount["name"] for mount in container["volumeMounts"]}
    assert mounts == {volume["name"] for volume in pod["volumes"]}


def test_the_network_policies_let_in_and_out_no_more_than_needed() -> None:
    service, redis = called("NetworkPolicy", "sip-guiden"), called("NetworkPolicy", "redis")
    for policy in (service, redis):
        assert set(policy["policyTypes"]) == {"Ingress", "Egress"}
        assert all(rule.get("from") for rule in policy["ingress"]), "from anywhere"
        assert all(rule.get("to") for rule in policy["egress"]), "to anywhere"
    assert {port["port"] for rule in service["egress"] for port in rule["ports"]} == {6379, 53}
    assert redis["egress"] == []


def test_the_proxy_lays_nothing_on_disk_logs_no_addresses_and_keeps_a_busy_replica() -> None:
    limit, buffer = (re.search(rf"{name} (\d+k);", NGINX) for name in ("max_body_size", "body_buffer_size"))
    assert limit and buffer and limit[1] == buffer[1] == f"{LARGEST_BODY // 1024}k"
    for setting in (
        "proxy_max_temp_file_size 0;",
        "access_log off;",
        "error_log stderr crit;",
        "max_fails=0;",
    ):
        assert setting in NGINX
    assert "X-Forwarded-For $remote_addr;" in NGINX, "what the client says of itself is thrown away"


def test_the_image_is_made_of_what_runs_and_nothing_else() -> None:
    first, *lines = [line for line in read(".dockerignore").splitlines() if not line.startswith("#")]
    assert first == "*", "what is not named stays out: .git, .venv, build, tests"
    wanted = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert all((ROOT / line.removeprefix("!")).exists() for line in lines if not line.startswith("**"))
    assert wanted.isdisjoint({"build", "docs", "tests", "web_widget"})
    assert {"bot/tools", "bot/rasa/tests", "**/__pycache__"} <= set(lines)


def test_what_the_image_calls_is_there() -> None:
    called_by_name = re.findall(
        r"python bot/bootstrap\.py (\S+)|-m (bot\S*)", read("deploy/Containerfile") + read(START)
    )
    names = [next(filter(None, name)) for name in called_by_name]
    assert {"install", "bot.launch.prepare", "bot.launch"} <= set(names)
    assert all(name in bootstrap.INSTALLED or importlib.util.find_spec(name) for name in names)
    assert os.access(ROOT / START, os.X_OK) and f'CMD ["{START}"]' in read("deploy/Containerfile")


def test_one_place_is_written_to_and_it_is_the_same_everywhere() -> None:
    place = "/var/lib/sip"
    container = read("deploy/Containerfile")
    assert f"VOLUME {place}\n" in container and f"SIP_BUILD={place}\n" in container
    assert re.findall(r"(HOME|TMPDIR)=(\S+)", container) == [
        ("HOME", f"{place}/tmp"),
        ("TMPDIR", f"{place}/tmp"),
    ]
    assert [one.split(":")[0] for one in COMPOSE["services"]["sip"]["tmpfs"]] == [place]
    (pod,) = called("Deployment", "sip-guiden")["template"]["spec"]["containers"]
    assert [one["mountPath"] for one in pod["volumeMounts"] if not one.get("readOnly")] == [place]


def test_whoever_stops_the_service_waits_until_the_slowest_stop_is_over() -> None:
    slowest = 3 * _PATIENCE_SECONDS
    pod = called("Deployment", "sip-guiden")["template"]["spec"]
    unit = re.search(r"TimeoutStopSec=(\d+)", read("deploy/systemd/sip-guiden.service"))
    composed = COMPOSE["services"]["sip"]["stop_grace_period"].removesuffix("s")
    assert unit and min(pod["terminationGracePeriodSeconds"], int(composed), int(unit[1])) > slowest


def test_every_setting_used_exists() -> None:
    files = [path for path in (ROOT / "deploy").rglob("*") if path.is_file()]
    used = {name for path in files for name in re.findall(r"\bSIP_([A-Z_]+)\b", path.read_text())}
    assert {name.lower() for name in used} <= set(Settings.model_fields)
