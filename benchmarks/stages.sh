#!/bin/sh
# Times the stages of a run by JMH. Arguments go to JMH: ./benchmarks/stages.sh -p indicators=6 -prof gc
set -eu
. "$(dirname -- "$0")/prepare.sh"
exec "$java" -cp "$class_path" org.openjdk.jmh.Main StageBenchmark "$@"
