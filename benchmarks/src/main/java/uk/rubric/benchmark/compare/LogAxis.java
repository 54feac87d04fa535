package uk.rubric.benchmark.compare;

import java.util.ArrayList;
import java.util.List;

/** Where numbers lie on a logarithmic axis. Immutable. */
record LogAxis(double low, double high, double from, double to) {
  double place(double number) {
    double share = Math.log(number / low) / Math.log(high / low);
    return from + share * (to - from);
  }

  /** 1, 2 and 5 of each power of ten; fewer where that would be many. */
  List<Double> ticks() {
    boolean isWide = high / low > 200;
    List<Double> ticks = new ArrayList<>();
    for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
      for (int digit : isWide ? new int[] {1} : new int[] {1, 2, 5}) {
        if (digit * power >= low * 0.999 && digit * power <= high * 1.001) {
          ticks.add(digit * power);
        }
      }
    }
    return ticks;
  }

  static String label(double number) {
    if (number >= 1_000_000) {
      return Math.round(number / 1_000_000) + " million";
    }
    return number >= 1 ? String.format(java.util.Locale.ROOT, "%,d", Math.round(number)) : Page.figure(number);
  }
}
