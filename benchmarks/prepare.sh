# Read by the scripts beside it: builds everything, and goes to the root of the project.
cd "$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)"
echo "building" >&2
mvn -q -B -ntp -Dstyle.color=never -Ppeers -pl benchmarks -am -Dmaven.test.skip=true package >&2
./rubric --version >/dev/null
java=java
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then java=$JAVA_HOME/bin/java; fi
class_path="benchmarks/target/classes:benchmarks/target/lib/*"
