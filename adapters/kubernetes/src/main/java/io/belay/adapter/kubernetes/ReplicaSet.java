package io.belay.adapter.kubernetes;

import io.belay.core.release.Revision;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A ReplicaSet of {@code apps/v1}: one template of a Deployment that never changes, by the hash in its labels. */
record ReplicaSet(Json json) {
    static final String HASH = "pod-template-hash";
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String CHANGE_CAUSE = "kubernetes.io/change-cause";
    private static final String HISTORY = "deployment.kubernetes.io/revision-history";

    private Json metadata() {
        return json.object("metadata");
    }

    /** Whether the Deployment of {@code uid} made it, and it bears a hash. */
    boolean of(String uid) {
        return hash().isPresent()
                && metadata().objects("ownerReferences").stream()
                        .anyMatch(each -> each.flag("controller")
                                && each.text("uid").filter(uid::equals).isPresent());
    }

    private Optional<String> hash() {
        return metadata().object("labels").text(HASH).filter(each -> !each.isBlank());
    }

    Revision revision() {
        return new Revision(hash().orElseThrow());
    }

    Map<String, String> annotations() {
        return metadata().object("annotations").texts();
    }

    /** What people know it by in {@code kubectl rollout history}; the later rolled out, the higher. */
    long number() {
        var number = annotations().getOrDefault(REVISION, "0");
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    /** Whether it was rolled out more than once. */
    boolean reused() {
        return annotations().containsKey(HISTORY);
    }

    Optional<Instant> created() {
        return metadata().text("creationTimestamp").map(Instant::parse);
    }

    boolean goes() {
        return metadata().members().containsKey("deletionTimestamp");
    }

    int ready() {
        return json.object("status").whole("readyReplicas").orElse(0);
    }

    /** What the Deployment's template has to be for this to be its ReplicaSet. */
    Map<String, Object> template() {
        return withoutHash(json.object("spec").object("template"));
    }

    List<String> images() {
        var pod = json.object("spec").object("template").object("spec");
        return Stream.of("containers", "initContainers")
                .flatMap(each -> pod.objects(each).stream())
                .map(each -> each.text("image").orElse(""))
                .distinct()
                .toList();
    }

    /** The controller alone puts the hash there; it must not come back with the template. */
    static Map<String, Object> withoutHash(Json template) {
        var copy = new LinkedHashMap<>(template.members());
        var metadata = new LinkedHashMap<>(template.object("metadata").members());
        var labels =
                new LinkedHashMap<>(template.object("metadata").object("labels").members());
        labels.remove(HASH);
        metadata.put("labels", labels);
        copy.put("metadata", metadata);
        return copy;
    }
}
