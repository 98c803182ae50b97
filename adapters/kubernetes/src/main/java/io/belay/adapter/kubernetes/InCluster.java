package io.belay.adapter.kubernetes;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster that we run in, asked as the pod's service account ("Accessing the Kubernetes API from a Pod").
 *
 * @param environment the process's, which names the server
 * @param mount where the service account's files are
 */
public record InCluster(Map<String, String> environment, Path mount) implements ClusterSource {
    private static final Path USUAL = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    public InCluster {
        environment = Map.copyOf(environment);
    }

    /** With the files where every pod has them. */
    public InCluster(Map<String, String> environment) {
        this(environment, USUAL);
    }

    @Override
    public ClusterAccess access(Deadline deadline) {
        var host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        var port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        if (host.isBlank()) {
            throw new PortException(new Fault(
                    Fault.Kind.NOT_FOUND,
                    "this is no pod of a cluster: KUBERNETES_SERVICE_HOST is not set; name a kubeconfig instead"));
        }
        var server = URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        return new ClusterAccess(
                server, Optional.of(text(mount.resolve("ca.crt"))), new Login.TokenFile(mount.resolve("token")));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new PortException(
                    new Fault(Fault.Kind.NOT_FOUND, file + " cannot be read: " + missing.getMessage()), missing);
        }
    }
}
