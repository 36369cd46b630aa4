"""Metrics of the script, as a Prometheus server reads them."""

from __future__ import annotations

import pytest
from prometheus_client.parser import text_string_to_metric_families

from .harness import RUNNER, RunningServer, Servers

needs = pytest.mark.needs


def scrape(server: RunningServer) -> dict[str, float]:
    """Request the metrics, and parse them with Prometheus's own parser."""
    answer = server.get("/tools/metrics-prometheus")
    assert answer.status == 200
    families = text_string_to_metric_families(answer.text)
    return {sample.name: sample.value for family in families for sample in family.samples}


def test_each_scrape_refreshes_the_metrics(serve: Servers) -> None:
    server = serve(RUNNER + """
    scrapes = 0

    @orthanc.RegisterRefreshMetricsCallback
    def refresh():
        global scrapes
        scrapes += 1
        orthanc.SetMetricsValue("script_scrapes", scrapes, orthanc.MetricsType.DEFAULT)

    @orthanc.RegisterRefreshMetricsCallback
    def refresh_too():
        orthanc.RestApiGet("/statistics")  # the REST API answers meanwhile
        orthanc.SetMetricsValue("script_half", scrapes + 0.5, orthanc.MetricsType.DEFAULT)
    """)
    for count in (1, 2, 3):
        metrics = scrape(server)
        assert (metrics["script_scrapes"], metrics["script_half"]) == (count, count + 0.5)
    assert "orthanc_count_patients" in metrics


def test_values_of_any_size(serve: Servers) -> None:
    server = serve(RUNNER)
    server.run("""
        for name, value in {"a": 1.5, "b": -3, "c": 1e30, "d": True, "e": 0}.items():
            orthanc.SetMetricsValue(name, value, orthanc.MetricsType.DEFAULT)
        """)
    metrics = scrape(server)
    # The SDK takes values in single precision.
    assert metrics["c"] == pytest.approx(1e30, rel=1e-6)
    assert [metrics[name] for name in "abde"] == [1.5, -3, 1, 0]
    refused = server.run("""
        answer = []
        for value in ("1", 1e300, None):
            try:
                orthanc.SetMetricsValue("f", value, orthanc.MetricsType.DEFAULT)
            except (TypeError, OverflowError) as error:
                answer.append(type(error).__name__)
        """)
    assert refused == ["TypeError", "OverflowError", "TypeError"]
    assert "f" not in scrape(server)


@needs("SetMetricsIntegerValue")
def test_integers_keep_their_digits(serve: Servers) -> None:
    server = serve(RUNNER)
    server.run("""
        orthanc.SetMetricsIntegerValue("big", 2**53 + 1, orthanc.MetricsType.DEFAULT)
        orthanc.SetMetricsIntegerValue("least", -(2**63), orthanc.MetricsType.DEFAULT)
        for value in (5, 9, 2):
            orthanc.SetMetricsIntegerValue("highest", value, orthanc.MetricsType.TIMER)
        """)
    text = server.get("/tools/metrics-prometheus").text
    assert f"big {2**53 + 1}" in text
    assert f"least {-(2**63)}" in text
    assert scrape(server)["highest"] == 9


def test_a_refresh_that_fails_costs_only_its_own_metrics(serve: Servers) -> None:
    server = serve(RUNNER + """
    @orthanc.RegisterRefreshMetricsCallback
    def refresh():
        raise ValueError("no figures today")

    @orthanc.RegisterRefreshMetricsCallback
    def refresh_too():
        orthanc.SetMetricsValue("script_new", 6, orthanc.MetricsType.DEFAULT)
    """)
    server.run("orthanc.SetMetricsValue('script_old', 5, orthanc.MetricsType.DEFAULT)")
    metrics = scrape(server)
    server.wait_for_log("ValueError: no figures today")
    assert (metrics["script_old"], metrics["script_new"]) == (5, 6)
