package io.belay.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;

/**
 * LocalStack where a Docker engine answers that has it or can pull it, and the zip is of what is tested; the small AWS of our own
 * otherwise. What goes wrong once LocalStack is up is a fault, and no reason to go elsewhere.
 */
final class Clouds {
    private static final Zip ZIP = new Zip(Path.of("../runtime-aws-lambda/target/belay-lambda.zip"));

    /** The summary of all tests reads it. */
    private static final Path SAID = Path.of("target/aws-server");

    private Clouds() {}

    static Cloud start(Path folder) throws IOException {
        var cloud = chosen(folder);
        Files.writeString(SAID, cloud.name() + "\n");
        return cloud;
    }

    private static Cloud chosen(Path folder) throws IOException {
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return new SmallAws(folder, "no Docker engine answers");
            }
            var fault = ZIP.fault(System.getProperty("java.class.path"));
            return fault.isPresent() ? new SmallAws(folder, fault.get()) : LocalStackAws.start(ZIP);
        } catch (ContainerFetchException | ContainerLaunchException notToBeHad) {
            return new SmallAws(folder, "the Docker engine starts no container: " + notToBeHad.getMessage());
        }
    }
}
