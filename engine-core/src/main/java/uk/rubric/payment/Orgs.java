package uk.rubric.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Place;
import uk.rubric.syntax.ServiceNode.Level;

/** Which practices belong to which PCN and ICB, as far as the extract says. */
final class Orgs {
  private final Map<String, Place> places = new TreeMap<>();

  Orgs(List<PracticeCounts> practices) {
    practices.forEach(practice -> places.put(practice.practice(), practice.place()));
  }

  /** All organisations of a level, by rising code. */
  List<Org> all(Level level) {
    TreeSet<String> codes = new TreeSet<>();
    places.keySet().forEach(practice -> above(Org.practice(practice), level).ifPresent(org -> codes.add(org.code())));
    return codes.stream().map(code -> new Org(level, code)).toList();
  }

  /** The practices of an organisation, by rising code; a practice has itself. */
  List<Org> practices(Org org) {
    return places.keySet().stream()
        .map(Org::practice)
        .filter(practice -> above(practice, org.level()).equals(Optional.of(org)))
        .toList();
  }

  /** The organisations of a level within another, by rising code. */
  List<Org> within(Org org, Level level) {
    return all(level).stream().filter(each -> above(each, org.level()).equals(Optional.of(org))).toList();
  }

  /** The organisation of a level to which another belongs; itself at its own level, empty when that is not known. */
  Optional<Org> above(Org org, Level level) {
    if (org.level() == level) {
      return Optional.of(org);
    }
    if (org.level() == Level.PRACTICE) {
      Place place = places.getOrDefault(org.code(), Place.UNKNOWN);
      return (level == Level.PCN ? place.pcn() : place.icb()).map(code -> new Org(level, code));
    }
    return level.compareTo(org.level()) < 0 ? Optional.empty() : practices(org).stream()
        .map(practice -> above(practice, level))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
