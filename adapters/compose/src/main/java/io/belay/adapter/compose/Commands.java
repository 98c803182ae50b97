package io.belay.adapter.compose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is run, as vectors of arguments ("docker compose" reference). */
record Commands(ComposeSetup setup) {
    /** Every container of the services, those that have ended as well. */
    List<String> containers() {
        return compose(Optional.empty(), Stream.of("ps", "--all", "--no-trunc", "--format", "json"));
    }

    static List<String> inspect(List<String> containers) {
        return Stream.concat(Stream.of("docker", "inspect", "--type", "container"), containers.stream())
                .toList();
    }

    static List<String> images(List<String> images) {
        return Stream.concat(Stream.of("docker", "image", "inspect"), images.stream())
                .toList();
    }

    /**
     * Brings the services to the images of one release. Nothing is built, what is pinned and missing is pulled, and what they
     * depend on stays as it is.
     */
    List<String> up(String release) {
        var fixed = Stream.of("up", "--detach", "--no-build", "--pull", "missing", "--no-deps");
        return compose(Optional.of(setup.releases() + "/" + release), Stream.concat(fixed, setup.services().stream()));
    }

    private List<String> compose(Optional<String> override, Stream<String> rest) {
        var project = setup.project().stream().flatMap(each -> Stream.of("--project-name", each));
        var environments = setup.environments().stream().flatMap(each -> Stream.of("--env-file", each));
        var files = Stream.concat(setup.files().stream(), override.stream()).flatMap(each -> Stream.of("--file", each));
        return Stream.of(Stream.of("docker", "compose"), project, environments, files, rest)
                .flatMap(each -> each)
                .toList();
    }
}
