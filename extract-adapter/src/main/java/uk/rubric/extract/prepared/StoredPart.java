package uk.rubric.extract.prepared;

/**
 * A part as bytes.
 *
 * @param head who is in it, and where their entries lie in the body
 */
record StoredPart(byte[] head, byte[] body) {}
