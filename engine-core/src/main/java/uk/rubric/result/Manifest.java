package uk.rubric.result;

/**
 * What a result was made from, so that it can be made again.
 *
 * @param rulesSha256 over the rule files, in the order of their names
 * @param clustersSha256 over the code clusters that were used
 * @param clusterVersion the one version of the code clusters, or {@code unknown}
 * @param clusterOrigin where the code clusters came from, and by whose choice
 * @param extractSha256 over the files of the extract
 */
public record Manifest(
    String engineVersion,
    String rulesSha256,
    String clustersSha256,
    String clusterVersion,
    String clusterOrigin,
    String extractSha256) {}
