package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.plan.Fields;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is told: on AWS a topic with its subscriptions and the permission of the functions among them, on Alibaba Cloud contacts and
 * their group, with Prometheus a receiver of Alertmanager.
 *
 * @param channels each way to tell it, in any order
 */
public record Receiver(String name, List<Channel> channels) implements Resource {
    public Receiver {
        requireNonNull(name, "name");
        channels = List.copyOf(channels);
    }

    static List<Receiver> sorted(List<Receiver> receivers) {
        return receivers.stream()
                .distinct()
                .sorted(Comparator.comparing(Receiver::name))
                .toList();
    }

    static String names(List<Receiver> receivers) {
        return receivers.stream().map(Receiver::name).collect(Collectors.joining(", "));
    }

    @Override
    public Kind kind() {
        return Kind.RECEIVER;
    }

    @Override
    public Fields fields() {
        var byWord = new TreeMap<String, TreeSet<String>>();
        channels.forEach(each ->
                byWord.computeIfAbsent(each.word(), _ -> new TreeSet<>()).add(each.shown()));
        var fields = Fields.NONE;
        for (var each : byWord.entrySet()) {
            fields = fields.with(each.getKey(), String.join(", ", each.getValue()));
        }
        return fields;
    }
}
