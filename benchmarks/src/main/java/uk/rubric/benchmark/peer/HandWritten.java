package uk.rubric.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The six pieces of work written by hand, for this one extract and nothing else: the limit of what Java does here. It
 * knows the columns, trusts every row, checks nothing and explains nothing; ids are whole numbers from 1, in order.
 */
public final class HandWritten {
  private HandWritten() {}

  /** @param arguments the folder of the extract, that of the clusters, the number of threads if not all processors */
  public static void main(String[] arguments) throws Exception {
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Runtime.getRuntime().availableProcessors();
    System.out.println(count(Path.of(arguments[0]), Path.of(arguments[1]), threads));
  }

  /** The counts of an extract. */
  public static Counts count(Path extract, Path clusters, int threads)
      throws IOException, InterruptedException, ExecutionException {
    HandWrittenPeople people = HandWrittenPeople.read(extract);
    HandWrittenCodes codes = codes(Clusters.read(clusters));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Counts>> parts = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        HandWrittenScan scan = new HandWrittenScan(extract.resolve("events.csv"), codes, people, part, threads);
        parts.add(pool.submit(scan::count));
      }
      Counts all = new Counts();
      for (Future<Counts> part : parts) {
        all.add(part.get());
      }
      return all;
    } finally {
      pool.shutdown();
    }
  }

  private static HandWrittenCodes codes(Map<Long, Integer> codes) {
    return new HandWrittenCodes(codes);
  }
}
