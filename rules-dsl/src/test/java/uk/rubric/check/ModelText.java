package uk.rubric.check;

import java.util.List;

/** A checked model as text, without places, for comparison with a file. */
final class ModelText {
  private ModelText() {}

  static String of(CheckedRules rules) {
    StringBuilder text = new StringBuilder();
    rules.rulesets().forEach(r -> add(text, r));
    rules.services().forEach(s -> add(text, s));
    return text.toString().replaceAll(",? ?span=[^,\\]]*", "");
  }

  private static void add(StringBuilder text, CheckedRuleset ruleset) {
    text.append("ruleset ").append(ruleset.name()).append(' ').append(ruleset.version()).append(' ')
        .append(ruleset.days()).append('\n');
    lines(text, ruleset.clusters());
    lines(text, ruleset.fields());
    ruleset.populations().forEach(p -> {
      text.append("  ").append(p.register() ? "register " : "group ").append(p.id()).append(" of ")
          .append(p.parent()).append('\n');
      lines(text, p.ladder().rules());
    });
    ruleset.indicators().forEach(i -> {
      text.append("  indicator ").append(i.name()).append(" of ").append(i.parent()).append('\n');
      i.denominator().ifPresent(d -> lines(text, d.rules()));
      i.numerator().ifPresent(n -> lines(text, n.rules()));
    });
    lines(text, ruleset.notes());
  }

  private static void add(StringBuilder text, CheckedService service) {
    text.append("service ").append(service.name()).append(' ').append(service.status()).append(' ')
        .append(service.periodStart()).append(' ').append(service.periodEnd()).append(' ').append(service.uses())
        .append('\n');
    lines(text, service.days());
    lines(text, service.parameters());
    lines(text, service.measures());
    lines(text, service.pointsTables());
    lines(text, service.pays());
    lines(text, service.notes());
  }

  private static void lines(StringBuilder text, List<?> things) {
    things.forEach(thing -> text.append("  ").append(thing).append('\n'));
  }
}
