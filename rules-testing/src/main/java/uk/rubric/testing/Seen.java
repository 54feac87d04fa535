package uk.rubric.testing;

import uk.rubric.check.CheckedTest;
import uk.rubric.evaluate.PatientView;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.result.PatientOutcome;

/** One patient of a test, with all that the rules see and decide. */
record Seen(
    CheckedTest test, CheckedTest.Patient patient, Plan plan, PatientRecord record, PatientView view,
    PatientOutcome outcome) {}
