package io.belay.adapter.aliyun.acs;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The credentials of the role that a function runs as, or of the shell that a command runs in.
 *
 * <p>Function Compute gives them twice: in the environment, once for the life of an instance, and in the headers of every
 * request. A token ends after 36 hours, which an instance that is kept ready outlives; so the newest headers go before the
 * environment. Runtimes of Debian 11 and later send a key without its token in the headers, which no API takes: those are
 * passed over. (Function Compute 3.0, "Custom runtime: common headers" and "Security token of an execution role".)
 */
public final class RoleCredentials implements CredentialSource {
    private final Map<String, String> environment;
    private final AtomicReference<Optional<Credentials>> sent = new AtomicReference<>(Optional.empty());

    /** Reads {@code ALIBABA_CLOUD_ACCESS_KEY_ID}, {@code _SECRET} and {@code ALIBABA_CLOUD_SECURITY_TOKEN}. */
    public RoleCredentials(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Takes the credentials out of a request's headers, where they are whole. Only for a request that the platform sent. */
    public void take(Function<String, Optional<String>> header) {
        var found = header.apply("x-fc-access-key-id")
                .flatMap(id -> header.apply("x-fc-access-key-secret")
                        .flatMap(secret -> header.apply("x-fc-security-token")
                                .map(token -> new Credentials(id, secret, Optional.of(token)))));
        if (found.isPresent()) {
            sent.set(found);
        }
    }

    @Override
    public Credentials current() {
        return sent.get()
                .or(this::fromEnvironment)
                .orElseThrow(
                        () -> new PortException(
                                new Fault(
                                        Fault.Kind.DENIED,
                                        "no credentials of Alibaba Cloud: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET")));
    }

    private Optional<Credentials> fromEnvironment() {
        return variable("ALIBABA_CLOUD_ACCESS_KEY_ID")
                .flatMap(id -> variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
                        .map(secret -> new Credentials(id, secret, variable("ALIBABA_CLOUD_SECURITY_TOKEN"))));
    }

    /** Without the line's end that a file or a shell may leave there: no header takes it, and who refuses it shows it. */
    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
