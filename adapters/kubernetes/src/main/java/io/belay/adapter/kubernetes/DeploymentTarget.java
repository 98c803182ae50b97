package io.belay.adapter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Condition;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A Deployment. A revision is one of its ReplicaSets, by the hash of its template; a shift writes that template back and
 * remembers in the same write, as {@code kubectl rollout undo} does (kubectl, {@code polymorphichelpers/rollback.go}): without
 * the label {@code pod-template-hash}, and not while the Deployment is paused. Unlike it, the other annotations stay as they
 * are, all but the change-cause, which is the template's own.
 *
 * <p>The server compares {@code metadata.resourceVersion} and answers 409 where it differs ("API Conventions", concurrency
 * control). Replicas are left alone, and so is who scales them.
 */
public final class DeploymentTarget implements ReleaseTarget {
    /** Far more than the 100 that are told, and an end. */
    private static final int PAGES = 20;

    private final DeploymentName name;
    private final Pins pins;
    private final KubernetesApi api;

    /**
     * What was listed last. A template never changes under its hash, so that a shift need not ask for it again, and one whose
     * ReplicaSet has gone meanwhile can be written back all the same.
     */
    private final AtomicReference<List<ReplicaSet>> listed = new AtomicReference<>(List.of());

    /** The Deployment of {@code name} in the cluster of {@code source}. */
    public DeploymentTarget(ClusterSource source, DeploymentName name, Pins pins) {
        this.name = name;
        this.pins = pins;
        api = new KubernetesApi(source);
    }

    @Override
    public Target target() {
        return new Target(name.toString(), name.cluster());
    }

    @Override
    public String kind() {
        return "kubernetes";
    }

    /** The labels of kube-state-metrics. */
    @Override
    public Map<String, String> dimensions() {
        return Map.of("namespace", name.namespace(), "deployment", name.name());
    }

    @Override
    public Room room() {
        return Remembered.ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        var deployment = new Deployment(api.get(name.path(), deadline));
        var sets = sets(deployment.selector(), deployment.uid(), deadline);
        listed.set(sets);
        return new Reading(deployment, sets, pins).standing();
    }

    /** Nothing is to be done: a rolling update sizes the one before it takes from the other. */
    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) {
        inTime(deadline);
        fit(seen, to);
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        inTime(deadline);
        if (seen.only(to)
                && seen.condition() instanceof Condition.Settled
                && seen.memory().equals(memory)) {
            return;
        }
        fit(seen, to);
        var token = Token.of(seen);
        var set = set(to, token, deadline);
        var annotations = Remembered.annotations(memory, token.count());
        annotations.put(
                ReplicaSet.CHANGE_CAUSE,
                Optional.ofNullable(set.annotations().get(ReplicaSet.CHANGE_CAUSE))
                        .<Object>map(each -> each)
                        .orElse(Optional.empty()));
        // The directive replaces the whole: what the bad template alone has goes as well.
        var template = new LinkedHashMap<String, Object>(Map.of("$patch", "replace"));
        template.putAll(set.template());
        patch(token, annotations, Map.of("spec", Map.of("template", template)), deadline);
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        inTime(deadline);
        var token = Token.of(seen);
        patch(token, Remembered.annotations(memory, token.count()), Map.of(), deadline);
    }

    private void patch(Token token, Map<String, Object> annotations, Map<String, Object> more, Deadline deadline)
            throws InterruptedException {
        var patch = new LinkedHashMap<>(more);
        patch.put("metadata", Map.of("resourceVersion", token.resourceVersion(), "annotations", annotations));
        api.patch(name.path() + "?fieldManager=belay", patch, deadline);
    }

    private ReplicaSet set(Revision to, Token token, Deadline deadline) throws InterruptedException {
        var known = listed.get().stream()
                .filter(each -> each.of(token.uid()) && each.revision().equals(to))
                .findFirst();
        return known.isPresent()
                ? known.get()
                : sets(ReplicaSet.HASH + "=" + to.name(), token.uid(), deadline).stream()
                        .findFirst()
                        .orElseThrow(() -> gone(to));
    }

    private List<ReplicaSet> sets(String selector, String uid, Deadline deadline) throws InterruptedException {
        var sets = new ArrayList<ReplicaSet>();
        var next = "";
        for (int page = 0; page < PAGES; page++) {
            var list = api.get(
                    name.sets() + "?limit=250&labelSelector=" + encoded(selector)
                            + (next.isEmpty() ? "" : "&continue=" + encoded(next)),
                    deadline);
            list.objects("items").stream()
                    .map(ReplicaSet::new)
                    .filter(each -> each.of(uid))
                    .forEach(sets::add);
            next = list.object("metadata").text("continue").orElse("");
            if (next.isEmpty()) {
                return sets;
            }
        }
        throw new PortException(new Fault(Fault.Kind.REJECTED, name + ": more ReplicaSets than can be read"));
    }

    private void inTime(Deadline deadline) {
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, name + ": no time is left"));
        }
    }

    private void fit(Standing seen, Revision to) {
        var found = seen.revisions().stream()
                .filter(each -> each.revision().equals(to))
                .findFirst()
                .orElseThrow(() -> gone(to));
        found.unfit().map(why -> to + " is " + why).ifPresent(why -> {
            throw new PortException(new Fault(Fault.Kind.REJECTED, name + ": " + why));
        });
    }

    private PortException gone(Revision to) {
        return new PortException(new Fault(
                Fault.Kind.NOT_FOUND,
                name + ": there is no ReplicaSet " + to + " any more; how many are kept, revisionHistoryLimit says"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
