package io.belay.adapter.aliyun.acs;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the APIs of a region answer. {@code BELAY_ALIYUN_ENDPOINT} puts another address in place of all of them,
 * {@code BELAY_ALIYUN_ENDPOINT_FC} and {@code BELAY_ALIYUN_ENDPOINT_CMS} of one: an address within a VPC, or a test's.
 *
 * @param region {@code cn-hangzhou}
 */
public record Endpoints(String region, Map<String, String> environment) {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");

    public Endpoints {
        if (!REGION.matcher(region).matches()) {
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
