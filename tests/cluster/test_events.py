"""Which server of a cluster gets which event, and what the servers share."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from functools import partial

from .cluster import Cluster
from .uploads import Client, Series

SCRIPT = textwrap.dedent("""
    import json
    import orthanc

    @orthanc.RegisterOnChangeCallback
    def on_change(change, level, resource):
        orthanc.LogWarning(f"event {getattr(change, 'name', change)} {resource}")

    @orthanc.RegisterOnStoredInstanceCallback
    def on_stored(instance, instance_id):
        orthanc.LogWarning(f"event STORED {instance_id}")

    def properties(output, uri, **request):
        if request["method"] == "POST":
            orthanc.SetGlobalProperty(5000, "written")
        output.AnswerBuffer(json.dumps(orthanc.GetGlobalProperty(5000, "nothing")), "application/json")

    orthanc.RegisterRestCallback("/property", properties)
    """)


def events(cluster: Cluster, kind: str) -> list[Counter[str]]:
    """Return how often each server got an event, by the resource."""
    found = re.compile(rf"event {kind} (\S+)")
    return [Counter(found.findall(server.log)) for server in cluster.servers]


def total(counters: list[Counter[str]]) -> Counter[str]:
    """Return how often an event came, by the resource."""
    return sum(counters, Counter())


def all_arrived(cluster: Cluster, kind: str, resources: set[str]) -> bool:
    """Return whether an event came for each resource."""
    return total(events(cluster, kind)).keys() >= resources


def test_events_of_two_servers(cluster: Cluster) -> None:
    cluster.start(2, SCRIPT)
    first, second = cluster.servers
    assert cluster.balancer is not None
    series = [Series(number, 6) for number in range(4)]
    client = Client(cluster.balancer.port, clients=2)
    client.send(series)
    instances = {each for one in series for each in one.instance_ids}
    # An instance leads to events at the server that received it, and nowhere else.
    for kind in ("NEW_INSTANCE", "STORED"):
        first.until(partial(all_arrived, cluster, kind, instances))
        counts = events(cluster, kind)
        assert total(counts) == Counter(dict.fromkeys(instances, 1))
        assert all(counts), "the balancer has left out a server"
    # Resources and changes are shared.
    assert set(first.get("/instances").json()) == set(second.get("/instances").json()) == instances
    assert first.get("/changes?limit=10").json() == second.get("/changes?limit=10").json()
    assert second.get(f"/instances/{min(instances)}/file").status == 200
    # Each server that has received instances of a series reports it as stable, by its own clock.
    ids = {one.id for one in series}
    received = {
        number: {one.id for one in series if set(one.instance_ids) & counted.keys()}
        for number, counted in enumerate(events(cluster, "NEW_INSTANCE"))
    }
    first.until(lambda: [set(c) for c in events(cluster, "STABLE_SERIES")] == list(received.values()))
    assert set(cluster.changes("StableSeries")) == ids
    # Requests lead to events at the server that gets them.
    deleted = min(instances)
    assert first.put(f"/series/{series[0].id}/metadata/1024", "value").status == 200
    assert second.get(f"/series/{series[0].id}/metadata/1024").text == "value"
    assert second.delete(f"/instances/{deleted}").status == 200
    second.until(lambda: deleted in total(events(cluster, "DELETED")))
    first.until(lambda: series[0].id in total(events(cluster, "UPDATED_METADATA")))
    assert deleted in events(cluster, "DELETED")[1]
    assert series[0].id in events(cluster, "UPDATED_METADATA")[0]
    assert first.get(f"/instances/{deleted}").status == 404
    # The stable status, global properties of plugins, jobs and modalities are local.
    first.until(partial(is_stable_elsewhere, cluster))
    first.post("/property")
    assert [server.get("/property").json() for server in cluster.servers] == ["written", "nothing"]
    job = first.post(f"/series/{series[0].id}/archive", '{"Asynchronous": true}').json()["ID"]
    assert [server.get(f"/jobs/{job}").status for server in cluster.servers] == [200, 404]
    assert first.put("/modalities/other", '["OTHER", "localhost", 104]').status == 200
    assert [server.get("/modalities").json() for server in cluster.servers] == [["other"], []]
    assert first.put("/peers/other", '["http://localhost:8042/"]').status == 200
    assert [server.get("/peers").json() for server in cluster.servers] == [["other"], []]


def is_stable_elsewhere(cluster: Cluster) -> bool:
    """Return whether a new series is unstable for its server only; it may be stable on a slow machine."""
    series = Series(0, 1)
    cluster.servers[0].upload(series.content(0))
    answers = [server.get(f"/series/{series.id}").json() for server in cluster.servers]
    return [answer["IsStable"] for answer in answers] == [False, True]


def test_a_locked_index_admits_one_server(cluster: Cluster) -> None:
    cluster.lock = True
    cluster.start(1, SCRIPT)
    second = cluster.add_server(SCRIPT)
    cluster.servers.remove(second)
    assert second.wait(60) != 0
    assert "is locked by another" in second.log, second.log
    second.stop()


def test_a_killed_server_reports_no_stable_series(cluster: Cluster) -> None:
    cluster.stable_age = 4
    cluster.start(2, SCRIPT)
    server = cluster.servers[0]
    series = Series(1, 1)
    server.upload(series.content(0))
    server.restart(kill=True)
    other = Series(2, 1)
    cluster.servers[1].upload(other.content(0))
    cluster.servers[1].until(lambda: other.id in total(events(cluster, "STABLE_SERIES")))
    assert series.id not in total(events(cluster, "STABLE_SERIES"))
    assert series.id not in cluster.changes("StableSeries")
