package io.belay.chain;

import io.belay.adapter.aws.testkit.AwsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;

/** LocalStack where a Docker engine answers that has it or can pull it, the small AWS of our own otherwise. */
final class Clouds {
    private static final Path ZIP = Path.of("../runtime-aws-lambda/target/belay-lambda.zip");

    /** The summary of all tests reads it. */
    private static final Path SAID = Path.of("target/aws-server");

    private Clouds() {}

    static Cloud start(Path folder) throws IOException {
        var cloud = localStack().orElseGet(() -> new SmallAws(folder));
        Files.writeString(SAID, cloud.name() + "\n");
        return cloud;
    }

    private static Optional<Cloud> localStack() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        if (!Files.exists(ZIP)) {
            throw new IllegalStateException(ZIP + " is not there; scripts/package makes it");
        }
        var container = new LocalStackContainer(LocalStackAws.IMAGE)
                .withServices("lambda", "cloudwatch", "logs", "sns", "iam", "sts")
                .withEnv("AWS_DEFAULT_REGION", AwsServer.REGION);
        try {
            container.start();
            return Optional.of(new LocalStackAws(container, ZIP));
        } catch (ContainerFetchException notToBeHad) {
            return Optional.empty();
        }
    }
}
