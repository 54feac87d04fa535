package uk.rubric.value;

import java.util.Locale;

/**
 * A unit of measurement as rules and records write it. Two spellings are the same unit when they differ only in case,
 * spaces and square brackets: {@code mmHg}, {@code mm[Hg]} and {@code mm Hg} are one; {@code mmol/mol} and {@code %}
 * are two. The empty unit is that of plain numbers.
 *
 * @param text the spelling that was written
 */
public record Unit(String text) {
  /** Of plain numbers. */
  public static final Unit NONE = new Unit("");

  /** Of percentages and risk scores: 10 % is stored as 10. */
  public static final Unit PERCENT = new Unit("%");

  private String canonical() {
    return text.replaceAll("[\\s\\[\\]]", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Unit that && canonical().equals(that.canonical());
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
