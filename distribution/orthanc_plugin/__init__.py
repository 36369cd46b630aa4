"""The compiled Python plugin of Orthanc, with the command that configures, installs and checks it."""
