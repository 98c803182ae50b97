package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Revision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The image of a function, by its digest: a tag may be another image tomorrow. */
final class Image {
    private static final Pattern PINNED = Pattern.compile("[^\\s@]+@sha256:[0-9a-f]{64}");

    /** What Function Compute says of an image and takes from nobody. */
    private static final Set<String> SAID_ONLY = Set.of("resolvedImageUri", "accelerationInfo");

    private Image() {}

    /**
     * What the function runs: the image as it was given where that has a digest, else as it was resolved.
     *
     * @throws PortException REJECTED where neither has one
     */
    static Revision of(Function function) {
        return pinned(function.container(), "image")
                .or(() -> pinned(function.container(), "resolvedImageUri"))
                .map(Revision::new)
                .orElseThrow(() -> new PortException(new Fault(
                        Fault.Kind.REJECTED,
                        "FC GetFunction: no image with a digest, neither image nor resolvedImageUri has one")));
    }

    private static Optional<String> pinned(Json container, String name) {
        return container.text(name).filter(each -> PINNED.matcher(each).matches());
    }

    /** @throws PortException REJECTED where {@code to} is no image with a digest */
    static String name(Revision to) {
        if (!PINNED.matcher(to.name()).matches()) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, to + " is no image with a digest"));
        }
        return to.name();
    }

    /** How {@code function} is run, with {@code image} in place of its own: port, command and health check stay. */
    static Map<String, Object> put(Function function, String image) {
        var container = new LinkedHashMap<String, Object>();
        function.container().members().forEach((name, value) -> {
            if (value != null && !SAID_ONLY.contains(name)) {
                container.put(name, value);
            }
        });
        container.put("image", image);
        return container;
    }
}
