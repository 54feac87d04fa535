package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.ExpressionNode.Over;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.syntax.ServiceNode.Level;

/** Checks sums, shares and figures of the year before: formulas that reach over organisations, months and years. */
final class AggregateChecker {
  private final FormulaChecker formulas;
  private final Figures figures;
  private final Each site;

  AggregateChecker(FormulaChecker formulas) {
    this.formulas = formulas;
    this.figures = formulas.figures();
    this.site = formulas.site();
  }

  private Optional<Formula> refuse(Span span, RuleDiagnostic code, String message, String help) {
    formulas.problems().add(Diagnostic.at(span, code, message).withHelp(help));
    return Optional.empty();
  }

  /** {@code sum of M over practices}. */
  Optional<Formula> sum(ExpressionNode.SumOver node) {
    Optional<Figures.Signature> summed = figures.figure(node.figure());
    if (summed.isEmpty()) {
      return Optional.empty();
    }
    Each wanted = wanted(node.over());
    Each each = summed.get().each();
    boolean higher = node.over() != Over.MONTHS && node.over() != Over.QUARTERS
        ? site.level().compareTo(wanted.level()) > 0 : site.every().compareTo(wanted.every()) > 0;
    if (!each.equals(wanted) || !higher) {
      return refuse(node.span(), RuleDiagnostic.FIGURE_LEVEL,
          quote(node.figure()) + " is " + words(each) + ", and the sum is one of figures " + words(wanted)
              + " in a figure " + words(site),
          "sum over what the figure is for: patients, practices, months or quarters");
    }
    formulas.dependsOn(node.figure().text());
    Optional<Formula.Cap> cap = node.cap().flatMap(c -> cap(c, node));
    return node.cap().isPresent() && cap.isEmpty()
        ? Optional.empty()
        : Optional.of(new Formula.SumOver(figures.formula(node.figure(), summed.get()), node.over(), cap));
  }

  private Each wanted(Over over) {
    return switch (over) {
      case PATIENTS -> new Each(Level.PATIENT, site.every());
      case PRACTICES -> new Each(Level.PRACTICE, site.every());
      case MONTHS -> new Each(site.level(), Every.MONTH);
      case QUARTERS -> new Each(site.level(), Every.QUARTER);
    };
  }

  /** A cap says how many, and which ones it keeps when they have several prices. */
  private Optional<Formula.Cap> cap(ExpressionNode.Cap node, ExpressionNode.SumOver sum) {
    Optional<Formula> most = node.most().accept(formulas);
    if (most.isPresent() && FormulaKinds.like(most.get().kind(), Kind.PATIENTS).isEmpty()) {
      refuse(node.most().span(), RuleDiagnostic.FORMULA_KIND,
          "a cap is a number of patients, and this is " + FormulaChecker.words(most.get().kind()),
          "write for instance `capped at 120 patients`");
      return Optional.empty();
    }
    if (sum.over() != Over.PATIENTS) {
      refuse(node.span(), RuleDiagnostic.CAP_UNCLEAR, "only a sum over patients is capped by a number of patients",
          "take `lowest of` the sum and its limit");
      return Optional.empty();
    }
    if (node.keeping().isEmpty() && figures.hasSeveralPrices(sum.figure())) {
      refuse(node.span(), RuleDiagnostic.CAP_UNCLEAR,
          "patients have several prices in " + quote(sum.figure()) + ", and the cap does not say which ones it keeps",
          "add `keeping highest`, `keeping lowest`, or `keeping share` for the same part of each price");
      return Optional.empty();
    }
    return most.map(m -> new Formula.Cap(m, node.keeping()));
  }

  /** {@code share of CAN04 by LIST}, {@code share of (BLOCK_YEAR * LIST) by MONTH}: the whole formula of a figure. */
  Optional<Formula> share(ExpressionNode.ShareOf node, boolean rounded) {
    if (!rounded) {
      return refuse(node.span(), RuleDiagnostic.SHARE_NOT_ALONE,
          "a share does not say to what it is rounded, and shares must add up to the whole",
          "add `rounded half up to £0.01`, or what else the source says");
    }
    return node.part().isPresent() ? byTime(node, node.part().get()) : byWeight(node, node.weight().orElseThrow());
  }

  private Optional<Formula> byTime(ExpressionNode.ShareOf node, Every stretch) {
    if (site.every() != stretch) {
      String word = stretch.name().toLowerCase(Locale.ROOT);
      return refuse(node.span(), RuleDiagnostic.FIGURE_LEVEL,
          "a share by " + word + " stands in a figure " + quote("per " + word), "let the figure be for each " + word);
    }
    FormulaChecker whole = formulas.at(new Each(site.level(), Every.YEAR));
    return node.whole().accept(whole).map(w -> new Formula.ShareOf(w, Optional.empty()));
  }

  private Optional<Formula> byWeight(ExpressionNode.ShareOf node, Name by) {
    if (!(node.whole() instanceof ExpressionNode.Reference named)) {
      return refuse(node.whole().span(), RuleDiagnostic.WRONG_KIND,
          "what is shared among organisations has a name, as it is one amount for all of them",
          "give it a `measure` or `pay` of its own, per pcn or per icb");
    }
    Optional<Figures.Signature> whole = figures.figure(named.name());
    Optional<Formula> weight = figures.find(by, site);
    if (whole.isEmpty() || weight.isEmpty()) {
      return Optional.empty();
    }
    Each each = whole.get().each();
    if (each.level().compareTo(site.level()) <= 0 || each.every() != site.every()) {
      return refuse(named.span(), RuleDiagnostic.FIGURE_LEVEL,
          quote(named.name()) + " is " + words(each) + ", and a figure " + words(site)
              + " shares what an organisation above has for the same time",
          "share a figure `per pcn` or `per icb`");
    }
    if (weight.get().kind() == Kind.DATE) {
      return refuse(by.span(), RuleDiagnostic.FORMULA_KIND,
          "a share goes by numbers or amounts, and this is " + FormulaChecker.words(weight.get().kind()),
          "share by `LIST`, `WEIGHTED_LIST` or a measure");
    }
    formulas.dependsOn(named.name().text());
    return Optional.of(new Formula.ShareOf(figures.formula(named.name(), whole.get()), weight));
  }

  /** {@code previous of CHECKED}. */
  Optional<Formula> previous(ExpressionNode.PreviousOf node) {
    if (node.figure() instanceof ExpressionNode.Reference named && named.on().isEmpty()) {
      Optional<Figures.Signature> figure = figures.figure(named.name());
      Optional<Figures.Signature> whole = figure.filter(f -> f.each().every() == Every.YEAR
          && f.each().level() != Level.PATIENT && f.each().level().compareTo(site.level()) >= 0);
      if (figure.isPresent() && whole.isEmpty()) {
        return refuse(node.span(), RuleDiagnostic.FIGURE_LEVEL,
            quote(named.name()) + " is " + words(figure.get().each())
            + ", and the year before is asked for in a figure "
                + words(site),
            "ask for a figure of the same organisation for a whole year");
      }
      return whole.map(w -> new Formula.Previous(figures.formula(named.name(), w)));
    }
    Optional<Formula> figure = node.figure() instanceof ExpressionNode.Of of
        ? of.accept(formulas) : refuse(node.figure().span(), RuleDiagnostic.WRONG_KIND,
            quote(node.figure().span().text()) + " has no name under which a history could hold it",
            "ask for a measure, a payment, `points of`, `size of`, `numerator of` or another count");
    return figure.map(Formula.Previous::new);
  }

  /** {@code per practice per quarter}. */
  static String words(Each each) {
    String every = each.every() == Every.YEAR ? "" : " per " + each.every().name().toLowerCase(Locale.ROOT);
    return "`per " + each.level().name().toLowerCase(Locale.ROOT) + every + "`";
  }
}
