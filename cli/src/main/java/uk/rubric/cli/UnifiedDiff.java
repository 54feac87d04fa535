package uk.rubric.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What changed in a file, in the form that {@code patch} reads. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** The lines of the difference; none when there is none. */
  static List<String> lines(String file, String before, String after) {
    List<String> old = linesOf(before);
    return UnifiedDiffUtils.generateUnifiedDiff(file, file, old, DiffUtils.diff(old, linesOf(after)), CONTEXT);
  }

  private static List<String> linesOf(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
