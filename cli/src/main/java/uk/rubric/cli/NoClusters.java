package uk.rubric.cli;

import java.util.Optional;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;

/** No code clusters but those that the rules list: neither the caller nor the service names a folder. */
final class NoClusters implements CodeClusters {
  @Override
  public Optional<CodeCluster> find(String name) {
    return Optional.empty();
  }

  @Override
  public String origin() {
    return "no folder: neither `--clusters` nor the service names one";
  }
}
