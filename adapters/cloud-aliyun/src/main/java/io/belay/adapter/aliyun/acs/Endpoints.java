package io.belay.adapter.aliyun.acs;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the APIs of a region answer. {@code BELAY_ALIYUN_ENDPOINT} puts another address in place of all of them,
 * {@code BELAY_ALIYUN_ENDPOINT_FC}, {@code _CMS}, {@code _MNS}, {@code _SLS}, {@code _ECS} or {@code _CS} of one: an address within a VPC, or a test's.
 *
 * @param region {@code cn-hangzhou}
 */
public record Endpoints(String region, Map<String, String> environment) {
    /** What a region is written like. */
    public static final String REGION = "[a-z]{2}(-[a-z0-9]+)+";

    private static final Pattern WRITTEN = Pattern.compile(REGION);

    public Endpoints {
        if (!WRITTEN.matcher(region).matches()) {
            throw new IllegalArgumentException("a region is written like cn-hangzhou, found " + region);
        }
        environment = Map.copyOf(environment);
    }

    /** Function Compute 3.0. */
    public Api functionCompute() {
        return new Api("FC", "2023-03-30", endpoint("FC", "fcv3." + region + ".aliyuncs.com"));
    }

    /** CloudMonitor 1.0. */
    public Api cloudMonitor() {
        return new Api("CMS", "2019-01-01", endpoint("CMS", "metrics." + region + ".aliyuncs.com"));
    }

    /** Cloud Assistant, which is of ECS. */
    public Api ecs() {
        return new Api("ECS", "2014-05-26", endpoint("ECS", "ecs." + region + ".aliyuncs.com"));
    }

    /** Container Service, whose clusters ACK is. */
    public Api containers() {
        return new Api("CS", "2015-12-15", endpoint("CS", "cs." + region + ".aliyuncs.com"));
    }

    /** Any other API, by its code, its version and the host that answers where no variable says another. */
    public Api product(String code, String version, String host) {
        var name = code.toUpperCase(Locale.ROOT).replace('-', '_');
        return new Api(name, version, endpoint(name, host));
    }

    /** The topics of MNS that {@code account} has. */
    public URI topics(String account) {
        return endpoint("MNS", account + ".mns." + region + ".aliyuncs.com");
    }

    /** The logs of Log Service that {@code project} has. */
    public URI logs(String project) {
        return endpoint("SLS", project + "." + region + ".log.aliyuncs.com");
    }

    private URI endpoint(String name, String host) {
        return variable("BELAY_ALIYUN_ENDPOINT_" + name)
                .or(() -> variable("BELAY_ALIYUN_ENDPOINT"))
                .map(URI::create)
                .orElseGet(() -> URI.create("https://" + host));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
