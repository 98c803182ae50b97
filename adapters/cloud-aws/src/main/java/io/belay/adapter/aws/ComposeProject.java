package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.release.Standing.Condition;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the script says of a compose project.
 *
 * @param standing a sum over images and memory, with which a write is compared
 */
record ComposeProject(String standing, List<Container> containers, StateMemory remembered) {
    /**
     * A container.
     *
     * @param pin its image by digest: {@code ghcr.io/wms/backend@sha256:...}
     */
    record Container(String service, String pin, String status, String health, String exit) {
        boolean fine() {
            return status.equals("running")
                    ? health.equals("healthy") || health.equals("none")
                    : status.equals("exited") && exit.equals("0");
        }

        boolean coming() {
            return status.equals("created")
                    || status.equals("restarting")
                    || (status.equals("running") && health.equals("starting"));
        }

        String how() {
            return service + " is " + status + (health.equals("none") ? "" : " and " + health);
        }
    }

    static ComposeProject of(String said) {
        var lines = said.lines().toList();
        var containers = lines.stream()
                .filter(line -> line.startsWith("service "))
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 6)
                .map(words -> new Container(words[1], words[2], words[3], words[4], words[5]))
                .toList();
        var remembered = word(lines, "memory")
                .map(encoded -> new String(Base64.getDecoder().decode(encoded), UTF_8))
                .map(text -> StateMemory.of(Arrays.asList(text.split("\n", -1))))
                .orElse(StateMemory.NOTHING);
        return new ComposeProject(word(lines, "standing").orElse(""), containers, remembered);
    }

    private static Optional<String> word(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .findFirst();
    }

    /** {@code backend=IMAGE frontend=IMAGE}: what a revision is. */
    String images() {
        return containers.stream()
                .map(each -> each.service() + "=" + each.pin())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    Condition condition() {
        var sick = containers.stream().filter(each -> !each.fine()).toList();
        var how = sick.stream().map(Container::how).distinct().collect(Collectors.joining(", "));
        if (sick.isEmpty()) {
            return new Condition.Settled();
        }
        return sick.stream().allMatch(Container::coming) ? new Condition.Moving(how) : new Condition.Broken(how);
    }
}
