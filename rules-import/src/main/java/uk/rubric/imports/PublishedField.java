package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of a table of fields, its name and criteria read. */
record PublishedField(Operand.Named name, Criteria criteria, List<String> oddities, Row row) {
  PublishedField {
    oddities = List.copyOf(oddities);
  }

  /** The fields that can be read; the others are reported. */
  static List<PublishedField> read(List<Row> rows, Problems problems) {
    List<PublishedField> fields = new ArrayList<>();
    rows.forEach(row -> read(row, problems).ifPresent(fields::add));
    return fields;
  }

  private static Optional<PublishedField> read(Row row, Problems problems) {
    Optional<Operand.Named> name = Reading.of(row.cell(Column.NAME), problems, PublishedField::name);
    CriteriaReader reader = new CriteriaReader(row.cell(Column.CRITERIA).text());
    Optional<Criteria> criteria = Reading.of(row.cell(Column.CRITERIA), problems, cell -> reader.criteria());
    return name.flatMap(n -> criteria.map(c -> new PublishedField(n, c, reader.oddities(), row)));
  }

  private static Operand.Named name(Cell cell) throws Unreadable {
    CellReader reader = new CellReader(cell.text());
    Operand.Named name = reader.named();
    reader.expectEnd("the end of the cell");
    return name;
  }

  /** {@code BPSYS_DAT[]} for an array. */
  String written() {
    return name.name() + (name.shape() == Operand.Shape.PLAIN ? "" : "[]");
  }

  String description() {
    return row.cell(Column.DESCRIPTION).text();
  }

  boolean isAge() {
    return criteria instanceof Criteria.UnconditionalAt;
  }
}
