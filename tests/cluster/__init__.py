"""Tests of several servers on one PostgreSQL, behind a load balancer, with workers outside Orthanc."""
