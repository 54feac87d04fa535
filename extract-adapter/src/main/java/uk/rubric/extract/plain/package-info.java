/**
 * The plain extract, CSV with headers: {@code patients.csv}, {@code registrations.csv}, {@code events.csv} and, if
 * there, {@code practices.csv}. RFC 4180 in UTF-8, with or without a byte order mark, lines ended by CR LF or LF;
 * columns found by name in any order; spaces around a cell do not count. {@link uk.rubric.extract.plain.PlainExtract}
 * opens a folder. Each file may be packed by gzip or zstd, or be stored in another form that a {@link
 * uk.rubric.extract.TableForm} reads as CSV.
 *
 * <p>{@code Opening} reads all but the entries: {@code People} and {@code Registrations} hold them as columns.
 * {@code EventIndex} looks through the entries and cuts them between patients; {@code EventParts} hands out the parts,
 * which {@code EventScan} reads, straight from the file or from {@code EventBuckets} after sorting.
 *
 * <p>Who only counts reads {@code events.csv} in {@code OnePass}, from {@code Chunks}: there is no first look, and a
 * patient who comes again ends the attempt.
 *
 * <p>{@code Preparing} sends the same parts to a {@link uk.rubric.extract.prepared prepared extract}, and
 * {@code PreparedParts} reads them from there.
 */
package uk.rubric.extract.plain;
