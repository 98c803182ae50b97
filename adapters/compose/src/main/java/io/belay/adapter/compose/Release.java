package io.belay.adapter.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.release.Revision;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The image of each service. Kept as a compose file that overrides them, so that a person can bring it up without us: {@code
 * docker compose -f docker-compose.yml -f releases/NAME.yaml up -d}.
 *
 * @param images by service
 * @param created when it was recorded
 */
record Release(Map<String, String> images, Optional<Instant> created) {
    private static final String DIGEST = "@sha256:";

    Release {
        images = new TreeMap<>(images);
    }

    /** By its content, so that a name never comes to mean another. */
    Revision revision() {
        var lines = images.entrySet().stream()
                .map(each -> each.getKey() + " " + canonical(each.getValue()) + "\n")
                .collect(Collectors.joining());
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(UTF_8));
            return new Revision(HexFormat.of().formatHex(sum).substring(0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Optional<String> unpinned() {
        return images.entrySet().stream()
                .filter(each -> !each.getValue().matches("[a-zA-Z0-9][^\\s@]*@sha256:[0-9a-f]{64}"))
                .map(each -> each.getKey() + " has no digest: " + each.getValue())
                .findFirst();
    }

    /** The image without its tag where it has a digest: the digest alone decides. */
    static String canonical(String image) {
        int at = image.indexOf(DIGEST);
        return at < 0 ? image : repository(image.substring(0, at)) + image.substring(at);
    }

    /** The image without tag and digest; a colon before a slash is a port's. */
    static String repository(String image) {
        var name = image.replaceFirst("@.*", "");
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }

    /** A compose file of it. */
    String text() {
        var text = new StringBuilder();
        created.ifPresent(
                at -> text.append("x-belay:\n  created: \"").append(at).append("\"\n"));
        text.append("services:\n");
        images.forEach((service, image) -> text.append("  ")
                .append(service)
                .append(":\n    image: \"")
                .append(canonical(image))
                .append("\"\n"));
        return text.toString();
    }

    /** The release that {@code text} is; empty where it is none, or holds more than images. */
    static Optional<Release> read(String text) {
        try {
            var settings = LoadSettings.builder().setCodePointLimit(64 * 1024).build();
            if (!(new Load(settings).loadFromString(text) instanceof Map<?, ?> file)
                    || !(file.get("services") instanceof Map<?, ?> services)) {
                return Optional.empty();
            }
            var images = new TreeMap<String, String>();
            for (var each : services.entrySet()) {
                if (!(each.getValue() instanceof Map<?, ?> service)
                        || service.size() != 1
                        || !(service.get("image") instanceof String image)) {
                    return Optional.empty();
                }
                images.put(String.valueOf(each.getKey()), image);
            }
            var created = file.get("x-belay") instanceof Map<?, ?> ours && ours.get("created") instanceof String at
                    ? Optional.of(Instant.parse(at))
                    : Optional.<Instant>empty();
            return images.isEmpty() ? Optional.empty() : Optional.of(new Release(images, created));
        } catch (YamlEngineException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
