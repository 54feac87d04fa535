/** Tests beside rules as tests of JUnit. */
package uk.rubric.junit;
