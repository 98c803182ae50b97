package io.belay.adapter.compose.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Standing.Condition;
import io.belay.core.release.StateMemory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * What the script says of a compose project.
 *
 * @param standing a sum over images and memory, with which a write is compared
 */
record Project(String standing, List<Container> containers, StateMemory remembered) {
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

    static Project of(String said) {
        var lines = said.lines().toList();
        var containers = lines.stream()
                .filter(line -> line.startsWith("service "))
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 6)
                .map(words -> new Container(words[1], words[2], words[3], words[4], words[5]))
                .toList();
        var remembered = word(lines, "memory")
                .map(Project::unpacked)
                .map(text -> StateMemory.of(Arrays.asList(text.split("\n", -1))))
                .orElse(StateMemory.NOTHING);
        return new Project(word(lines, "standing").orElse(""), containers, remembered);
    }

    private static String unpacked(String packed) {
        try (var text =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException | IllegalArgumentException cut) {
            var fault = new Fault(Fault.Kind.REJECTED, "what the host remembers came cut: " + cut.getMessage());
            throw new PortException(fault, cut);
        }
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
