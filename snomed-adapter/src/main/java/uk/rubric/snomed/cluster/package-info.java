/**
 * Code clusters from a folder of CSV files, one {@code NAME.csv} with the columns code and term for each cluster
 * ({@link uk.rubric.snomed.cluster.ClusterFolder}). Only files of clusters that are asked for are read. Such a file
 * states no version.
 */
package uk.rubric.snomed.cluster;
