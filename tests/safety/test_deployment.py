"""The files in deploy/ keep what docs/operations.md promises: no root, nothing writable, limits."""

import importlib.util
import re
from itertools import pairwise
from typing import Any

import pytest
import yaml

from actions.settings import ROOT, Settings
from bot.web.http.body_limit import LARGEST_BODY

COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
OBJECTS: list[dict[str, Any]] = [
    one
    for file in sorted((ROOT / "deploy" / "kubernetes").glob("*.yaml"))
    for one in yaml.safe_load_all(file.read_text(encoding="utf-8"))
]
NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")


def called(kind: str, name: str) -> Any:
    (found,) = (one["spec"] for one in OBJECTS if one["kind"] == kind and one["metadata"]["name"] == name)
    return found


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_composed_service_is_read_only_and_limited(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] and service["cap_drop"] == ["ALL"]
    assert service["deploy"]["resources"]["limits"]["memory"]
    assert name == "proxy" or ("ports" not in service and service["networks"] == ["inside"])


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


def test_the_image_is_made_of_the_repository_and_nothing_else() -> None:
    left_out = (ROOT / ".dockerignore").read_text().splitlines()
    assert {".venv", "build", ".git"} <= set(left_out)
    container = (ROOT / "deploy" / "Containerfile").read_text()
    for module in re.findall(r"bootstrap\.py (\S+)|-m (\S+?)\"", container):
        assert importlib.util.find_spec(next(filter(None, module))), module


def test_every_setting_used_exists() -> None:
    files = [path for path in (ROOT / "deploy").rglob("*") if path.is_file()]
    used = {name for path in files for name in re.findall(r"\bSIP_([A-Z_]+)\b", path.read_text())}
    assert {name.lower() for name in used} <= set(Settings.model_fields)
