package uk.rubric.compose;

import static uk.rubric.compose.Amending.quote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.parse.ParseResult;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.TakeNode;
import uk.rubric.syntax.TakeNode.Excepted;
import uk.rubric.syntax.TestNode;
import uk.rubric.syntax.Text;

/** Takes tests from file to file and from service to service, each statement after those that it builds on. */
final class Taking {
  private static final int MOST_DIGITS = 4;

  private final List<ParseResult> files;
  private final Map<Path, ParseResult> byPath = new HashMap<>();
  private final Set<String> services = new HashSet<>();
  private final List<Diagnostic> found;
  private final Map<TakeNode, Taken> known = new IdentityHashMap<>();
  private final List<TakeNode> underWay = new ArrayList<>();

  /** @param whole whether all that there is to take could be read, so that something may be said to be missing */
  private record Taken(List<TakenTest> tests, boolean whole) {
    static final Taken UNREAD = new Taken(List.of(), false);
  }

  Taking(List<ParseResult> files, List<Diagnostic> found) {
    this.files = files;
    this.found = found;
    for (ParseResult file : files) {
      source(file).path().ifPresent(path -> byPath.putIfAbsent(identity(path), file));
      file.file().services().forEach(service -> services.add(service.name().text()));
    }
  }

  private static SourceText source(ParseResult file) {
    return file.file().span().source();
  }

  private static Path identity(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** All taken tests, in the order of the files and their statements. */
  List<TakenTest> all() {
    return files.stream()
        .flatMap(file -> file.file().takes().stream().flatMap(take -> taken(file, take).tests().stream()))
        .toList();
  }

  /**
   * A file's own tests: those of another file that say no service are of the one that a statement there takes them
   * from.
   */
  List<TestNode> own(FileNode file) {
    List<Name> said = files.stream()
        .filter(other -> other.file().span().source() != file.span().source())
        .flatMap(other -> other.file().takes().stream()
            .filter(take -> services.contains(take.service().text()))
            .filter(take -> from(other, take).filter(f -> source(f).equals(file.span().source())).isPresent()))
        .map(TakeNode::service)
        .toList();
    return said.stream().map(Name::text).distinct().count() == 1
        ? file.tests().stream().map(test -> test.service().isPresent() ? test : new Moving(0).moved(test, said.get(0)))
        .toList()
        : file.tests();
  }

  private Optional<ParseResult> from(ParseResult file, TakeNode take) {
    return take.file().isEmpty() ? Optional.of(file)
        : source(file).beside(take.file().get().text()).map(Taking::identity).map(byPath::get);
  }

  private Taken taken(ParseResult file, TakeNode take) {
    Taken before = known.get(take);
    if (before == null) {
      underWay.add(take);
      before = take(file, take);
      underWay.remove(take);
      known.put(take, before);
    }
    return before;
  }

  private Taken take(ParseResult file, TakeNode take) {
    Optional<Integer> months = months(take);
    Optional<ParseResult> from = from(file, take);
    if (from.isEmpty()) {
      return refuse(take.file().orElseThrow().span(), ComposeDiagnostic.NOTHING_TO_TAKE,
          "there is no rule file " + quote(take.file().get().text()) + " that could be read as text",
          "the path is relative to this file");
    }
    // Services that are not there are told by the checker.
    if (months.isEmpty() || !services.contains(take.service().text()) || !services.contains(take.into().text())) {
      return Taken.UNREAD;
    }
    Taken there = there(file, from.get(), take);
    List<TakenTest> left = there.tests().stream()
        .filter(test -> take.excepted().stream().noneMatch(excepted -> isMeant(excepted, test.test())))
        .map(test -> new TakenTest(
            new Moving(months.get()).moved(test.test(), take.into()), take, test.months() + months.get()))
        .toList();
    if (there.whole()) {
      lookForAll(take, there.tests(), left);
    }
    return new Taken(left, there.whole());
  }

  private Taken refuse(Span place, ComposeDiagnostic code, String message, String help) {
    found.add(Diagnostic.at(place, code, message).withHelp(help));
    return Taken.UNREAD;
  }

  private Optional<Integer> months(TakeNode take) {
    if (take.months().isEmpty()) {
      return Optional.of(0);
    }
    Text written = take.months().get();
    boolean whole = written.text().length() <= MOST_DIGITS && written.text().chars().allMatch(Character::isDigit);
    if (!whole || Integer.parseInt(written.text()) == 0) {
      refuse(written.span(), ComposeDiagnostic.INVALID_MOVE,
          "tests cannot be moved by " + quote(written.text()) + " months",
          whole ? "leave out `moved`: days then stay as they are" : "write a whole number, such as `12`");
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(written.text()));
  }

  /**
   * The tests of a service in a file, its own and those that it takes; whose they are is said for other files alone.
   */
  private Taken there(ParseResult to, ParseResult from, TakeNode take) {
    String service = take.service().text();
    boolean whole = from.diagnostics().isEmpty();
    List<TakenTest> tests = new ArrayList<>();
    from.file().tests().stream()
        .filter(test -> test.service().map(name -> name.text().equals(service)).orElse(from != to))
        .forEach(test -> tests.add(new TakenTest(test, take, 0)));
    for (TakeNode other : from.file().takes()) {
      if (other.into().text().equals(service)) {
        Taken taken = underWay.contains(other) ? circle(take, other) : taken(from, other);
        tests.addAll(taken.tests());
        whole &= taken.whole();
      }
    }
    return new Taken(tests, whole);
  }

  private Taken circle(TakeNode take, TakeNode first) {
    found.add(Diagnostic.at(take.span(), ComposeDiagnostic.TAKES_ITSELF,
            "tests are taken from service " + quote(take.service()) + ", which takes them from here")
        .withLabel(first.span(), "taken here")
        .withHelp("leave one of the statements out: tests are taken from the older service into the newer one"));
    return Taken.UNREAD;
  }

  private static boolean isMeant(Excepted excepted, TestNode test) {
    return excepted.subject().text().equals(test.subject().text())
        && excepted.title().map(title -> title.text().equals(test.title().text())).orElse(true);
  }

  private void lookForAll(TakeNode take, List<TakenTest> there, List<TakenTest> left) {
    List<TestNode> tests = there.stream().map(TakenTest::test).toList();
    if (tests.isEmpty()) {
      refuse(take.file().map(Text::span).orElse(take.service().span()), ComposeDiagnostic.NOTHING_TO_TAKE,
          "there is no test of service " + quote(take.service()) + " to take",
          take.file().isPresent() ? "name the service whose tests they are, or leave the statement out"
              : "name the file too: `take tests from \"…\"`; tests of this file must say `in " + take.service().text()
              + "`");
      return;
    }
    take.excepted().stream().filter(excepted -> tests.stream().noneMatch(test -> isMeant(excepted, test)))
        .forEach(excepted -> nothingToExcept(excepted, tests));
    if (left.isEmpty()) {
      refuse(take.span(), ComposeDiagnostic.NOTHING_TO_TAKE, "every test is left out", "leave out the statement");
    }
  }

  private void nothingToExcept(Excepted excepted, List<TestNode> tests) {
    String subject = excepted.subject().text();
    List<TestNode> ofSubject = tests.stream().filter(test -> test.subject().text().equals(subject)).toList();
    boolean titled = excepted.title().isPresent() && !ofSubject.isEmpty();
    Stream<String> known = titled ? ofSubject.stream().map(test -> test.title().text())
        : tests.stream().map(test -> test.subject().text());
    String asked = titled ? excepted.title().get().text() : subject;
    refuse(titled ? excepted.title().get().span() : excepted.subject().span(), ComposeDiagnostic.NOTHING_TO_EXCEPT,
        titled ? "no test of " + quote(subject) + " that is taken has the title " + quote(asked)
            : "no test that is taken is of " + quote(subject),
        Suggestion.closest(asked, known.distinct().toList()).map(name -> "did you mean " + quote(name) + "?")
            .orElse("name what the tests there are of, or leave the exception out"));
  }
}
