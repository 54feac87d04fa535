#!/bin/sh
# Measures how time and memory grow with patients and indicators, and writes the curves of docs/performance.md.
#   ./benchmarks/growth.sh [--patients 20000,100000,1000000] [--runs 3] [--heap 512m] [--dry]
set -eu
. "$(dirname -- "$0")/prepare.sh"
exec "$java" -cp "$class_path" uk.rubric.benchmark.compare.Growth "$@"
