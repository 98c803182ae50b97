package io.belay.adapter.kubernetes;

import static java.util.Objects.requireNonNull;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.net.URI;
import java.util.Optional;

/**
 * Where a cluster's API server answers, and how it is asked.
 *
 * @param server {@code https} alone
 * @param authorities PEM: who vouches for the server; the platform's authorities where empty
 */
public record ClusterAccess(URI server, Optional<String> authorities, Login login) {
    /** @throws PortException REJECTED where the server is asked without TLS */
    public ClusterAccess {
        requireNonNull(authorities, "authorities");
        requireNonNull(login, "login");
        if (!"https".equals(server.getScheme()) || server.getHost() == null || server.getRawUserInfo() != null) {
            throw new PortException(new Fault(
                    Fault.Kind.REJECTED, "a cluster's server is an https address, found " + server.getScheme() + ":…"));
        }
    }
}
