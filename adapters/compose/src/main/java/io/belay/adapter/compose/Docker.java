package io.belay.adapter.compose;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks docker, and translates what it refuses. */
record Docker(Host host, ComposeSetup setup) {
    private static final int LONGEST = 400;

    /** The containers of the services. */
    List<Container> containers(Deadline deadline) throws InterruptedException {
        var listed = objects(new Commands(setup).containers(), deadline).stream()
                .filter(each -> setup.services().contains(JsonValues.text(each, "Service")))
                .toList();
        if (listed.isEmpty()) {
            return List.of();
        }
        var ids = listed.stream().map(each -> JsonValues.text(each, "ID")).toList();
        var inspected = new HashMap<String, Map<String, Object>>();
        objects(Commands.inspect(ids), deadline).forEach(each -> inspected.put(JsonValues.text(each, "Id"), each));
        var containers = new ArrayList<Container>();
        for (var each : listed) {
            var id = JsonValues.text(each, "ID");
            inspected.entrySet().stream()
                    .filter(one -> !id.isEmpty() && one.getKey().startsWith(id))
                    .findFirst()
                    .ifPresent(one -> containers.add(Container.of(each, one.getValue())));
        }
        return containers;
    }

    /** The images that run, by service; by digest wherever a registry knows the image. */
    Map<String, String> images(List<Container> containers, Deadline deadline) throws InterruptedException {
        var tagged = containers.stream()
                .filter(each -> !each.image().contains("@"))
                .map(Container::built)
                .distinct()
                .toList();
        var digests = new HashMap<String, List<?>>();
        if (!tagged.isEmpty()) {
            for (var image : objects(Commands.images(tagged), deadline)) {
                digests.put(
                        JsonValues.text(image, "Id"),
                        image.get("RepoDigests") instanceof List<?> list ? list : List.of());
            }
        }
        return containers.stream()
                .collect(Collectors.groupingBy(
                        Container::service,
                        TreeMap::new,
                        Collectors.mapping(
                                each -> pinned(each, digests.getOrDefault(each.built(), List.of())),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(TreeSet::new), some -> String.join(" and ", some)))));
    }

    /** Brings up the release in {@code file}. */
    void up(String file, Deadline deadline) throws InterruptedException {
        run(new Commands(setup).up(file), deadline.within(setup.up()));
    }

    private static String pinned(Container container, List<?> digests) {
        if (container.image().contains("@")) {
            return Release.canonical(container.image());
        }
        var repository = Release.repository(container.image());
        return digests.stream()
                .map(Object::toString)
                .filter(each -> Release.repository(each).equals(repository))
                .findFirst()
                .or(() -> digests.stream().map(Object::toString).findFirst())
                .orElse(container.built());
    }

    private List<Map<String, Object>> objects(List<String> command, Deadline deadline) throws InterruptedException {
        var out = run(command, deadline);
        try {
            return JsonValues.objects(out);
        } catch (IllegalArgumentException _) {
            throw new PortException(new Fault(
                    Fault.Kind.REJECTED, String.join(" ", command.subList(0, 2)) + ": what it printed is no JSON"));
        }
    }

    private String run(List<String> command, Deadline deadline) throws InterruptedException {
        var ran = host.run(command, deadline);
        if (ran.exit() == 0) {
            return ran.out();
        }
        var said = ran.err().strip();
        var last = said.substring(Math.max(0, said.length() - LONGEST)).replace('\n', ' ');
        throw new PortException(new Fault(kind(said), "docker exited with " + ran.exit() + ": " + last));
    }

    /** By docker's words, since its exit codes do not tell. */
    private static Fault.Kind kind(String said) {
        var words = said.toLowerCase(Locale.ROOT);
        if (words.contains("cannot connect to the docker daemon") || words.contains("connection refused")) {
            return Fault.Kind.UNREACHABLE;
        }
        if (words.contains("permission denied") || words.contains("unauthorized") || words.contains("access denied")) {
            return Fault.Kind.DENIED;
        }
        if (words.contains("toomanyrequests")) {
            return Fault.Kind.THROTTLED;
        }
        if (words.contains("timeout") || words.contains("deadline exceeded")) {
            return Fault.Kind.TIMED_OUT;
        }
        return words.contains("manifest unknown") || words.contains("no such") || words.contains("not found")
                ? Fault.Kind.NOT_FOUND
                : Fault.Kind.REJECTED;
    }
}
