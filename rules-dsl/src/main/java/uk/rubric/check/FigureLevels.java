package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode.Level;

/** Whose figures a figure may read as they are, and what else it must say: amounts of others are summed or shared. */
final class FigureLevels {
  private FigureLevels() {}

  /** Whether a figure of {@code site} may name the other as it is; if not, that is reported. */
  static boolean canRead(Name name, Figures.Signature figure, Each site, Problems problems) {
    Optional<String> help = finer(name, figure.each(), site).or(() -> coarser(name, figure, site));
    help.ifPresent(h -> problems.add(refusal(name, figure.each(), site, h)));
    return help.isEmpty();
  }

  /** Whether a figure of {@code site} may ask an evidence; if not, that is reported. */
  static boolean canAsk(Name name, Each evidence, Each site, Problems problems) {
    boolean finer = evidence.level().compareTo(site.level()) < 0 || evidence.every().compareTo(site.every()) < 0;
    if (finer) {
      problems.add(refusal(name, evidence, site, "ask it of the same organisation, for the same time"));
    }
    return !finer;
  }

  private static Diagnostic refusal(Name name, Each each, Each site, String help) {
    return Diagnostic.at(name.span(), RuleDiagnostic.FIGURE_LEVEL,
            quote(name) + " is " + AggregateChecker.words(each) + ", and is read in a figure "
                + AggregateChecker.words(site))
        .withHelp(help);
  }

  private static Optional<String> finer(Name name, Each each, Each site) {
    if (each.level().compareTo(site.level()) < 0) {
      return Optional.of("write " + quote("sum of " + name.text() + " over "
          + (each.level() == Level.PATIENT ? "patients" : "practices")));
    }
    return each.every().compareTo(site.every()) < 0
        ? Optional.of("write " + quote(
            "sum of " + name.text() + " over " + each.every().name().toLowerCase(Locale.ROOT) + "s"))
        : Optional.empty();
  }

  /** An amount of more than the site has would be counted several times; a ratio or a plain number is no amount. */
  private static Optional<String> coarser(Name name, Figures.Signature figure, Each site) {
    boolean amount = figure.kind() == Kind.MONEY || figure.kind() == Kind.POINTS || figure.kind() == Kind.PATIENTS;
    boolean longer = figure.each().every().compareTo(site.every()) > 0;
    boolean above = site.level() != Level.PATIENT && figure.each().level().compareTo(site.level()) > 0;
    if (!amount || !above && !longer) {
      return Optional.empty();
    }
    return Optional.of(above
        ? "give the share a figure of its own: " + quote("share of " + name.text() + " by LIST")
        : "give the share a figure of its own: "
            + quote("share of " + name.text() + " by " + site.every().name().toLowerCase(Locale.ROOT)));
  }
}
