package uk.rubric.extract.prepared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.rubric.result.SetAside;
import uk.rubric.run.CouldNotRun;

/** What is written is what is read. */
class StoredFormsPropertyTest {
  private static final Path FILE = Path.of("prepared-extract.txt");

  private static Manifest manifest(String source, long number, int small) {
    SetAside.Reason reason = new SetAside.Reason("bad-date", "events.csv", 3);
    return Manifest.of(
            LocalDate.of(2026, 5, 1), source, Map.of("events.csv", "events.csv 12 ab", "patients.csv.gz",
                "patients.csv.gz 1 cd"),
            "ef", 7, number, 2, true, new SetAside(0, List.of(reason), List.of(reason)))
        .with(Map.of("patients.csv.gz", small), new Manifest.Columns(number, 5, small, 9, small));
  }

  @Property(tries = 200)
  void aManifestIsReadAsItWasWritten(@ForAll String source, @ForAll long number, @ForAll int small) {
    Manifest manifest = manifest(source.isEmpty() ? "." : "dir/\\ \n\r "
        + source.replaceAll("[\\x{D800}-\\x{DFFF}]", ""), number, small);

    assertThat(Manifest.parse(manifest.text(), FILE)).isEqualTo(manifest);
  }

  @Example
  void aManifestOfAnotherLengthIsDamaged() {
    String text = manifest("extract", 1, 2).text();

    assertThatThrownBy(() -> Manifest.parse(text + "\n", FILE)).isInstanceOf(CouldNotRun.class);
    assertThatThrownBy(() -> Manifest.parse(text.replace("patients 7", "patients 8"), FILE))
        .isInstanceOf(CouldNotRun.class);
    assertThatThrownBy(() -> Manifest.parse("", FILE)).isInstanceOf(CouldNotRun.class);
  }

  @Property(tries = 300)
  void numbersAndTextsAreReadAsTheyWereWritten(@ForAll List<Long> numbers, @ForAll byte[] bytes) {
    ByteSink sink = new ByteSink();
    numbers.forEach(number -> sink.signed(number).number(number));
    sink.bytes(bytes, 0, bytes.length);
    ByteSource source = new ByteSource(sink.toBytes(), 0, sink.size());

    for (long number : numbers) {
      assertThat(source.signed()).isEqualTo(number);
      assertThat(source.number()).isEqualTo(number);
    }
    assertThat(source.bytes()).isEqualTo(bytes);
    assertThat(source.isAtEnd()).isTrue();
  }
}
