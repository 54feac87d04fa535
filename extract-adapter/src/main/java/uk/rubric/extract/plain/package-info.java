/**
 * The plain extract, CSV with headers: {@code patients.csv}, {@code registrations.csv}, {@code events.csv} and, if
 * there, {@code practices.csv}. RFC 4180 in UTF-8, with or without a byte order mark, lines ended by CR LF or LF;
 * columns found by name in any order; spaces around a cell do not count. {@link uk.rubric.extract.plain.PlainExtract}
 * reads a folder.
 */
package uk.rubric.extract.plain;
