"""The files in deploy/ keep what docs/operations.md promises: no root, nothing writable, limits."""

import re
from typing import Any

import pytest
import yaml

from actions.settings import ROOT, Settings

COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
OBJECTS = list(yaml.safe_load_all((ROOT / "deploy/kubernetes/sip-guiden.yaml").read_text(encoding="utf-8")))
POD: dict[str, Any] = next(one for one in OBJECTS if one["kind"] == "Deployment")["spec"]["template"]["spec"]


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_composed_service_is_read_only_and_limited(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] and service["cap_drop"] == ["ALL"]
    assert service["deploy"]["resources"]["limits"]["memory"]
    assert name == "proxy" or ("ports" not in service and service["networks"] == ["inside"])


def test_redis_writes_nothing_to_disk() -> None:
    command = COMPOSE["services"]["redis"]["command"]
    assert command[command.index("--save") + 1] == "" and command[command.index("--appendonly") + 1] == "no"


def test_a_pod_runs_without_rights_and_is_watched() -> None:
    (container,) = POD["containers"]
    assert POD["securityContext"]["runAsNonRoot"] and not POD["automountServiceAccountToken"]
    assert container["securityContext"]["readOnlyRootFilesystem"]
    assert not container["securityContext"]["allowPrivilegeEscalation"]
    assert {"startupProbe", "livenessProbe", "readinessProbe"} <= set(container)
    assert set(container["resources"]) == {"requests", "limits"}
    mounts = {mount["name"] for mount in container["volumeMounts"]}
    assert mounts == {volume["name"] for volume in POD["volumes"]}


def test_the_network_policy_lets_out_to_redis_and_names_only() -> None:
    policy = next(one for one in OBJECTS if one["kind"] == "NetworkPolicy")["spec"]
    assert set(policy["policyTypes"]) == {"Ingress", "Egress"}
    assert [port["port"] for rule in policy["egress"] for port in rule["ports"]] == [6379, 53]


def test_every_setting_used_exists() -> None:
    files = [path for path in (ROOT / "deploy").rglob("*") if path.is_file()]
    used = {name for path in files for name in re.findall(r"\bSIP_([A-Z_]+)\b", path.read_text())}
    assert {name.lower() for name in used} <= set(Settings.model_fields)
