package uk.rubric.extract.plain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.rubric.check.Labels;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.patient.AskedDetail;
import uk.rubric.patient.PatientBatchBuilder;

/** What few rules ask of an entry, as far as the rules of this run do. Filled anew by each reading; for one thread. */
final class EntryDetail {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT = Pattern.compile(DAY + "[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");

  private final boolean asksEntered;
  private final boolean asksLinks;
  private final boolean asksEpisode;
  private String entered = "";
  private String id = "";
  private String parent = "";
  private String episode = "";

  EntryDetail(Set<AskedDetail> asked) {
    asksEntered = asked.contains(AskedDetail.ENTERED);
    asksLinks = asked.contains(AskedDetail.SAME_ENTRY);
    asksEpisode = asked.contains(AskedDetail.EPISODE);
  }

  /** Whether anything is asked of entries. */
  boolean isAsked() {
    return asksEntered || asksLinks || asksEpisode;
  }

  /** Reads what is asked; what has not the form refuses the row. */
  void read(Row row) {
    if (asksEntered) {
      entered = row.text(Column.ENTERED);
      row.refuseIf(!entered.isEmpty() && moment(entered) == null, ExtractDiagnostic.BAD_ENTERED, Column.ENTERED);
    }
    if (asksLinks) {
      id = row.text(Column.EVENT_ID);
      parent = row.text(Column.PARENT_ID);
    }
    if (asksEpisode) {
      episode = row.text(Column.EPISODE).toUpperCase(Locale.ROOT);
      row.refuseIf(
          !episode.isEmpty() && !Labels.EPISODES.contains(episode), ExtractDiagnostic.BAD_EPISODE, Column.EPISODE);
    }
  }

  /** A day alone is its start; null for what is neither a day nor a moment. */
  private static LocalDateTime moment(String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text).atStartOfDay();
      }
      return MOMENT.matcher(text).matches() ? LocalDateTime.parse(text.replace(' ', 'T')) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Says the same of the event that was added last. */
  void addTo(PatientBatchBuilder builder) {
    if (!entered.isEmpty()) {
      builder.entered(moment(entered));
    }
    if (!id.isEmpty()) {
      builder.id(id);
    }
    if (!parent.isEmpty()) {
      builder.parent(parent);
    }
    if (!episode.isEmpty()) {
      builder.episode(episode);
    }
  }

  /** As bytes, for {@link #readFrom}; empty when nothing is asked. */
  byte[] stored() {
    return isAsked() ? bytes() : new byte[0];
  }

  private byte[] bytes() {
    byte[][] texts = {utf8(entered), utf8(id), utf8(parent), utf8(episode)};
    int length = 0;
    for (byte[] text : texts) {
      length += Integer.BYTES + text.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] text : texts) {
      all.putInt(text.length).put(text);
    }
    return all.array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same, empty when there is nothing to say. */
  byte[] storedIfAny() {
    return entered.isEmpty() && id.isEmpty() && parent.isEmpty() && episode.isEmpty() ? new byte[0] : bytes();
  }

  /** Takes over of what {@link #stored} said what is asked here; null stands for nothing said. */
  void readAsked(byte[] stored) {
    ByteBuffer from = stored == null ? null : ByteBuffer.wrap(stored);
    entered = textIf(asksEntered, from);
    id = textIf(asksLinks, from);
    parent = textIf(asksLinks, from);
    episode = textIf(asksEpisode, from);
  }

  private static String textIf(boolean isAsked, ByteBuffer from) {
    String text = from == null ? "" : text(from);
    return isAsked ? text : "";
  }

  /** Takes over what {@link #stored} said; nothing when it was empty. */
  void readFrom(byte[] stored) {
    if (stored.length > 0) {
      ByteBuffer from = ByteBuffer.wrap(stored);
      entered = text(from);
      id = text(from);
      parent = text(from);
      episode = text(from);
    }
  }

  private static String text(ByteBuffer from) {
    byte[] bytes = new byte[from.getInt()];
    from.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
