package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.diagnostic.Place;

/**
 * A line or rule of the rule file, with what the tables say about it.
 *
 * @param key what it defines: of two with one key, both must say the same
 * @param docs the texts that explain it; they become comments
 * @param text in the language, without notes
 * @param notes {@code assumed "…"} and the like
 * @param origin the cell that it was read from
 */
record Item(String key, List<String> docs, String text, List<String> notes, Place.InFile origin) {
  Item {
    docs = docs.stream().filter(doc -> !doc.isBlank()).distinct().toList();
    notes = notes.stream().distinct().toList();
  }

  Item withNotes(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new Item(key, docs, text, all, origin);
  }

  /** The same thing read from two tables: what either says about it is kept, once. */
  Item with(Item other) {
    List<String> all = new ArrayList<>(docs);
    for (String doc : other.docs) {
      if (all.stream().noneMatch(mine -> plain(mine).contains(plain(doc)))) {
        all.removeIf(mine -> plain(doc).contains(plain(mine)));
        all.add(doc);
      }
    }
    Item joined = new Item(key, all, text, notes, origin);
    return joined.withNotes(other.notes);
  }

  private static String plain(String doc) {
    return doc.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** A quoted text of the language, which cannot hold quotation marks or breaks. */
  static String quoted(String text) {
    return "\"" + text.replace('"', '\'').replaceAll("[\\r\\n]+", " ").strip() + "\"";
  }
}
