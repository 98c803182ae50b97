package io.belay.core.probe;

import static java.util.Objects.requireNonNull;

/**
 * A thing that can be asked.
 *
 * @param address where it answers, fit to show: no secret in it
 * @param host what is asked too much when many probes ask at once; bounds apply per host
 */
public record Target(String address, String host) {
    public Target {
        requireNonNull(address, "address");
        requireNonNull(host, "host");
    }
}
