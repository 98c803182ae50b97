package io.belay.adapter.kubernetes.testkit;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a Deployment has to be to be taken (Kubernetes, {@code pkg/apis/apps/validation}). */
final class Validation {
    /** "Annotations", syntax: an optional prefix, a name of at most 63 characters. */
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

    /** {@code TotalAnnotationSizeLimitB}. */
    private static final int ANNOTATIONS = 256 * 1024;

    private Validation() {}

    static void check(String name, Map<String, Object> before, Map<String, Object> after) {
        long size = 0;
        for (var each : Trees.at(after, "metadata", "annotations").entrySet()) {
            if (!KEY.matcher(each.getKey()).matches()) {
                throw Refused.invalid(name, "metadata.annotations: Invalid value: \"" + each.getKey() + "\"");
            }
            if (!(each.getValue() instanceof String text)) {
                throw new Refused(400, "BadRequest", "cannot unmarshal into Go struct field: annotations");
            }
            size += each.getKey().length() + text.length();
        }
        if (size > ANNOTATIONS) {
            throw Refused.invalid(name, "metadata.annotations: Too long: may not be more than 262144 bytes");
        }
        if (!Trees.at(before, "spec", "selector").equals(Trees.at(after, "spec", "selector"))) {
            throw Refused.invalid(name, "spec.selector: Invalid value: field is immutable");
        }
        var labels = Trees.at(after, "spec", "template", "metadata", "labels");
        if (!labels.entrySet()
                .containsAll(Trees.at(after, "spec", "selector", "matchLabels").entrySet())) {
            throw Refused.invalid(name, "spec.template.metadata.labels: `selector` does not match template `labels`");
        }
        if (!(Trees.at(after, "spec", "template", "spec").get("containers") instanceof List<?> containers)
                || containers.isEmpty()) {
            throw Refused.invalid(name, "spec.template.spec.containers: Required value");
        }
    }
}
