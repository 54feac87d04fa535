package uk.rubric.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks a graph of needs: finds its circles, and an order in which each thing comes after what it needs.
 *
 * @param <T> a thing, by its name
 */
final class Cycles<T> {
  private final Map<T, ? extends Collection<T>> needs;
  private final LinkedHashSet<T> path = new LinkedHashSet<>();
  private final Set<T> done = new LinkedHashSet<>();
  private final Set<T> inCircle = new HashSet<>();
  private final List<List<T>> circles = new ArrayList<>();

  private Cycles(Map<T, ? extends Collection<T>> needs) {
    this.needs = needs;
  }

  static <T> Cycles<T> of(Map<T, ? extends Collection<T>> needs) {
    Cycles<T> cycles = new Cycles<>(needs);
    needs.keySet().forEach(cycles::visit);
    return cycles;
  }

  /** The circles, each from its first thing and back to it; things that two circles share are told once. */
  List<List<T>> circles() {
    return circles;
  }

  /** All things; without circles each comes after those that it needs, else in the order given. */
  List<T> order() {
    return List.copyOf(done);
  }

  private void visit(T thing) {
    if (done.contains(thing) || !needs.containsKey(thing)) {
      return;
    }
    if (!path.add(thing)) {
      close(thing);
      return;
    }
    for (T need : needs.get(thing)) {
      visit(need);
    }
    path.remove(thing);
    done.add(thing);
  }

  private void close(T first) {
    List<T> trail = new ArrayList<>(path);
    List<T> circle = new ArrayList<>(trail.subList(trail.indexOf(first), trail.size()));
    boolean seen = circle.stream().anyMatch(inCircle::contains);
    inCircle.addAll(circle);
    if (!seen) {
      circle.add(first);
      circles.add(circle);
    }
  }
}
