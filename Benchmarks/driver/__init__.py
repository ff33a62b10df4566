"""The parts of bench.py: the data set, the processes, the load, the rows and the report."""
