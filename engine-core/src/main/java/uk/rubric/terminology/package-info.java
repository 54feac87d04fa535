/**
 * The port to code clusters: {@link uk.rubric.terminology.CodeClusters}, implemented elsewhere.
 */
package uk.rubric.terminology;
