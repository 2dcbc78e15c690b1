"""What every peer in Python shares: the inputs' file, the clock, and the lines of the protocol in README.md.

A peer is a table from workloads to functions, and one call of `serve`. Such a function reads the inputs, hexadecimal
words, and returns the number of elements of a pass, the pass, and what writes the results of a pass as words.
"""

import struct
import sys
import time


def numbers(words):
    """The float64 numbers whose bits the words hold."""
    return [struct.unpack(">d", bytes.fromhex(word))[0] for word in words]


def bits(values):
    """The words of float64 numbers."""
    return [struct.pack(">d", value).hex() for value in values]


def words_of(path, workload):
    with open(path) as file:
        for line in file:
            name, _, rest = line.partition(" ")
            if name == workload:
                return rest.split()
    sys.exit(f"there are no inputs for {workload}")


def task_of(tasks, workload):
    """A table's name that ends in '-' is followed by a number of bits."""
    family, _, size = workload.rpartition("-")
    if f"{family}-" in tasks:
        return lambda words: tasks[f"{family}-"](words, int(size))
    return tasks.get(workload)


def serve(name, version, tasks):
    print(name, version, flush=True)
    prepared = None
    for line in sys.stdin:
        workload, seconds = line.split()
        task = task_of(tasks, workload)
        if task is None:
            print("-", flush=True)
            continue
        if workload != prepared:
            elements, run, write = task(words_of(sys.argv[1], workload))
            prepared = workload
            run()
        least, passes = int(float(seconds) * 1e9), 0
        start = time.perf_counter_ns()
        while True:
            results = run()
            passes += 1
            passed = time.perf_counter_ns() - start
            if passed >= least:
                break
        print(passed / passes / elements, *write(results), flush=True)
