package uk.rubric.benchmark.stage;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** How many characters the cells of a row have: nothing less can be asked of the library. For one thread. */
final class CellLengths extends AbstractBaseCsvCallbackHandler<Integer> {
  private int length;

  @Override
  protected void handleBegin(long line) {
    length = 0;
  }

  @Override
  protected void handleField(int place, char[] text, int start, int count, boolean quoted) {
    length += count;
  }

  @Override
  protected Integer buildRecord() {
    return length;
  }
}
