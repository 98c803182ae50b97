package io.belay.bench.cold;

import java.io.IOException;

/** How a function is called. */
enum Door {
    /** As Function Compute calls a custom container: over HTTP, on a port. */
    HTTP("HTTP, as Function Compute calls"),

    /** As AWS Lambda calls a container: the process asks a Runtime API for its events. */
    LAMBDA("Lambda's Runtime API");

    private final String shown;

    Door(String shown) {
        this.shown = shown;
    }

    String shown() {
        return shown;
    }

    /** Somebody who waits for a first answer; {@code path} is where over HTTP. */
    Customer customer(String path) throws IOException {
        return switch (this) {
            case HTTP -> HttpCustomer.of(path);
            case LAMBDA -> new LambdaCustomer();
        };
    }
}
