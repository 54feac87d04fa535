package uk.rubric.conformance.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.imports.ImportOptions;
import uk.rubric.imports.ImportResult;
import uk.rubric.imports.TableImport;
import uk.rubric.source.SourceText;

/** What importing small tables gives, some of which a page shows. */
record ImportScene(ImportResult result) {
  private static final Map<String, String> TABLES = Map.of(
      "rules.csv", """
          output,section,rule,condition,if_true,if_false,description
          HAY_REG,register,1,If HAY_DAT ≠ Null,Select,Reject,Select the diagnosed.
          """,
      "fields.csv", """
          field,name,cluster,qualifying_criteria,description
          1,HAY_DAT,HAY_COD,Latest <= ACHV_DAT,Latest diagnosis.
          """,
      "clusters.csv", """
          cluster,description,refset,cluster_version
          HAY_COD,Hay fever codes,71000009999999107,300
          """);

  /** The tables with the files of the page in their place; its files alone where the page says so. */
  static ImportScene of(Page page) {
    boolean alone = page.blocks().stream().anyMatch(block -> block.says("alone").isPresent());
    Map<String, String> files = new TreeMap<>(alone ? Map.of() : TABLES);
    page.blocks().forEach(block -> block.says("file").ifPresent(name -> files.put(name, block.body())));
    List<SourceText> sources =
        files.entrySet().stream().map(file -> new SourceText(file.getKey(), file.getValue())).toList();
    boolean named = !page.text().startsWith("# unnamed-ruleset");
    return new ImportScene(TableImport.of(sources,
        named ? new ImportOptions(Optional.of("HAY"), Optional.of("1.0")) : ImportOptions.NONE));
  }

  List<Diagnostic> diagnostics() {
    return result.diagnostics();
  }

  int exitCode() {
    return result.rules().isEmpty() ? 2 : result.diagnostics().isEmpty() ? 0 : 3;
  }
}
