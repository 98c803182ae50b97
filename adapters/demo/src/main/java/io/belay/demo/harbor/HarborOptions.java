package io.belay.demo.harbor;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How harbor is started.
 *
 * @param port where it listens for HTTP, 1 to 65535; 0 for a free port
 * @param breakage what is broken in it
 * @param shelf where PostgreSQL's programs are kept for the next run
 */
public record HarborOptions(int port, Optional<Breakage> breakage, Path shelf) {

    public HarborOptions {
        requireNonNull(breakage, "breakage");
        requireNonNull(shelf, "shelf");
    }

    /** Nothing broken, on a free port; the shelf is among the user's cached files. */
    public static HarborOptions standard() {
        return new HarborOptions(0, Optional.empty(), Path.of(System.getProperty("user.home"), ".cache", "belay"));
    }

    /** The same with {@code part} broken. */
    public HarborOptions with(Breakage part) {
        return new HarborOptions(port, Optional.of(part), shelf);
    }

    /** The same at another port. */
    public HarborOptions at(int other) {
        return new HarborOptions(other, breakage, shelf);
    }

    boolean breaks(Breakage part) {
        return breakage.filter(part::equals).isPresent();
    }
}
