package uk.rubric.extract.parquet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import uk.rubric.extract.RangeInput;
import uk.rubric.extract.parquet.Refusal.Unchecked;

/**
 * The pages of one column of one row group, each read when it is asked for; the one before is gone then. Where the
 * writer left sums, pages are held against them. For one thread.
 */
final class ChunkPages implements PageReader {
  private static final int BUFFER = 1 << 15;

  /** The longest page: that of the largest that a usual writer makes, and some more. */
  private static final int LONGEST = 1 << 27;

  // No value is looked for by what pages say of their values.
  private static final Statistics<?> NO_STATISTICS = null;

  private final ColumnMetaData chunk;
  private final int leastBytes;
  private final InputStream in;
  private final long end;
  private final RangeInput range;
  private final Unpacker unpacker;
  private byte[] stored = {};
  private long values;
  private PageHeader next;

  /**
   * @param leastBytes how many bytes a value takes at least where values stand one behind the other
   * @param end where pages end at the latest
   */
  ChunkPages(FileChannel file, ColumnMetaData chunk, int leastBytes, long end) throws IOException {
    this.chunk = chunk;
    this.leastBytes = leastBytes;
    this.end = end;
    long first = chunk.getData_page_offset();
    boolean dictionaryFirst = chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > 0
        && chunk.getDictionary_page_offset() < first;
    long start = dictionaryFirst ? chunk.getDictionary_page_offset() : first;
    require(start > 0 && start < end);
    this.range = new RangeInput(file, start, end);
    this.in = new BufferedInputStream(range, BUFFER);
    this.unpacker = Unpacker.of(chunk.getCodec());
  }

  @Override
  public long getTotalValueCount() {
    return chunk.getNum_values();
  }

  @Override
  public DictionaryPage readDictionaryPage() {
    try {
      PageHeader header = header();
      if (header.getType() != PageType.DICTIONARY_PAGE) {
        next = header;
        return null;
      }
      DictionaryPageHeader dictionary = header.getDictionary_page_header();
      int length = header.getUncompressed_page_size();
      require(dictionary.getNum_values() >= 0 && (long) dictionary.getNum_values() * leastBytes <= length);
      byte[] bytes = unpacker.room(length, header.getCompressed_page_size());
      unpacker.unpack(stored(header), 0, header.getCompressed_page_size(), bytes, 0, length);
      return new DictionaryPage(
          BytesInput.from(bytes), dictionary.getNum_values(), encoding(dictionary.getEncoding()));
    } catch (IOException e) {
      throw new Unchecked(e);
    }
  }

  @Override
  public DataPage readPage() {
    try {
      while (true) {
        PageHeader header = next == null ? header() : next;
        next = null;
        byte[] bytes = stored(header);
        if (header.getType() == PageType.DATA_PAGE && count(header.getData_page_header().getNum_values()) > 0) {
          return first(header, bytes);
        }
        if (header.getType() == PageType.DATA_PAGE_V2 && count(header.getData_page_header_v2().getNum_values()) > 0) {
          return second(header, bytes);
        }
        require(header.getType() != PageType.DICTIONARY_PAGE);
      }
    } catch (IOException e) {
      throw new Unchecked(e);
    }
  }

  private int count(int more) throws IOException {
    values += more;
    require(more >= 0 && values <= chunk.getNum_values());
    return more;
  }

  private PageHeader header() throws IOException {
    PageHeader header = Util.readPageHeader(in);
    require(header.getType() != null);
    require(header.getCompressed_page_size() >= 0 && header.getUncompressed_page_size() >= 0);
    if (Math.max(header.getCompressed_page_size(), header.getUncompressed_page_size()) > LONGEST) {
      throw Refusal.largePage();
    }
    return header;
  }

  /** The bytes behind a header; they are others after the next call. */
  private byte[] stored(PageHeader header) throws IOException {
    int length = header.getCompressed_page_size();
    require(length <= range.left() + BUFFER);
    stored = stored.length < length ? new byte[length] : stored;
    require(in.readNBytes(stored, 0, length) == length);
    if (header.isSetCrc()) {
      CRC32 sum = new CRC32();
      sum.update(stored, 0, length);
      require((int) sum.getValue() == header.getCrc());
    }
    return stored;
  }

  private DataPage first(PageHeader header, byte[] bytes) throws IOException {
    DataPageHeader page = header.getData_page_header();
    int length = header.getUncompressed_page_size();
    byte[] unpacked = unpacker.room(length, header.getCompressed_page_size());
    unpacker.unpack(bytes, 0, header.getCompressed_page_size(), unpacked, 0, length);
    return new DataPageV1(
        BytesInput.from(unpacked), page.getNum_values(), length, NO_STATISTICS,
        encoding(page.getRepetition_level_encoding()), encoding(page.getDefinition_level_encoding()),
        encoding(page.getEncoding()));
  }

  /** Whose levels are never compressed. */
  private DataPage second(PageHeader header, byte[] bytes) throws IOException {
    DataPageHeaderV2 page = header.getData_page_header_v2();
    int repetitions = page.getRepetition_levels_byte_length();
    int definitions = page.getDefinition_levels_byte_length();
    require(repetitions >= 0 && definitions >= 0);
    require((long) repetitions + definitions <= header.getCompressed_page_size());
    int levels = repetitions + definitions;
    int length = header.getUncompressed_page_size();
    require(levels <= length);
    byte[] unpacked = unpacker.room(length, header.getCompressed_page_size());
    System.arraycopy(bytes, 0, unpacked, 0, levels);
    Unpacker data = page.isIs_compressed() ? unpacker : Unpacker.NONE;
    data.unpack(bytes, levels, header.getCompressed_page_size() - levels, unpacked, levels, length - levels);
    return DataPageV2.uncompressed(
        page.getNum_rows(), page.getNum_nulls(), page.getNum_values(),
        BytesInput.from(unpacked, 0, repetitions), BytesInput.from(unpacked, repetitions, definitions),
        encoding(page.getEncoding()), BytesInput.from(unpacked, levels, length - levels), NO_STATISTICS);
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding said) {
    return Encoding.valueOf(said.name());
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw Refusal.damaged();
    }
  }
}
