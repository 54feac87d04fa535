package uk.rubric.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.rubric.plan.Plan;

/**
 * Makes the small extract of QOF 2025/26: everybody lives the lines of {@code two-practices-care.csv}, each with its
 * likelihood. A line says who (ages, after {@code F} of women alone), which code cluster must stand in the record
 * already, what is recorded on one day, how likely in a thousand, and when: so many days after birth or before the end.
 */
final class TwoPractices {
  private static final int PATIENTS = 400;
  private static final LocalDate END = Qof202526.YEAR_END;
  private static final Pattern ENTRY = Pattern.compile("(\\w+)(?:=(\\d+)-(\\d+)(?:/(\\d+))?(.*))?");

  private final TreeMap<String, long[]> codes = new TreeMap<>();
  private final List<String[]> care = new ArrayList<>();
  private final StringBuilder patients = new StringBuilder("patient_id,date_of_birth,sex,date_of_death\n");
  private final StringBuilder registrations = new StringBuilder("patient_id,practice_code,start_date,end_date,type\n");
  private final StringBuilder events = new StringBuilder("patient_id,date,code,value,unit,episode\n");
  private final int[] listSizes = new int[2];

  private TwoPractices(Plan plan) throws IOException {
    plan.clusters().forEach((id, cluster) -> codes.put(id.name(), cluster.codes().codes().sorted().toArray()));
    Path list = Path.of("src", "test", "resources", "uk", "rubric", "examples", "two-practices-care.csv");
    Files.readAllLines(list).stream().skip(1).map(line -> line.split(",")).forEach(care::add);
  }

  static void write(Plan plan, Path folder) throws IOException {
    TwoPractices made = new TwoPractices(plan);
    for (int i = 1; i <= PATIENTS; i++) {
      made.live(String.format("Q%04d", i), new Random(202526L * i));
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("patients.csv"), made.patients);
    Files.writeString(folder.resolve("registrations.csv"), made.registrations);
    Files.writeString(folder.resolve("events.csv"), made.events);
    Files.writeString(folder.resolve("practices.csv"), made.practices());
  }

  private String practices() {
    return "practice_code,name,list_size\nA82001,Elm Surgery (synthetic)," + listSizes[0]
        + "\nA82002,Fir Surgery (synthetic)," + listSizes[1] + "\n";
  }

  private void live(String id, Random dice) {
    LocalDate born = END.minusDays(days(dice));
    boolean woman = dice.nextBoolean();
    int practice = dice.nextInt(2);
    LocalDate registered = dice.nextInt(8) == 0 ? END.minusDays(dice.nextInt(400)) : born.plusDays(dice.nextInt(50));
    registered = registered.isBefore(born) ? born : registered;
    patients.append("%s,%s,%s,%n".formatted(id, born, woman ? "F" : "M").replace("\r", ""));
    registrations.append("%s,%s,%s,,GMS%n".formatted(id, "A8200" + (practice + 1), registered).replace("\r", ""));
    listSizes[practice]++;
    String lived = lines(id, born, woman, dice).stream().sorted().collect(Collectors.joining());
    events.append(lived);
  }

  /** More of the ages at which rules look than there are in a town. */
  private static int days(Random dice) {
    int kind = dice.nextInt(10);
    int years = kind == 0 ? dice.nextInt(6) : kind == 1 ? 79 + dice.nextInt(3) : 6 + dice.nextInt(90);
    return years * 365 + years / 4 + 1 + dice.nextInt(365);
  }

  private List<String> lines(String id, LocalDate born, boolean woman, Random dice) {
    List<String> lines = new ArrayList<>();
    Set<String> recorded = new TreeSet<>();
    int age = Period.between(born, END).getYears();
    for (String[] line : care) {
      if (concerns(line[0], age, woman)
          && (line[1].isEmpty() || recorded.contains(line[1]))
          && dice.nextInt(1000) < Integer.parseInt(line[3])) {
        int days = between(dice, Integer.parseInt(line[5]), Integer.parseInt(line[6]));
        LocalDate day = line[4].equals("birth") ? born.plusDays(days) : END.minusDays(days);
        if (!day.isBefore(born) && !day.isAfter(END)) {
          record(id, day, line[2], recorded, lines, dice);
        }
      }
    }
    return lines;
  }

  private static boolean concerns(String who, int age, boolean woman) {
    String[] ages = who.replace("F", "").split("-");
    return (woman || !who.startsWith("F")) && age >= Integer.parseInt(ages[0]) && age <= Integer.parseInt(ages[1]);
  }

  private void record(
      String id, LocalDate day, String what, Set<String> recorded, List<String> lines, Random dice) {
    for (String entry : what.split("\\+")) {
      Matcher read = ENTRY.matcher(entry);
      if (!read.matches() || !codes.containsKey(read.group(1))) {
        throw new IllegalStateException("no rule asks for " + entry);
      }
      long[] all = codes.get(read.group(1));
      recorded.add(read.group(1));
      lines.add("%s,%s,%d,%s,%n".formatted(id, day, all[dice.nextInt(all.length)], value(read, dice)).replace("\r",
          ""));
    }
  }

  private static String value(Matcher read, Random dice) {
    if (read.group(2) == null) {
      return ",";
    }
    BigDecimal number =
        BigDecimal.valueOf(between(dice, Integer.parseInt(read.group(2)), Integer.parseInt(read.group(3))));
    String scale = read.group(4);
    return (scale == null ? number : number.divide(new BigDecimal(scale))).toPlainString() + "," + read.group(5);
  }

  private static int between(Random dice, int low, int high) {
    return low + dice.nextInt(high - low + 1);
  }
}
