/**
 * Published rule tables to the text of a rule file: {@link uk.rubric.imports.TableImport}. Tables are known by their
 * columns and cells by their form; no indicator, field or code cluster is known by name. What a cell says is carried
 * over whole or is an error; what the tables leave open is marked in the text that is written.
 */
package uk.rubric.imports;
