package io.belay.adapter.compose;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which part of which compose project makes up the release.
 *
 * @param host what people call the host: part of the identity
 * @param project the project's name; what compose makes of the folder's where empty
 * @param files the compose files, in the order in which they override one another
 * @param environments files of variables for them
 * @param services which services are put back, at least one: a database among the others is never touched
 * @param releases the folder with the releases and what is remembered
 * @param up how long bringing them up may take, pulling included
 */
public record ComposeSetup(
        String host,
        Optional<String> project,
        List<String> files,
        List<String> environments,
        List<String> services,
        String releases,
        Duration up) {
    /** What a service or the releases' folder may be called. */
    static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";

    /** @throws IllegalArgumentException where no file or service is named, or a name looks like an option */
    public ComposeSetup {
        requireNonNull(host, "host");
        requireNonNull(up, "up");
        files = List.copyOf(files);
        environments = List.copyOf(environments);
        services = List.copyOf(services);
        if (files.isEmpty() || services.isEmpty()) {
            throw new IllegalArgumentException("a compose file at least, and a service at least");
        }
        if (!releases.matches(NAME) || services.stream().anyMatch(each -> !each.matches(NAME))) {
            throw new IllegalArgumentException("no name of a folder or service");
        }
    }
}
