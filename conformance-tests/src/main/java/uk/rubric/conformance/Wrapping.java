package uk.rubric.conformance;

import java.util.List;
import uk.rubric.value.SctId;

/** Makes a whole rule text of a fragment, as the module's README shows. */
final class Wrapping {
  private Wrapping() {}

  static String wrap(List<String> clusters, String rules) {
    StringBuilder text = new StringBuilder("ruleset CASE version 1.0 {\n");
    text.append("  day QSSD\n  day PPED\n  day ACHV_DAT\n");
    for (int i = 0; i < clusters.size(); i++) {
      text.append("  cluster %s = refset %s version 1\n".formatted(clusters.get(i), refset(i)));
    }
    text.append(rules.stripTrailing().indent(2));
    return text.append(
            """
            }
            service CASES {
              period from 2021-04-01 to 2022-03-31
              day QSSD = start of period
              day PPED = end of period
              day ACHV_DAT = run date
              use CASE version 1.0
            }
            """)
        .toString();
  }

  private static String refset(int index) {
    String digits = "999" + (100 + index) + "100023010";
    return digits + SctId.checkDigit(digits);
  }
}
