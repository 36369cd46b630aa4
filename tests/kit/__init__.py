"""Tests of the kit `orthanc_testing`, as the tests of a script see it."""
