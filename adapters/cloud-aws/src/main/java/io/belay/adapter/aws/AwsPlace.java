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

    /** What a region looks like, in every partition. */
    static final String REGION = "[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}";

    public AwsPlace {
        requireNonNull(region, "region");
        endpoints = Map.copyOf(endpoints);
        if (!region.matches(REGION)) {
            throw new IllegalArgumentException("a region is written like eu-west-1");
        }
    }

    /**
     * The place that an environment describes.
     *
     * @throws IllegalArgumentException where an address in it is none
     */
    public static AwsPlace of(String region, Map<String, String> environment) {
        return new AwsPlace(region, endpoints(environment));
    }

    static Map<String, URI> endpoints(Map<String, String> environment) {
        var endpoints = new TreeMap<String, URI>();
        environment.forEach((name, value) -> {
            if (name.equals(ENDPOINT)) {
                endpoints.put("", address(name, value));
            } else if (name.startsWith(ENDPOINT + "_")) {
                endpoints.put(name.substring(ENDPOINT.length() + 1).toLowerCase(Locale.ROOT), address(name, value));
            }
        });
        return endpoints;
    }

    private static URI address(String name, String value) {
        var meant = name + " is an address such as http://127.0.0.1:4566";
        try {
            var address = URI.create(value);
            if (address.getHost() == null) {
                throw new IllegalArgumentException(meant);
            }
            return address;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(meant, wrong);
        }
    }

    Optional<URI> endpoint(String service) {
        return Optional.ofNullable(endpoints.get(service)).or(() -> Optional.ofNullable(endpoints.get("")));
    }
}
