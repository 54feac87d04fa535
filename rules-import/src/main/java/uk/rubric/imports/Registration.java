package uk.rubric.imports;

import java.util.List;
import java.util.Optional;
import uk.rubric.syntax.Comparator;

/** The patients of a practice: the published filter on registrations, from which registers start. */
final class Registration {
  private static final String TITLE = "GMS registration status";

  private final String title;
  private final Optional<PublishedLadder> ladder;
  private final Optional<String> assumed;

  private Registration(String title, Optional<PublishedLadder> ladder, Optional<String> assumed) {
    this.title = title;
    this.ladder = ladder;
    this.assumed = assumed;
  }

  static Registration of(
      List<Row> rows, List<PublishedField> fields, LadderItems ladders, Problems problems) {
    if (rows.isEmpty()) {
      return new Registration(TITLE, Optional.empty(), standard(fields));
    }
    String heading = rows.stream().map(Row::heading).filter(h -> !h.isEmpty()).findFirst().orElse(TITLE);
    PublishedLadder ladder = new PublishedLadder(rows.get(0).cell(Column.CONDITION), heading, problems);
    for (int i = 0; i < rows.size(); i++) {
      ladders.read(rows.get(i), i + 1, "").ifPresent(ladder::add);
    }
    return new Registration(heading, Optional.of(ladder), Optional.empty());
  }

  /** The condition of every published rule set, where both of its fields are there. */
  private static Optional<String> standard(List<PublishedField> fields) {
    for (PublishedField start : fields) {
      Optional<String> day = boundOf(start, "latest", Comparator.AT_MOST);
      for (PublishedField end : fields) {
        boolean follows = boundOf(end, "earliest", Comparator.MORE).filter(start.name().name()::equals).isPresent();
        if (day.isPresent() && follows) {
          String in = start.name().name();
          String out = end.name().name();
          return Optional.of("(" + in + " is recorded and " + out + " is not recorded) or (" + in + " is recorded and "
              + out + " > " + day.get() + ")");
        }
      }
    }
    return Optional.empty();
  }

  /** The one name that bounds a field picked from registrations. */
  private static Optional<String> boundOf(PublishedField field, String choice, Comparator comparator) {
    boolean registrations = field.row().cell(Column.CLUSTER).isNotApplicable();
    if (!registrations || !(field.criteria() instanceof Criteria.Pick pick) || !pick.choice().equals(choice)
        || pick.bounds().size() != 1 || pick.bounds().get(0).comparator() != comparator) {
      return Optional.empty();
    }
    return pick.bounds().get(0).day() instanceof Operand.Named named ? Optional.of(named.name()) : Optional.empty();
  }

  boolean isCalled(String text) {
    return text.equalsIgnoreCase(title);
  }

  /** Its name as a group, or {@code everyone}. */
  String name() {
    return ladder.isPresent() || assumed.isPresent() ? Populations.nameOf(title) : "everyone";
  }

  void write(RuleText text) {
    if (ladder.isEmpty() && assumed.isEmpty()) {
      return;
    }
    text.blank().line(2, "group " + name() + " " + Item.quoted(title) + " of everyone {");
    Populations.steps(text, 4, ladder, Optional.empty());
    assumed.ifPresent(condition -> text.line(4, "1: if " + condition + " then select else reject"));
    text.line(2, "}");
    if (ladder.isEmpty()) {
      text.line(4, "assumed \"the tables hold no registration status: this is the filter of the published rule sets\"");
    }
  }
}
