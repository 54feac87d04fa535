package uk.rubric.extract.parquet;

import java.util.Optional;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.PrimitiveConverter;
import uk.rubric.extract.UnreadableTable;

/**
 * Writes the values of one column as cells. What stands in the file's list of values is made to text once. For one
 * thread.
 */
abstract class Cell extends PrimitiveConverter {
  /** More digits than any writer's decimals have. */
  private static final int MOST_PLACES = 76;

  final Line line;
  private Dictionary dictionary;
  private byte[][] known;

  Cell(Line line) {
    this.line = line;
  }

  /** @throws UnreadableTable when values of this type are not read */
  static Cell of(Field field, Line line, boolean identifier) throws UnreadableTable {
    SchemaElement element = field.element();
    return switch (element.getType()) {
      case BOOLEAN -> of(field, whole(element), new BooleanCell(line));
      case INT32, INT64 -> ofWhole(field, line);
      case INT96 -> of(field, whole(element), new OldMomentCell(line));
      case FLOAT, DOUBLE -> of(
          field, whole(element), identifier ? new WholeFractionCell(line, field.name()) : new FractionCell(line));
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> ofBytes(field, line);
    };
  }

  /** Whether nothing more is said of the type than how it is stored. */
  private static boolean whole(SchemaElement element) {
    return !element.isSetLogicalType() && !element.isSetConverted_type() || isUnknown(element);
  }

  /** Nothing but blanks, unless the type is one for which the format has an old name alone. */
  private static boolean isUnknown(SchemaElement element) {
    return element.isSetLogicalType() && element.getLogicalType().isSetUNKNOWN() && !element.isSetConverted_type();
  }

  private static Cell of(Field field, boolean fits, Cell cell) throws UnreadableTable {
    if (!fits) {
      throw Refusal.type(field.name(), typeName(field.element()));
    }
    return cell;
  }

  private static Cell ofWhole(Field field, Line line) throws UnreadableTable {
    SchemaElement element = field.element();
    if (isDecimal(element)) {
      return decimal(field, line);
    }
    if (element.isSetLogicalType() && element.getLogicalType().isSetDATE()
        || element.getConverted_type() == ConvertedType.DATE) {
      return of(field, element.getType() == Type.INT32, new DayCell(line));
    }
    Optional<MomentCell.Unit> unit = unit(element);
    if (unit.isPresent()) {
      return of(field, element.getType() == Type.INT64, new MomentCell(line, unit.get(), isInUtc(element)));
    }
    return of(field, isInteger(element), new WholeCell(line, isUnsigned(element)));
  }

  private static boolean isDecimal(SchemaElement element) {
    return element.isSetLogicalType() && element.getLogicalType().isSetDECIMAL()
        || element.getConverted_type() == ConvertedType.DECIMAL;
  }

  private static Cell decimal(Field field, Line line) throws UnreadableTable {
    SchemaElement element = field.element();
    int scale = element.isSetLogicalType() && element.getLogicalType().isSetDECIMAL()
        ? element.getLogicalType().getDECIMAL().getScale() : element.getScale();
    return of(field, scale >= 0 && scale <= MOST_PLACES, new DecimalCell(line, scale));
  }

  private static Optional<MomentCell.Unit> unit(SchemaElement element) {
    if (element.isSetLogicalType()) {
      LogicalType type = element.getLogicalType();
      return type.isSetTIMESTAMP() ? Optional.of(unit(type.getTIMESTAMP().getUnit())) : Optional.empty();
    }
    return Optional.ofNullable(element.getConverted_type()).map(type -> switch (type) {
      case TIMESTAMP_MILLIS -> MomentCell.Unit.MILLIS;
      case TIMESTAMP_MICROS -> MomentCell.Unit.MICROS;
      default -> null;
    });
  }

  private static MomentCell.Unit unit(TimeUnit unit) {
    return unit.isSetMILLIS() ? MomentCell.Unit.MILLIS
        : unit.isSetMICROS() ? MomentCell.Unit.MICROS : MomentCell.Unit.NANOS;
  }

  /** As the format's description has it of those that do not say. */
  private static boolean isInUtc(SchemaElement element) {
    return !element.isSetLogicalType() || element.getLogicalType().getTIMESTAMP().isIsAdjustedToUTC();
  }

  private static boolean isInteger(SchemaElement element) {
    if (element.isSetLogicalType()) {
      return element.getLogicalType().isSetINTEGER() || isUnknown(element);
    }
    return whole(element) || element.getConverted_type().name().contains("INT_");
  }

  private static boolean isUnsigned(SchemaElement element) {
    if (element.isSetLogicalType()) {
      return element.getLogicalType().isSetINTEGER() && !element.getLogicalType().getINTEGER().isIsSigned();
    }
    return element.isSetConverted_type() && element.getConverted_type().name().startsWith("UINT_");
  }

  private static Cell ofBytes(Field field, Line line) throws UnreadableTable {
    SchemaElement element = field.element();
    if (isDecimal(element)) {
      return decimal(field, line);
    }
    if (element.getType() == Type.FIXED_LEN_BYTE_ARRAY) {
      boolean uuid = element.isSetLogicalType() && element.getLogicalType().isSetUUID();
      return of(field, uuid && element.getType_length() == UuidCell.LENGTH || isUnknown(element), new UuidCell(line));
    }
    return of(field, isText(element), new TextCell(line));
  }

  /** Old writers leave it open what bytes are. */
  private static boolean isText(SchemaElement element) {
    if (element.isSetLogicalType()) {
      LogicalType type = element.getLogicalType();
      return type.isSetSTRING() || type.isSetENUM() || type.isSetJSON() || isUnknown(element);
    }
    return !element.isSetConverted_type() || switch (element.getConverted_type()) {
      case UTF8, ENUM, JSON -> true;
      default -> false;
    };
  }

  private static String typeName(SchemaElement element) {
    if (element.isSetConverted_type()) {
      return element.getConverted_type().name();
    }
    // A type of a later version of the format has no field here.
    return element.isSetLogicalType() && element.getLogicalType().getSetField() != null
        ? element.getLogicalType().getSetField().getFieldName() : element.getType().name();
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary values) {
    dictionary = values;
    known = new byte[values.getMaxId() + 1][];
  }

  @Override
  public void addValueFromDictionary(int id) {
    if (known[id] != null) {
      line.put(known[id]);
      return;
    }
    int start = line.size();
    add(dictionary, id);
    if (!line.isBroken()) {
      known[id] = line.since(start);
    }
  }

  /** Writes a value of the list. */
  abstract void add(Dictionary values, int id);
}
