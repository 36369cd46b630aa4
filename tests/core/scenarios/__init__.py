"""Scenarios for separate processes: functions that take a bench, and raise on a failure."""
