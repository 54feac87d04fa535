package uk.rubric.terminology;

import java.util.Optional;

/**
 * A code cluster as it was found.
 *
 * @param version of its content, when the origin states one
 * @param origin where it was found, as a reader names it: a file, a reference set of a release
 */
public record CodeCluster(String name, CodeSet codes, Optional<String> version, String origin) {}
