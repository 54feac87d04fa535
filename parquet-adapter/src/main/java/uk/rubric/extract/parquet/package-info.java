/**
 * Files of an extract in Parquet, found by {@link java.util.ServiceLoader} as a {@link uk.rubric.extract.TableForm}:
 * each is handed on as the CSV that says the same, so that nothing of an extract is decided here.
 *
 * <p>{@code Footer} finds columns and pages in a file, {@code ChunkPages} reads pages one at a time, and parquet-java
 * takes the values out of them. A {@code Cell} writes those of a column as text, and {@code ParquetText} joins cells
 * to lines. Everything that a file claims is held against its size before memory is taken for it.
 */
package uk.rubric.extract.parquet;
