"""Runs the programs that a page shows: each block of Python, C or JavaScript, from the root of the package.

A language whose tool is missing is named and passed over; a program that exits other than 0 fails.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOOLS = {"python": "python3", "c": "cc", "javascript": "node"}
ENDINGS = {"python": "py", "c": "c", "javascript": "js"}


def command(language, source, folder):
    if language == "c":
        program = folder / "program"
        subprocess.run(["cc", "-std=c11", "-Wall", "-Wextra", "-O2", source, "-o", program, "-lm"], check=True)
        return [program]
    return [TOOLS[language], source]


def main(page):
    failures = 0
    blocks = re.findall(r"^```(python|c|javascript)\n(.*?)^```$", Path(page).read_text(), re.S | re.M)
    if not blocks:
        sys.exit(f"{page} shows no program")
    for language, text in blocks:
        if not shutil.which(TOOLS[language]):
            print(f"{page}: {language} not run, there is no {TOOLS[language]}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"program.{ENDINGS[language]}"
            source.write_text(text)
            code = subprocess.run(command(language, source, Path(folder))).returncode
        print(f"{page}: {language} {'passes' if code == 0 else f'exits {code}'}")
        failures += code != 0
    return failures


sys.exit(main(sys.argv[1]))
