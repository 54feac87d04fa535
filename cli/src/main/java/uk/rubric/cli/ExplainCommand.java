package uk.rubric.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.explain.Explainer;
import uk.rubric.explain.Explanation;
import uk.rubric.explain.ExplanationJson;
import uk.rubric.explain.ExplanationText;
import uk.rubric.extract.Extract;
import uk.rubric.extract.PatientExtract;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.service.Unchosen;

/** {@code rubric explain}: why a patient is in or out. */
@Command(
    name = "explain",
    description = "Tells why a patient is in or out: each rule that was met, and the facts that were used.",
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private ErrorOption errors;

  /** How the explanation is written. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORM",
      description = "How the explanation is written: ${COMPLETION-CANDIDATES}. Default: text.")
  private Format format;

  @Option(names = "--patient", required = true, paramLabel = "ID", description = "The patient_id of the extract.")
  private String patient;

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      description = "The register, indicator, group, cohort or classification to explain. "
          + "Default: all registers and indicators.")
  private String indicator;

  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Messages messages = errors.messages(spec);
    options.check(spec.commandLine());
    return Preparation.of(options, messages).map(p -> explain(p, messages)).orElse(ExitCode.INVALID_RULES);
  }

  private int explain(Preparation preparation, Messages messages) {
    List<Output> outputs = outputs(preparation);
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr());
        PatientExtract extract = preparation.extract(progress)) {
      List<PatientRecord> records = Extract.records(extract, patient::equals);
      progress.clear();
      messages.show(extract.messages());
      if (records.isEmpty()) {
        throw unknownPatient();
      }
      Plan plan = preparation.choosing(extract).plan();
      List<Unchosen> unchosen = Unchosen.of(plan, records.stream().map(PatientRecord::practice).distinct().toList());
      messages.show(UnchosenWords.of(unchosen, options.extract));
      List<PatientRecord> decided = records.stream().filter(r -> plan.awaits(r.practice()).isEmpty()).toList();
      PrintWriter writer = spec.commandLine().getOut();
      writer.print(text(explanations(plan, decided, outputs)));
      writer.flush();
      return extract.setAside().isNothing() && unchosen.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
  }

  /** Those of each practice's record of the patient and of each output, and each as the evaluator decided. */
  private List<Explanation> explanations(Plan plan, List<PatientRecord> records, List<Output> outputs) {
    Explainer explainer = new Explainer(plan);
    List<PatientOutcome> outcomes = options.evaluator(plan).evaluate(records);
    List<Explanation> explanations = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      for (Output output : outputs) {
        for (Explanation explanation : explainer.explain(records.get(i), output)) {
          requireAgreement(explanation, outcomes.get(i), output);
          explanations.add(explanation);
        }
      }
    }
    return explanations;
  }

  private String text(List<Explanation> explanations) {
    return format == Format.JSON
        ? ExplanationJson.of(explanations)
        : explanations.stream().map(ExplanationText::of).collect(Collectors.joining("\n"));
  }

  private List<Output> outputs(Preparation preparation) {
    if (indicator == null) {
      return preparation.plan().outputs();
    }
    List<Output> all = new Explainer(preparation.plan()).explainable();
    List<Output> asked = all.stream().filter(o -> o.id().equals(indicator)).toList();
    if (asked.isEmpty()) {
      throw unknownOutput(all.stream().map(Output::id).distinct().toList());
    }
    return asked;
  }

  private CouldNotRun unknownOutput(List<String> known) {
    Optional<String> close = Suggestion.closest(indicator, known);
    return new CouldNotRun(
        Diagnostic.at(
                new Place.OnCommand(),
                RunDiagnostic.UNKNOWN_OUTPUT,
                "the service has no register, indicator, group, cohort or classification `" + indicator + "`")
            .withHelp(close.map(c -> "did you mean `" + c + "`?").orElse("it has " + String.join(", ", known))));
  }

  private CouldNotRun unknownPatient() {
    return new CouldNotRun(
        Diagnostic.at(
                Place.of(options.extract.toString()),
                RunDiagnostic.UNKNOWN_PATIENT,
                "the extract has no patient `" + patient + "` with a registration at a practice")
            .withHelp("the patient may have been set aside: see the messages above, if any"));
  }

  private static void requireAgreement(Explanation explanation, PatientOutcome outcome, Output output) {
    if (!explanation.outcome().equals(outcome)) {
      throw new IllegalStateException("the explanation of " + output.id() + " differs from the evaluator");
    }
  }
}
