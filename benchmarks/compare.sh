#!/bin/sh
# Compares whole processes on one generated extract, and writes the tables and pictures of docs/performance.md.
#   ./benchmarks/compare.sh [--patients 20000,100000] [--runs 3] [--dry]
set -eu
. "$(dirname -- "$0")/prepare.sh"
exec "$java" -cp "$class_path" uk.rubric.benchmark.compare.Compare "$@"
