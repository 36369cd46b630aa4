"""What `run` offers while a script is being written: watching it, a debugger, a console."""
