package uk.rubric.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.Entry;
import uk.rubric.evaluate.FieldContent;
import uk.rubric.evaluate.PatientView;

/**
 * What a condition is asked of. Immutable.
 *
 * @param field the one whose {@code where} it stands in, if it does
 * @param entry the one under test there
 * @param days of the entries of arrays that are looked at within {@code some}
 * @param decided what ladders decided, which rules alone may ask
 */
record Asked(
    PatientView view,
    Optional<FieldId> field,
    Optional<Entry> entry,
    Map<Operand.Bound, LocalDate> days,
    PatientView.Decided decided) {

  /** An entry of an array: its day, and what a rule that looks at it sees, the day or a value. */
  record Element(LocalDate day, Comparable<?> seen) {
    /** By rising day. */
    static List<Element> of(FieldContent array) {
      List<Element> elements = new ArrayList<>();
      array.entries().forEach(day -> elements.add(new Element(day, day)));
      array.days().stream().sorted().forEach(day -> elements.add(new Element(day, day)));
      Map<LocalDate, BigDecimal> readings = new TreeMap<>(array.readings());
      readings.forEach((day, value) -> elements.add(new Element(day, value)));
      return elements;
    }
  }

  /** Of a patient, by a rule. */
  static Asked ofPatient(PatientView view, PatientView.Decided decided) {
    return new Asked(view, Optional.empty(), Optional.empty(), Map.of(), decided);
  }

  /** Of one entry, by the {@code where} of a field. */
  Asked of(FieldId inField, Entry underTest) {
    return new Asked(view, Optional.of(inField), Optional.of(underTest), days, decided);
  }

  /** Of the same with one entry of an array looked at. */
  Asked lookingAt(Operand.Bound bound, Element element) {
    Map<Operand.Bound, LocalDate> more = new HashMap<>(days);
    more.put(bound, element.day());
    return new Asked(view.lookingAt(bound, element.seen()), field, entry, Map.copyOf(more), decided);
  }

  boolean holds(Condition condition) {
    return view.holds(condition, entry, decided);
  }

  Optional<Comparable<?>> value(Operand operand) {
    return view.value(operand, entry, decided);
  }
}
