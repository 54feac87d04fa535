package uk.rubric.benchmark.peer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencds.cqf.cql.engine.model.BaseModelResolver;
import org.opencds.cqf.cql.engine.retrieve.RetrieveProvider;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.opencds.cqf.cql.engine.runtime.Interval;

/**
 * The data model of {@code six-pieces.cql} and its records: all in memory beforehand, by patient and code cluster, so
 * that a retrieve is one look-up. Immutable once filled.
 */
@SuppressWarnings("deprecation") // the engine deprecates what its interface still demands
final class GpModel extends BaseModelResolver implements RetrieveProvider {
  /** A patient as CQL sees it, and the events of each cluster. */
  record Patient(Date birthDate, Date started, Date ended, Map<String, List<Object>> events) {}

  /** An event as CQL sees it. */
  record Event(Date date, BigDecimal value) {}

  private final Map<String, Patient> patients = new HashMap<>();

  void add(String id, Patient patient) {
    patients.put(id, patient);
  }

  @Override
  public Iterable<Object> retrieve(
      String context, String contextPath, Object contextValue, String dataType, String templateId, String codePath,
      Iterable<Code> codes, String valueSet, String datePath, String dateLowPath, String dateHighPath,
      Interval dateRange) {
    Patient patient = patients.get((String) contextValue);
    return dataType.equals("Patient") ? List.of(patient) : patient.events().getOrDefault(valueSet, List.of());
  }

  @Override
  public Object resolvePath(Object target, String path) {
    if (target instanceof Event event) {
      return path.equals("date") ? event.date() : event.value();
    }
    Patient patient = (Patient) target;
    return switch (path) {
      case "birthDate" -> patient.birthDate();
      case "started" -> patient.started();
      case "ended" -> patient.ended();
      default -> throw new IllegalArgumentException(path);
    };
  }

  @Override
  public Object getContextPath(String contextType, String targetType) {
    return "id";
  }

  @Override
  public Class<?> resolveType(String typeName) {
    return typeName.equals("Patient") ? Patient.class : Event.class;
  }

  @Override
  public Class<?> resolveType(Object value) {
    return value.getClass();
  }

  @Override
  public Object createInstance(String typeName) {
    throw new UnsupportedOperationException(typeName);
  }

  @Override
  public void setValue(Object target, String path, Object value) {
    throw new UnsupportedOperationException(path);
  }

  @Override
  public Boolean objectEqual(Object left, Object right) {
    return left.equals(right);
  }

  @Override
  public Boolean objectEquivalent(Object left, Object right) {
    return left.equals(right);
  }

  @Override
  public String resolveId(Object target) {
    return null;
  }

  @Override
  public String getPackageName() {
    return "uk.rubric.benchmark.peer";
  }

  @Override
  public void setPackageName(String packageName) {
    throw new UnsupportedOperationException(packageName);
  }
}
