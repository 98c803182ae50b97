package io.belay.image.bill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an image holds beside its libraries.
 *
 * @param type by CycloneDX's word: scanners pass over a {@code platform}
 * @param url the package URL, by which scanners know it
 * @param cpe by which the NVD knows it, where it has no kind of package URL of its own
 */
record Component(String type, String publisher, String name, String version, String url, Optional<String> cpe) {
    /** A package of Debian's, or of a system like it. */
    static Component debian(String system, String name, String version, String architecture, String release) {
        var url = "pkg:deb/%s/%s@%s?arch=%s&distro=%s-%s"
                .formatted(system, name, encoded(version), architecture, system, release);
        return new Component("library", system, name, version, url, Optional.empty());
    }

    /** A Java. Whoever built it, the NVD knows it as OpenJDK. */
    static Component java(String publisher, String version) {
        return new Component(
                "application",
                publisher,
                "openjdk",
                version,
                "pkg:generic/openjdk@" + encoded(version),
                Optional.of("cpe:2.3:a:oracle:openjdk:" + version + ":*:*:*:*:*:*:*"));
    }

    private static String encoded(String version) {
        return URLEncoder.encode(version, UTF_8);
    }

    void addTo(ObjectNode json) {
        json.put("type", type)
                .put("bom-ref", url)
                .put("publisher", publisher)
                .put("name", name)
                .put("version", version)
                .put("purl", url);
        cpe.ifPresent(each -> json.put("cpe", each));
    }
}
