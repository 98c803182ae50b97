package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where AWS is asked.
 *
 * @param region the region, always said: {@code eu-west-1}
 * @param endpoints other addresses than AWS's own, by service ({@code lambda}); under the empty name, the one of all services
 *     that are not named
 */
public record AwsPlace(String region, Map<String, URI> endpoints) {
    /** Names another address for all services; followed by {@code _LAMBDA} and the like, for one. */
    public static final String ENDPOINT = "BELAY_AWS_ENDPOINT";

    public AwsPlace {
        requireNonNull(region, "region");
        endpoints = Map.copyOf(endpoints);
        if (!region.matches("[a-z]{2,}(-[a-z]+)+-\\d{1,2}")) {
            throw new IllegalArgumentException("a region is written like eu-west-1");
        }
    }

    /**
     * The place that an environment describes.
     *
     * @throws IllegalArgumentException where an address in it is none
     */
    public static AwsPlace of(String region, Map<String, String> environment) {
        var endpoints = new TreeMap<String, URI>();
        environment.forEach((name, value) -> {
            if (name.equals(ENDPOINT)) {
                endpoints.put("", URI.create(value));
            } else if (name.startsWith(ENDPOINT + "_")) {
                endpoints.put(name.substring(ENDPOINT.length() + 1).toLowerCase(Locale.ROOT), URI.create(value));
            }
        });
        return new AwsPlace(region, endpoints);
    }

    Optional<URI> endpoint(String service) {
        return Optional.ofNullable(endpoints.get(service)).or(() -> Optional.ofNullable(endpoints.get("")));
    }
}
