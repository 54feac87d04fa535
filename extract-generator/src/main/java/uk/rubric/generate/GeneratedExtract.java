package uk.rubric.generate;

/** How many records of each kind were written. */
public record GeneratedExtract(long patients, long registrations, long events) {}
