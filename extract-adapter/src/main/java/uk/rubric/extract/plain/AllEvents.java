package uk.rubric.extract.plain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.rubric.evidence.Asked;
import uk.rubric.patient.AskedDetail;
import uk.rubric.patient.WantedEvents;
import uk.rubric.value.Unit;

/** Wants every entry, with all that its file has of what rules may ask of it. */
final class AllEvents implements WantedEvents {
  private final Set<AskedDetail> details = EnumSet.noneOf(AskedDetail.class);

  AllEvents(Header header) {
    if (header.has(Column.ENTERED)) {
      details.add(AskedDetail.ENTERED);
    }
    if (header.has(Column.EVENT_ID) || header.has(Column.PARENT_ID)) {
      details.add(AskedDetail.SAME_ENTRY);
    }
    if (header.has(Column.EPISODE)) {
      details.add(AskedDetail.EPISODE);
    }
  }

  @Override
  public boolean wants(long code) {
    return true;
  }

  @Override
  public boolean isUnseenUnit(long code, Unit unit) {
    return false;
  }

  @Override
  public Set<AskedDetail> details() {
    return details;
  }

  @Override
  public Optional<Asked> beside() {
    return Optional.empty();
  }
}
