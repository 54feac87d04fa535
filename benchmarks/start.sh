#!/bin/sh
# Measures short commands, of which most is starting, and writes the table of docs/performance.md.
#   ./benchmarks/start.sh [--runs 9] [--dry]
set -eu
. "$(dirname -- "$0")/prepare.sh"
exec "$java" -cp "$class_path" uk.rubric.benchmark.compare.Start "$@"
