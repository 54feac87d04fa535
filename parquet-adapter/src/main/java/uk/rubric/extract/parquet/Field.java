package uk.rubric.extract.parquet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A column of a file.
 *
 * @param leaf the number of its first column of values, from 0
 * @param leaves how many columns of values it has: more than one, or none, when it is nested
 */
record Field(SchemaElement element, int leaf, int leaves) {
  /** The columns at the top of a schema, which lists a record before its parts. */
  static List<Field> of(List<SchemaElement> schema) {
    Iterator<SchemaElement> elements = schema.iterator();
    List<Field> fields = new ArrayList<>();
    int leaf = 0;
    for (int left = elements.next().getNum_children(); left > 0; left--) {
      SchemaElement element = elements.next();
      int leaves = leaves(element, elements);
      fields.add(new Field(element, leaf, leaves));
      leaf += leaves;
    }
    if (elements.hasNext()) {
      throw new IllegalArgumentException("the schema has more than its root says");
    }
    return fields;
  }

  private static int leaves(SchemaElement element, Iterator<SchemaElement> elements) {
    int leaves = element.isSetType() ? 1 : 0;
    for (int left = element.isSetType() ? 0 : element.getNum_children(); left > 0; left--) {
      leaves += leaves(elements.next(), elements);
    }
    return leaves;
  }

  /** As it is written in the file, on one line. */
  String name() {
    return element.getName().replaceAll("[\\p{Cntrl}\uFEFF]+", " ");
  }

  /** As the columns of an extract are named. */
  String key() {
    return name().strip().toLowerCase(Locale.ROOT);
  }

  /** Whether each row has one value of it, or none. */
  boolean isPlain() {
    return element.isSetType() && element.getRepetition_type() != FieldRepetitionType.REPEATED;
  }

  /** How parquet-java describes it. */
  ColumnDescriptor descriptor() {
    boolean required = element.getRepetition_type() == FieldRepetitionType.REQUIRED;
    PrimitiveType type = new PrimitiveType(
        required ? Repetition.REQUIRED : Repetition.OPTIONAL,
        PrimitiveTypeName.valueOf(switch (element.getType()) {
          case BYTE_ARRAY -> "BINARY";
          default -> element.getType().name();
        }),
        element.getType_length(),
        element.getName());
    return new ColumnDescriptor(new String[] {element.getName()}, type, 0, required ? 0 : 1);
  }
}
