"""Scenarios for processes of their own: functions that take a bench and raise where something is wrong."""
