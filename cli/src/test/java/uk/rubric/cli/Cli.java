package uk.rubric.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the command within the test, over files that the test writes. */
final class Cli {
  /** What a command ended with. */
  record Ended(int code, String out, String err) {}

  /** A service over one register and one indicator, with a payment. */
  static final String RULES =
      """
      ruleset X "Example" version 1.0 {
        day PPED
        day ACHV_DAT
        cluster X_COD "Diagnosis" = refset 999004691000230108 version 304
        cluster T_COD "Test" = refset 999003251000230103 version 301
        reason LATE = pca general "Registered late"
        field REG_DAT = latest REGISTRATION where date <= ACHV_DAT
        field DEREG_DAT = earliest DEREGISTRATION where date > REG_DAT
        field X_DAT = latest X_COD where date <= ACHV_DAT
        field T_DAT = latest T_COD where date <= ACHV_DAT
        field T_VAL = lowest value of T_COD on T_DAT in mmol/mol
        group GMS of everyone {
          1: if (REG_DAT is recorded and DEREG_DAT is not recorded) or DEREG_DAT > ACHV_DAT then select else reject
        }
        register X_REG "Those with it" of GMS {
          1: if X_DAT is recorded then select else reject
        }
        indicator X001 "Tested well" of X_REG {
          denominator {
            1: if T_VAL <= 58 and T_DAT > PPED - 12 months then select else next
            2: if REG_DAT > PPED - 3 months then reject as LATE else select
          }
          numerator {
            1: if T_VAL <= 58 and T_DAT > PPED - 12 months then select else reject
          }
        }
      }
      service S "Example service" {
        status draft
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use X version 1.0
        clusters "clusters"
        parameter POINT = £10 from 2021-04-01 to 2022-03-31
        points X { X001: 10 from 40% to 80% }
        pay X per practice = points of X * POINT rounded half up to £0.01 shared by points of X
      }
      """;

  final Path folder;

  /** A folder with the rules, two code clusters and an extract of one practice and two patients. */
  Cli(Path folder) {
    this.folder = folder;
    write("rules.rubric", RULES);
    write("clusters/X_COD.csv", "code,term\n73211009,Diabetes mellitus\n");
    write("clusters/T_COD.csv", "code,term\n999791000000106,HbA1c\n");
    write("extract/patients.csv", "patient_id,date_of_birth,sex\nP1,1960-05-01,F\nP2,1970-02-28,M\n");
    write(
        "extract/registrations.csv",
        "patient_id,practice_code,start_date,end_date\nP1,A81001,2010-01-01,\nP2,A81001,2011-01-01,\n");
    write(
        "extract/events.csv",
        "patient_id,date,code,value\nP1,2015-01-01,73211009,\nP1,2021-06-01,999791000000106,58\nP2,2016-01-01,73211009,\n");
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  /** {@code rubric run} over the folder's rules and extract, on a fixed day. */
  Ended run(String... more) {
    String[] all = new String[more.length + 6];
    System.arraycopy(new String[] {"run", path("rules.rubric"), "--extract", path("extract")}, 0, all, 0, 4);
    System.arraycopy(new String[] {"--today", "2026-01-01"}, 0, all, 4, 2);
    System.arraycopy(more, 0, all, 6, more.length);
    return rubric(all);
  }

  static Ended rubric(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        RubricCommand.commandLine(arguments)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ended(code, out.toString(), err.toString());
  }
}
