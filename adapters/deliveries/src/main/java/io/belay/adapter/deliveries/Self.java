package io.belay.adapter.deliveries;

import static java.util.Objects.requireNonNull;

/**
 * The function that reads, where it is one of a cloud's: what it failed of itself is not given to it again.
 *
 * @param region that it is in
 * @param function its name
 */
public record Self(String region, String function) {
    public Self {
        requireNonNull(region, "region");
        requireNonNull(function, "function");
    }
}
