/**
 * Why a patient is in or out: each rule that was met, the first condition that failed in it, and the facts used.
 */
package uk.rubric.explain;
