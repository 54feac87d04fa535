package uk.rubric.benchmark.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arguments of the scripts: {@code --name value}, or {@code --name} alone. Immutable. */
final class Options {
  private final Map<String, String> given = new HashMap<>();

  Options(String[] arguments, String... known) {
    List<String> names = List.of(known);
    for (int i = 0; i < arguments.length; i++) {
      if (!names.contains(arguments[i])) {
        throw new Program.Failed("`" + arguments[i] + "` is none of " + names);
      }
      boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
      given.put(arguments[i], hasValue ? arguments[++i] : "");
    }
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  String text(String name, String otherwise) {
    return given.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  List<Integer> numbers(String name, String otherwise) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : text(name, otherwise).split(",")) {
      numbers.add(Integer.valueOf(number));
    }
    return numbers;
  }
}
