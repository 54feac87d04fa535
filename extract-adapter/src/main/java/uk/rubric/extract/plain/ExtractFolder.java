package uk.rubric.extract.plain;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.prepared.PreparedFolder;
import uk.rubric.patient.AskedDetail;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/** The files of one extract, all of them with a good header. */
final class ExtractFolder {
  /** The copy of the header of {@code events.csv}, unpacked. */
  static final String HEADER_OF_EVENTS = "events-header.csv";

  private final Map<Layout, CsvFile> files = new EnumMap<>(Layout.class);
  private final List<Diagnostic> messages = new ArrayList<>();

  private ExtractFolder() {}

  /**
   * Looks at all files.
   *
   * @throws CouldNotRun with everything that is missing or wrong in all of them
   */
  static ExtractFolder open(Path path, Set<AskedDetail> asked) {
    if (!Files.isDirectory(path)) {
      throw new CouldNotRun(missing(path.toString(), "no folder `" + path + "`"));
    }
    ExtractFolder folder = new ExtractFolder();
    List<Diagnostic> errors = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      folder.look(path, layout, errors);
    }
    folder.requireAsked(asked, errors);
    if (!errors.isEmpty()) {
      throw new CouldNotRun(errors);
    }
    return folder;
  }

  /**
   * Looks at the copies in a prepared extract; messages name the files they were made from.
   *
   * @throws CouldNotRun with everything that the rules ask and the source did not have
   */
  static ExtractFolder of(PreparedFolder prepared, Set<AskedDetail> asked) {
    ExtractFolder folder = new ExtractFolder();
    Path source = source(prepared);
    List<Diagnostic> errors = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      for (Packing packing : Packing.values()) {
        if (prepared.manifest().fingerprints().containsKey(packing.name(layout))) {
          String shown = source.resolve(packing.name(layout)).toString();
          boolean whole = layout != Layout.EVENTS;
          Path copy = prepared.copy(whole ? packing.name(layout) : HEADER_OF_EVENTS);
          folder.look(new CsvFile(copy, shown, layout, whole ? packing : Packing.NONE), errors);
        }
      }
    }
    folder.requireAsked(asked, errors);
    if (!errors.isEmpty()) {
      throw new CouldNotRun(errors);
    }
    return folder;
  }

  /** On another system than that on which it was prepared its name may be none. */
  private static Path source(PreparedFolder prepared) {
    try {
      return Path.of(prepared.manifest().source());
    } catch (InvalidPathException e) {
      return prepared.path();
    }
  }

  /** A folder with both forms says two things. */
  static void requireNoEvents(Path path) {
    for (Packing packing : Packing.values()) {
      Path events = path.resolve(packing.name(Layout.EVENTS));
      if (Files.exists(events)) {
        throw new CouldNotRun(Diagnostic.at(
                Place.of(events.toString()), ExtractDiagnostic.TWO_FORMS,
                "a prepared extract is there beside this file")
            .withHelp("keep the one that counts, and take the other out of the folder"));
      }
    }
  }

  private void look(CsvFile csv, List<Diagnostic> errors) {
    errors.addAll(csv.header().errors());
    messages.addAll(csv.header().warnings());
    files.put(csv.layout(), csv);
  }

  private void look(Path path, Layout layout, List<Diagnostic> errors) {
    // A link that leads nowhere is there too: what somebody meant to be read is not passed over.
    List<Packing> there = Arrays.stream(Packing.values())
        .filter(p -> Files.exists(path.resolve(p.name(layout)), LinkOption.NOFOLLOW_LINKS)).toList();
    if (there.size() > 1) {
      errors.add(twoForms(path, layout, there));
    } else if (there.size() == 1) {
      look(path, layout, there.get(0), errors);
    } else if (layout.isRequired()) {
      String file = path.resolve(layout.file()).toString();
      errors.add(missing(file, "no file `" + layout.file() + "` in the folder `" + path + "`"));
    } else {
      MisspeltFile.find(path, layout).ifPresent(errors::add);
    }
  }

  private void look(Path path, Layout layout, Packing packing, List<Diagnostic> errors) {
    try {
      look(new CsvFile(path, layout, packing), errors);
    } catch (CouldNotRun e) {
      errors.addAll(e.diagnostics());
    }
  }

  /** The columns that hold what rules ask; {@code sex} is always required. */
  private void requireAsked(Set<AskedDetail> asked, List<Diagnostic> errors) {
    find(Layout.EVENTS).map(CsvFile::header).filter(header -> header.errors().isEmpty()).ifPresent(header -> {
      for (AskedDetail detail : asked.stream().sorted().toList()) {
        switch (detail) {
          case SEX -> { }
          case ENTERED -> requireAsked(header, Column.ENTERED, "`last entered value`", errors);
          case EPISODE -> requireAsked(header, Column.EPISODE, "`episode`", errors);
          case SAME_ENTRY -> {
            requireAsked(header, Column.EVENT_ID, "`same entry`", errors);
            requireAsked(header, Column.PARENT_ID, "`same entry`", errors);
          }
        }
      }
    });
  }

  private void requireAsked(Header header, Column column, String word, List<Diagnostic> errors) {
    if (!header.has(column)) {
      CsvFile file = file(Layout.EVENTS);
      String message = "no column `" + column.header() + "`, which the rules ask with " + word;
      errors.add(Diagnostic.at(
              file.place(file.headerLine(), column.header()), ExtractDiagnostic.MISSING_COLUMN, message)
          .withHelp("add the column; a cell may be blank where it is not known"));
    }
  }

  private static Diagnostic twoForms(Path path, Layout layout, List<Packing> there) {
    List<String> names = there.stream().map(packing -> "`" + packing.name(layout) + "`").toList();
    return Diagnostic.at(
            Place.of(path.resolve(there.get(1).name(layout)).toString()),
            ExtractDiagnostic.TWO_FORMS,
            "one file is there in two forms: " + String.join(", ", names))
        .withHelp("keep the one that counts, and take the others out of the folder");
  }

  private static Diagnostic missing(String path, String message) {
    return Diagnostic.at(Place.of(path), RunDiagnostic.MISSING_FILE, message)
        .withHelp("an extract is a folder with `patients.csv`, `registrations.csv` and `events.csv`");
  }

  /** A required file. */
  CsvFile file(Layout layout) {
    return files.get(layout);
  }

  Optional<CsvFile> find(Layout layout) {
    return Optional.ofNullable(files.get(layout));
  }

  /** What there is to say of headers and files. */
  List<Diagnostic> messages() {
    return messages;
  }
}
