package uk.rubric.evaluate.fields;

/**
 * Where a row has what belongs to a unit of ladders.
 *
 * @param array the slot of the array
 * @param place of the entry that is looked at
 * @param first the first slot of the fields that are drawn for each entry
 * @param end one past the last
 */
record UnitSlots(int array, int place, int first, int end) {}
