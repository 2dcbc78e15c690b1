"""A run on Spark: every partition of the cases goes through `part`, and leaves its summary in a folder.

    xent cases --bare > cases.jsonl
    spark-submit Tests/Adapters/spark.py cases.jsonl summaries 8 python3 Tests/Adapters/numpy_scipy.py
    xent merge summaries/part-*

The words are the cases, the folder, which must not be there yet, the least number of partitions, and
the adapter's command. On a cluster the files lie where every worker finds them, this folder too.
"""

import os
import shlex
import sys
from pathlib import Path

from pyspark import SparkContext

cases, folder, partitions, *command = sys.argv[1:]
part = shlex.join([str(Path(__file__).resolve().with_name("part")), *command])

lines = SparkContext(appName="xent").textFile(cases, int(partitions))
lines.pipe(part, env=dict(os.environ), checkCode=True).saveAsTextFile(folder)
