package io.belay.adapter.systemfile;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.SecretSource;
import java.util.Map;

/** Secrets in environment variables: <code>${env:DB_PASSWORD}</code>. */
public final class EnvironmentSecrets implements SecretSource {
    private final Map<String, String> environment;

    /** Secrets in {@code environment}: {@link System#getenv()}, or a test's own. */
    public EnvironmentSecrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String scheme() {
        return "env";
    }

    @Override
    public String read(String reference) {
        var value = environment.get(reference);
        if (value == null) {
            throw new PortException(new Fault(Fault.Kind.NOT_FOUND, "no environment variable " + reference));
        }
        // A pipeline that lost a secret often leaves an empty variable behind.
        if (value.isEmpty()) {
            throw new PortException(
                    new Fault(Fault.Kind.NOT_FOUND, "the environment variable " + reference + " is empty"));
        }
        return value;
    }
}
