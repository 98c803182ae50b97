package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * All records of one name and type as one text, and back: what a revision of them is. Records by place ({@code geo}), by address
 * block and of a traffic policy have no text, and are not put back.
 */
final class Route53Records {
    private Route53Records() {}

    /** The text; empty where something of it has none. */
    static Optional<String> text(List<ResourceRecordSet> sets) {
        if (sets.stream().anyMatch(Route53Records::beyond)) {
            return Optional.empty();
        }
        return Optional.of(sets.stream()
                .sorted(Comparator.comparing(
                        set -> Optional.ofNullable(set.setIdentifier()).orElse("")))
                .map(Route53Records::text)
                .collect(Collectors.joining(" ")));
    }

    private static boolean beyond(ResourceRecordSet set) {
        return set.geoLocation() != null
                || set.cidrRoutingConfig() != null
                || set.geoProximityLocation() != null
                || set.trafficPolicyInstanceId() != null;
    }

    private static String text(ResourceRecordSet set) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", set.setIdentifier());
        fields.put("weight", set.weight());
        fields.put("region", set.regionAsString());
        fields.put("failover", set.failoverAsString());
        fields.put("multi", set.multiValueAnswer());
        fields.put("health", set.healthCheckId());
        fields.put("ttl", set.ttl());
        Optional.ofNullable(set.aliasTarget()).ifPresent(alias -> {
            fields.put("zone", alias.hostedZoneId());
            fields.put("to", alias.dnsName());
            fields.put("healthy", alias.evaluateTargetHealth());
        });
        var said = fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> field.getKey() + "=" + encoded(String.valueOf(field.getValue())));
        var values = set.resourceRecords().stream()
                .map(record -> "v=" + encoded(record.value()))
                .sorted();
        return Stream.concat(said, values).collect(Collectors.joining("&"));
    }

    /** The records of that text. */
    static List<ResourceRecordSet> sets(String text, String name, String type) {
        return Arrays.stream(text.split(" ", -1))
                .map(each -> set(each, name, type))
                .toList();
    }

    private static ResourceRecordSet set(String text, String name, String type) {
        var fields = Arrays.stream(text.split("&", -1))
                .map(field -> field.split("=", 2))
                .filter(field -> !field[0].equals("v"))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
        var values = Arrays.stream(text.split("&", -1))
                .filter(field -> field.startsWith("v="))
                .map(field -> ResourceRecord.builder()
                        .value(URLDecoder.decode(field.substring(2), UTF_8))
                        .build())
                .toList();
        var set = ResourceRecordSet.builder().name(name).type(type);
        said(fields, "id").ifPresent(set::setIdentifier);
        said(fields, "weight").map(Long::valueOf).ifPresent(set::weight);
        said(fields, "region").ifPresent(set::region);
        said(fields, "failover").ifPresent(set::failover);
        said(fields, "multi").map(Boolean::valueOf).ifPresent(set::multiValueAnswer);
        said(fields, "health").ifPresent(set::healthCheckId);
        said(fields, "ttl").map(Long::valueOf).ifPresent(set::ttl);
        said(fields, "to")
                .ifPresent(to -> set.aliasTarget(AliasTarget.builder()
                        .dnsName(to)
                        .hostedZoneId(fields.getOrDefault("zone", ""))
                        .evaluateTargetHealth(Boolean.valueOf(fields.getOrDefault("healthy", "false")))
                        .build()));
        if (!values.isEmpty()) {
            set.resourceRecords(values);
        }
        return set.build();
    }

    private static Optional<String> said(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** For a person: {@code ttl=60 v=192.0.2.1}. */
    static String label(String text) {
        return URLDecoder.decode(text.replace("&", " "), UTF_8);
    }

    /** How long resolvers may go on with an answer, in seconds; "60 seconds" for an alias of most kinds. */
    static long ttl(List<ResourceRecordSet> sets) {
        return sets.stream()
                .mapToLong(set -> set.ttl() == null ? 60 : set.ttl())
                .max()
                .orElse(0);
    }

    /** Lower case, with its last dot, an asterisk as {@code \052}: as Route 53 lists it. */
    static String normal(String name) {
        var lower = name.toLowerCase(Locale.ROOT).replace("*", "\\052");
        return lower.endsWith(".") ? lower : lower + ".";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
