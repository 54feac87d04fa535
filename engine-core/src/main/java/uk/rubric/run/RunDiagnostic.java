package uk.rubric.run;

import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** What can stop a run or make its result incomplete, apart from the rules and the extract. */
public enum RunDiagnostic implements DiagnosticCode {
  /** The run needs a code cluster that is not there. */
  MISSING_CLUSTER,
  /** A code cluster has no codes. */
  EMPTY_CLUSTER,
  /** A code cluster is of another version than the rules pin. */
  CLUSTER_VERSION,
  /** A code cluster cannot be read in full. */
  UNREADABLE_CLUSTER,
  /** There is no folder of code clusters. */
  MISSING_CLUSTER_FOLDER,
  /** A parameter has no value at PPED. */
  NO_PARAMETER_VALUE,
  /** The rules hold no service, or several and none was chosen. */
  WHICH_SERVICE,
  /** The achievement date lies before the service's period. */
  TOO_EARLY,
  /** A file or folder is not there or cannot be read. */
  MISSING_FILE,
  /** A file could not be written. */
  NOT_WRITTEN,
  /** A list of the care of synthetic patients cannot be read. */
  BAD_CARE_LIST,
  /** A list of practices, networks and boards cannot be read, or nothing in it fits. */
  BAD_ORGANISATIONS,
  /** The command's arguments do not fit. */
  ARGUMENTS,
  /** The patient asked for is not in the extract. */
  UNKNOWN_PATIENT,
  /** The register or indicator asked for is not in the service. */
  UNKNOWN_OUTPUT,
  /** The practice asked for is not in the extract. */
  UNKNOWN_PRACTICE,
  /** Two services are to be compared on the dates of one, and their periods are not of one length. */
  PERIODS_DIFFER,
  /** A comparison found what its gate does not let pass. */
  UNWANTED_CHANGE,
  /** A practice's income cannot be computed, as for a list of nobody; the run goes on. */
  INCOME_NOT_COMPUTABLE,
  /** A practice's entries end before the achievement date, where more were to be expected; the run goes on. */
  ENTRIES_END_EARLY,
  /** A service, or a day, of which no forecast can be made. */
  NO_FORECAST,
  /**
   * A practice's records of the year before are few or missing, so that a forecast misleads or is none; the run goes
   * on.
   */
  FORECAST_HISTORY_THIN,
  /** A practice has not chosen the day by which its patients are decided; the run goes on. */
  DAY_NOT_CHOSEN,
  /** A practice may still choose a day, and is taken to choose the last; the run goes on. */
  DAY_ASSUMED,
  /** The day that a practice chose lies outside the time that it is for; the run goes on. */
  DAY_OUTSIDE,
  /** The memory does not suffice. */
  OUT_OF_MEMORY,
  /** A fault of this program. */
  INTERNAL_ERROR;

  @Override
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return switch (this) {
      case INCOME_NOT_COMPUTABLE, ENTRIES_END_EARLY, FORECAST_HISTORY_THIN, DAY_NOT_CHOSEN, DAY_ASSUMED, DAY_OUTSIDE ->
          Severity.WARNING;
      default -> Severity.ERROR;
    };
  }
}
