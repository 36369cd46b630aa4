"""Files that run inside the server, in the Python of the script. They import nothing of the generator."""
