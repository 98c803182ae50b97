package io.belay.adapter.aliyun.ack;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.acs.Percent;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The kubeconfig of a cluster, as whose credentials ask for it: with a client certificate that ends soon. It is fetched anew
 * shortly before that, and what was fetched is kept in memory alone. Safe for many threads, of which several may fetch at once.
 * (Container Service 2015-12-15, "DescribeClusterUserKubeconfig".)
 */
public final class Kubeconfig {
    /** How a cluster's id is written. */
    public static final String CLUSTER = "[A-Za-z0-9]{1,64}";

    /** "Valid values: 15 to 4320": the shortest. */
    private static final Duration LASTING = Duration.ofMinutes(15);

    /** A rollback reads it for each call, and one call may take a minute; clocks differ by another two. */
    private static final Duration SOON = Duration.ofMinutes(3);

    private final AcsClient client;
    private final String cluster;
    private final boolean inside;
    private final AtomicReference<Optional<Fetched>> kept = new AtomicReference<>(Optional.empty());

    /**
     * That of {@code cluster}.
     *
     * @param client made for Container Service in the cluster's region
     * @param inside whether the cluster is reached from within its VPC
     */
    public Kubeconfig(AcsClient client, String cluster, boolean inside) {
        this.client = requireNonNull(client, "client");
        this.cluster = requireNonNull(cluster, "cluster");
        this.inside = inside;
    }

    private record Fetched(String text, Instant ends) {
        boolean lasts(Instant now) {
            return now.plus(SOON).isBefore(ends);
        }

        /** A secret is in it. */
        @Override
        public String toString() {
            return "kubeconfig until " + ends;
        }
    }

    /**
     * The text, good for three minutes at least by {@code deadline}'s time. Whoever has it may do on the cluster what its user may.
     *
     * @throws PortException NOT_FOUND where there is no such cluster, DENIED where that may not be asked
     */
    public String text(Deadline deadline) throws InterruptedException {
        var now = deadline.time().instant();
        var found = kept.get().filter(each -> each.lasts(now));
        if (found.isPresent()) {
            return found.get().text();
        }
        var fetched = fetch(now, deadline);
        kept.set(Optional.of(fetched));
        return fetched.text();
    }

    private Fetched fetch(Instant now, Deadline deadline) throws InterruptedException {
        var query = Map.of(
                "PrivateIpAddress",
                Boolean.toString(inside),
                "TemporaryDurationMinutes",
                Long.toString(LASTING.toMinutes()));
        var path = "/k8s/" + Percent.encoded(cluster) + "/user_config";
        var answer = client.ask(Ask.resource("GET", "DescribeClusterUserKubeconfig", path, query), deadline);
        var text = answer.text("config")
                .filter(each -> !each.isBlank())
                .orElseThrow(() -> new PortException(
                        new Fault(Fault.Kind.REJECTED, "CS DescribeClusterUserKubeconfig: no config of " + cluster)));
        return new Fetched(text, ends(answer).orElse(now.plus(LASTING)));
    }

    private static Optional<Instant> ends(Json answer) {
        try {
            return answer.text("expiration")
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The cluster alone. */
    @Override
    public String toString() {
        return "kubeconfig of " + cluster;
    }
}
