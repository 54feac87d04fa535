package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;

/**
 * Reads a service from rule text; its rule set has one register and some indicators, of which only the names matter.
 */
final class RuleText {
  private static final String LADDERS =
      """
       { denominator { 1: select } numerator { 1: if DIAGNOSIS_DAT is recorded then select else reject } }
      """;

  private RuleText() {}

  /** A rule set with a register, an indicator that is earned by keeping it, and others. */
  static String ruleset(String name, String register, String registerOnly, String... indicators) {
    StringBuilder text = new StringBuilder("ruleset " + name + " version 1.0 {\n");
    text.append("day ACHV_DAT\ncluster DIAGNOSIS_COD = codes { 73211009 |Diagnosis| }\n");
    text.append("field DIAGNOSIS_DAT = latest DIAGNOSIS_COD where date <= ACHV_DAT\n");
    text.append("register ").append(register).append(" of everyone ");
    text.append("{ 1: if DIAGNOSIS_DAT is recorded then select else reject }\n");
    text.append("indicator ").append(registerOnly).append(" of ").append(register).append('\n');
    for (String indicator : indicators) {
      text.append("indicator ").append(indicator).append(" of ").append(register).append(LADDERS);
    }
    return text.append("}\n").toString();
  }

  /** The payments of the one service of a text, at the end of its period. */
  static Payments payments(String text) {
    CheckResult result = Checker.checkSources(List.of(new SourceText("service.rubric", text)));
    assertThat(result.diagnostics()).isEmpty();
    CheckedService service = result.rules().orElseThrow().services().get(0);
    return new Payments(service, service.periodEnd());
  }
}
