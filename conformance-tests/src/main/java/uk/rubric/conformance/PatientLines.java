package uk.rubric.conformance;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.rubric.conformance.CasePatient.Entry;
import uk.rubric.check.Labels;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.Registration;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** Reads the short lines that describe a patient. */
final class PatientLines {
  private static final String DATE = "(\\d{4}-\\d{2}-\\d{2})";
  private static final Pattern BORN = Pattern.compile("born " + DATE);
  private static final Pattern REGISTERED =
      Pattern.compile("registered from " + DATE + "(?: to " + DATE + ")?(?: type (.+))?");
  private static final Pattern SEX = Pattern.compile("sex (" + String.join("|", Labels.SEXES) + ")");
  private static final Pattern PRACTICE = Pattern.compile("at practice ([A-Z0-9]+)");
  private static final Pattern ENTRY =
      Pattern.compile(
          DATE + ": (no cluster|\\d+|[A-Z][A-Z0-9_]*(?: \\+ [A-Z][A-Z0-9_]*)*)(?: (-?\\d+(?:\\.\\d+)?)(?: (?!(?:entered|as|under|episode) )(\\S+))?)?"
              + "(?: entered (\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}))?(?: as (\\w+))?(?: under (\\w+))?"
              + "(?: episode (" + String.join("|", Labels.EPISODES) + "))?");

  private final String name;
  private final Function<String, MalformedCase> malformed;
  private final List<Registration> registrations = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private Optional<LocalDate> born = Optional.empty();
  private Optional<String> practice = Optional.empty();
  private Optional<String> sex = Optional.empty();
  private boolean unregistered;

  private PatientLines(String name, Function<String, MalformedCase> malformed) {
    this.name = name;
    this.malformed = malformed;
  }

  static CasePatient read(String name, String lines, Function<String, MalformedCase> malformed) {
    PatientLines reader = new PatientLines(name, malformed);
    lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reader::line);
    return reader.patient();
  }

  private void line(String line) {
    try {
      if (!born(line) && !practice(line) && !sex(line) && !registered(line) && !entry(line)) {
        throw malformed.apply("not a line of a patient: `" + line + "`");
      }
    } catch (DateTimeException e) {
      throw malformed.apply("no such day: `" + line + "`");
    }
  }

  private boolean born(String line) {
    Matcher matcher = BORN.matcher(line);
    boolean found = matcher.matches();
    if (found) {
      once(born, line);
      born = Optional.of(LocalDate.parse(matcher.group(1)));
    }
    return found;
  }

  private boolean practice(String line) {
    Matcher matcher = PRACTICE.matcher(line);
    boolean found = matcher.matches();
    if (found) {
      once(practice, line);
      practice = Optional.of(matcher.group(1));
    }
    return found;
  }

  private boolean sex(String line) {
    Matcher matcher = SEX.matcher(line);
    boolean found = matcher.matches();
    if (found) {
      once(sex, line);
      sex = Optional.of(matcher.group(1));
    }
    return found;
  }

  private void once(Optional<?> before, String line) {
    if (before.isPresent()) {
      throw malformed.apply("stated twice: `" + line + "`");
    }
  }

  private boolean registered(String line) {
    if (line.equals("not registered")) {
      unregistered = true;
      return true;
    }
    Matcher matcher = REGISTERED.matcher(line);
    boolean found = matcher.matches();
    if (found) {
      boolean gms = matcher.group(3) == null || matcher.group(3).equals("GMS") || matcher.group(3).equals("Regular");
      Optional<LocalDate> end = Optional.ofNullable(matcher.group(2)).map(LocalDate::parse);
      registrations.add(new Registration(LocalDate.parse(matcher.group(1)), end, gms, 0));
    }
    return found;
  }

  private boolean entry(String line) {
    Matcher matcher = ENTRY.matcher(line);
    boolean found = matcher.matches();
    if (found) {
      entries.add(
          new Entry(
              LocalDate.parse(matcher.group(1)),
              clusters(matcher.group(2)),
              code(matcher.group(2)),
              Optional.ofNullable(matcher.group(3)).map(BigDecimal::new),
              Optional.ofNullable(matcher.group(4)).map(Unit::new),
              detail(matcher)));
    }
    return found;
  }

  private static EventDetail detail(Matcher matcher) {
    return new EventDetail(
        Optional.ofNullable(matcher.group(5)).map(LocalDateTime::parse),
        Optional.ofNullable(matcher.group(6)),
        Optional.ofNullable(matcher.group(7)),
        Optional.ofNullable(matcher.group(8)));
  }

  private static TreeSet<String> clusters(String what) {
    boolean named = Character.isUpperCase(what.charAt(0));
    return new TreeSet<>(named ? List.of(what.split(" \\+ ")) : List.of());
  }

  private Optional<SctId> code(String what) {
    if (!Character.isDigit(what.charAt(0))) {
      return Optional.empty();
    }
    return Optional.of(SctId.parse(what).orElseThrow(() -> malformed.apply("not a code: `" + what + "`")));
  }

  private CasePatient patient() {
    if (registrations.isEmpty() && !unregistered) {
      registrations.add(new Registration(LocalDate.of(2010, 1, 1), Optional.empty(), true, 0));
    }
    return new CasePatient(
        name, practice.orElse("A"), born.orElse(LocalDate.of(1960, 5, 1)), sex, registrations, entries);
  }
}
