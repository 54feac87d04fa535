package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.check.Stretch;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.evidence.Asked;
import uk.rubric.evidence.Asked.Past;
import uk.rubric.evidence.Asked.Question;
import uk.rubric.extract.Extract;
import uk.rubric.extract.PatientExtract;
import uk.rubric.syntax.ServiceNode.AnswerKind;
import uk.rubric.syntax.ServiceNode.Level;

/** What money rests on beside the records. */
class EvidenceAndHistoryTest {
  private static final String EVIDENCE = "level,org_code,item,date,answer";
  private static final String HISTORY = "practice_code,year,output,measure,value";
  private static final LocalDate START = LocalDate.of(2021, 4, 1);
  private static final LocalDate END = LocalDate.of(2022, 3, 31);

  @TempDir Path folder;
  private TinyExtract tiny;

  @BeforeEach
  void begin() {
    tiny = new TinyExtract(folder);
  }

  private record Read(PatientExtract open, List<String> reasons) {}

  private Read read() {
    PatientExtract open = tiny.open();
    Extract whole = Extract.of(open);
    return new Read(open, whole.setAside().reasons().stream()
        .map(reason -> reason.file() + " " + reason.code() + " " + reason.count()).toList());
  }

  @Test
  void readsEveryKindOfAnswer() {
    tiny.with("evidence.csv", EVIDENCE,
        "practice,A81001,AUDIT,2021-05-01,yes",
        "practice,A81001,BEDS,2021-05-01,12.5",
        "PCN,P1,SIGNED,2021-05-01,No",
        "icb,I1,AGREED_DAT,2021-05-01,2021-06-30",
        "practice,A81001,LATER,2021-05-01,yes",
        "practice,A81001,LATER,2021-06-01,unknown",
        "practice,A81001,OLD,2021-03-31,yes");
    Read read = read();

    assertThat(read.reasons()).isEmpty();
    assertThat(reply(read, Level.PRACTICE, "A81001", "AUDIT")).isEqualTo(Reply.YES);
    assertThat(reply(read, Level.PCN, "P1", "SIGNED")).isEqualTo(Reply.NO);
    assertThat(find(read, Level.PRACTICE, "A81001", "BEDS").get(0).number()).contains(new BigDecimal("12.5"));
    assertThat(find(read, Level.ICB, "I1", "AGREED_DAT").get(0).day()).contains(LocalDate.of(2021, 6, 30));
    assertThat(find(read, Level.PRACTICE, "A81001", "LATER")).as("the latest says unknown").isEmpty();
    assertThat(find(read, Level.PRACTICE, "A81001", "OLD")).as("of another period").isEmpty();
    assertThat(find(read, Level.PRACTICE, "B82002", "AUDIT")).isEmpty();
  }

  private static List<Answer> find(Read read, Level level, String organisation, String item) {
    return read.open().answers().find(level, organisation, item, START, END).stream().toList();
  }

  private static Reply reply(Read read, Level level, String organisation, String item) {
    return find(read, level, organisation, item).get(0).reply();
  }

  @Test
  void setsAsideWhatNobodyCouldMean() {
    tiny.with("evidence.csv", EVIDENCE,
        "surgery,A81001,AUDIT,2021-05-01,yes",
        "practice,,AUDIT,2021-05-01,yes",
        "practice,A81001,,2021-05-01,yes",
        "practice,A81001,AUDIT,,yes",
        "practice,A81001,AUDIT,2021-05-01,1e3",
        "practice,A81001,SIGNED,2021-05-01,yes",
        "practice,A81001,SIGNED,2021-05-01,no");
    Read read = read();

    assertThat(read.reasons()).containsExactly(
        "evidence.csv bad-answer 1", "evidence.csv bad-level 1", "evidence.csv blank-item 1",
        "evidence.csv blank-org-code 1", "evidence.csv conflicting-answer 2", "evidence.csv missing-date 1");
    assertThat(read.open().answers().all()).isEmpty();
  }

  @Test
  void readsFiguresOfEarlierYears() {
    tiny.with("history.csv", HISTORY,
        "A81001,2020/21,DM020,points,12.5",
        "A81001,2019,DM020,points,11",
        "A81001,2020-21,CHECKED,measure,40",
        "A81001,2020,DM020,income,",
        "A81001,2020,DM021,points,3",
        "A81001,2020/21,DM021,points,4",
        "A81001,last,DM020,points,3",
        "A81001,2020,DM020,numerator,many");
    Read read = read();

    assertThat(read.reasons()).containsExactly(
        "history.csv bad-value 1", "history.csv bad-year 1", "history.csv conflicting-figure 2");
    assertThat(read.open().history().find("A81001", 2020, "DM020", "points")).contains(new BigDecimal("12.5"));
    assertThat(read.open().history().find("A81001", 2020, "CHECKED", "measure")).contains(new BigDecimal("40"));
    assertThat(read.open().history().find("A81001", 2020, "DM020", "income")).as("blank").isEmpty();
    assertThat(read.open().history().find("A81001", 2020, "DM021", "points")).as("nobody can tell").isEmpty();
  }

  private static final Asked ASKED = new Asked(
      List.of(
          new Question("AUDIT", Level.PRACTICE, AnswerKind.YES_NO, new Stretch(START, END)),
          new Question("BEDS", Level.PCN, AnswerKind.NUMBER, new Stretch(START, END))),
      List.of(new Past("CHECKED", "measure", 2020, Level.PRACTICE), new Past("DM020", "points", 2020, Level.PRACTICE)),
      Set.of("DM_REG"), Set.of(Level.PRACTICE));

  @Test
  void countsAnswersThatLookLikeASlip() {
    tiny.with("practices.csv", "practice_code,list_size,pcn_code", "A81001,900,P1")
        .with("evidence.csv", EVIDENCE,
            "practice,A81001,AUDIT,2021-05-01,unknown",
            "practice,A81001,AUDITT,2021-05-01,yes",
            "practice,A81001,AUDIT,2021-06-01,12",
            "practice,A81001,AUDIT,2022-04-14,yes",
            "practice,A81001,BEDS,2021-05-01,40",
            "pcn,P1,BEDS,2021-05-01,40",
            "practice,A81001,SCREENED,2021-05-01,yes",
            "pcn,P9,BEDS,2021-05-01,40");
    Extract extract = tiny.read(ASKED);

    assertThat(TinyExtract.warnings(extract)).containsExactly(
        "evidence.csv unasked-answer 1", "evidence.csv unasked-date 1", "evidence.csv unasked-item 1",
        "evidence.csv unasked-level 1");
    assertThat(extract.setAside().reasons()).isEmpty();
    assertThat(TinyExtract.places(extract.messages())).containsExactlyInAnyOrder(
        "warning unasked-item evidence.csv:3 item",
        "warning unasked-answer evidence.csv:4 answer",
        "warning unasked-date evidence.csv:5 date",
        "warning unasked-level evidence.csv:6 level",
        "notice not-asked evidence.csv:0", "notice not-asked evidence.csv:0");
    assertThat(extract.messages()).extracting(m -> m.help().orElse(m.message())).containsExactlyInAnyOrder(
        "did you mean `AUDIT`?",
        "`AUDIT` is answered with `yes`, `no` or `unknown`",
        "`AUDIT` is asked for days from 2021-04-01 to 2022-03-31: the date says what the answer is for, not when it was"
            + " handed in",
        "`BEDS` is asked per pcn: write the level `pcn` and the code of one",
        "1 row is of items that this service does not ask, and not read",
        "1 row is of organisations outside this extract, and not read");
  }

  @Test
  void countsFiguresThatLookLikeASlip() {
    tiny.with("history.csv", HISTORY,
        "A81001,2020,CHECKED,value,40",
        "A81001,2021,CHECKED,measure,41",
        "A81001,2020,CHEKED,measure,40",
        "A81001,2020,DM020,points,12.5",
        "A81001,2019,DM020,points,11",
        "A81001,2020,DM020,numerator,300",
        "A81001,2020,DM_REG,count,400",
        "A81001,2020,,list_size,9000",
        "B82002,2020,DM020,points,12");
    Extract extract = tiny.read(ASKED);

    assertThat(TinyExtract.warnings(extract)).containsExactly(
        "history.csv unasked-item 1", "history.csv unasked-measure 1", "history.csv unasked-year 1");
    assertThat(extract.messages()).extracting(m -> m.help().orElse(m.message())).containsExactlyInAnyOrder(
        "did you mean `CHECKED`?",
        "`CHECKED` is asked as `measure`",
        "`CHECKED` is asked of the year that starts in 2020",
        "4 rows are of figures that this service does not ask, and not read",
        "1 row is of organisations outside this extract, and not read");
  }

  @Test
  void countsRowsOfAnOrganisationThatIsMostLikelyMisspelt() {
    tiny.with("practices.csv", "practice_code,list_size,pcn_code", "A81001,900,P1", "A81002,800,P1")
        .with("evidence.csv", EVIDENCE,
            "practice,A81OO1,AUDIT,2021-05-01,yes",
            "practice,High Street,AUDIT,2021-05-01,yes",
            "pcn,A81002,BEDS,2021-05-01,40")
        .with("history.csv", HISTORY, "A81001,2020,CHECKED,measure,40", "A8l002,2020,CHECKED,measure,50",
            "P1,2020,CHECKED,measure,90", "P1,2020,DM020,points,3", "I9,2020,DM020,points,3");
    Extract extract = tiny.read(ASKED);

    assertThat(TinyExtract.warnings(extract))
        .containsExactly("evidence.csv unknown-organisation 3", "history.csv unknown-organisation 2");
    assertThat(TinyExtract.places(extract.messages())).containsExactlyInAnyOrder(
        "warning unknown-organisation evidence.csv:2 org_code",
        "warning unknown-organisation evidence.csv:3 org_code",
        "warning unknown-organisation evidence.csv:4 org_code",
        "warning unknown-organisation history.csv:3 practice_code",
        "warning unknown-organisation history.csv:6 practice_code");
    assertThat(extract.messages()).extracting(m -> m.help().orElse(m.message())).containsExactlyInAnyOrder(
        "did you mean `A81001`?", "`A81001` waits for this: write the code that the extract has",
        "this code is of another level than `pcn`", "did you mean `A81002`?",
        "`A81001` waits for this: write the code that the extract has");
  }

  /** A file for a whole ICB has more organisations that the extract lacks than such as wait in it. */
  @Test
  void takesOrganisationsOutsideTheExtractForInOrder() {
    tiny.with("practices.csv", "practice_code,list_size", "A81001,900", "A81002,800")
        .with("evidence.csv", EVIDENCE,
            "practice,A81001,AUDIT,2021-05-01,yes",
            "practice,A81003,AUDIT,2021-05-01,yes",
            "practice,A81004,AUDIT,2021-05-01,yes",
            "practice,A 8 1 0 0 1,AUDIT,2021-06-01,no");
    Extract extract = tiny.read(ASKED);

    assertThat(TinyExtract.warnings(extract)).as("one that is no other's code").containsExactly(
        "evidence.csv unknown-organisation 1");
    assertThat(extract.messages()).extracting(m -> m.help().orElse(m.message())).containsExactlyInAnyOrder(
        "did you mean `A81001`?", "2 rows are of organisations outside this extract, and not read");
  }

  @Test
  void countsPracticesOfAPcnThatNameAnotherIcbThanTheFirst() {
    String[] rows = {"practice_code,pcn_code,icb_code", "A81003,P1,I2", "A81001,P1,I1", "A81002,P1,", "B82001,P2,I2",
        "B82002,,I1"};
    tiny.with("practices.csv", rows);
    Asked withPcns = new Asked(List.of(), List.of(), Set.of(), Set.of(Level.PCN));

    assertThat(TinyExtract.warnings(tiny.read(withPcns))).containsExactly("practices.csv divided-pcn 1");
    assertThat(TinyExtract.places(tiny.read(withPcns).messages()))
        .containsExactly("warning divided-pcn practices.csv:2 icb_code");
    assertThat(TinyExtract.warnings(tiny.read(ASKED))).as("nothing is paid to a PCN").isEmpty();
  }

  @Test
  void saysNothingWhileNobodyAsks() {
    tiny.with("evidence.csv", EVIDENCE, "practice,A81001,AUDITT,2021-05-01,yes");

    assertThat(tiny.read().messages()).isEmpty();
  }

  @Test
  void withoutTheFilesThereIsNothing() {
    Read read = read();

    assertThat(read.open().answers().all()).isEmpty();
    assertThat(read.open().history().find("A81001", 2020, "DM020", "points")).isEmpty();
  }

  @Test
  void readsToWhomAPracticeBelongs() {
    tiny.with("practices.csv", "practice_code,list_size,weighted_list,pcn_code,icb_code", "A81001,900,912.25,P1,I1",
        "B82002,900,-1,P1,I1");
    Read read = read();

    assertThat(read.reasons()).containsExactly("practices.csv bad-value 1");
    assertThat(read.open().practices().get(0)).satisfies(practice -> {
      assertThat(practice.weightedList()).contains(new BigDecimal("912.25"));
      assertThat(practice.pcn()).contains("P1");
      assertThat(practice.icb()).contains("I1");
    });
  }
}
