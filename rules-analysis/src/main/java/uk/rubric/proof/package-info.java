/**
 * What is proved about the rules of a file beyond types and flow: {@link uk.rubric.proof.RuleProofs}. Each remark
 * comes with a proof or with a patient.
 */
package uk.rubric.proof;
