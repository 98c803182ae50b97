package io.belay.adapter.aliyun.acs;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * One of Alibaba Cloud's APIs in one region.
 *
 * @param name what faults call it: {@code FC}
 * @param version the date that names its version
 * @param endpoint scheme, host and port
 */
public record Api(String name, String version, URI endpoint) {
    public Api {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        var scheme = endpoint.getScheme();
        if ((!"https".equals(scheme) && !"http".equals(scheme)) || endpoint.getHost() == null) {
            throw new IllegalArgumentException("an endpoint is http://host:port or https://host, found " + endpoint);
        }
    }

    /** The value of the Host header: a port is named unless it is the scheme's own. */
    String host() {
        var usual = endpoint.getScheme().equals("https") ? 443 : 80;
        var port = endpoint.getPort();
        return port == -1 || port == usual ? endpoint.getHost() : endpoint.getHost() + ":" + port;
    }
}
