package io.belay.adapter.aws;

import io.belay.core.alarm.AlarmPlace;
import io.belay.core.announce.Announcer;
import io.belay.core.host.Shell;
import io.belay.core.probe.ProbeKind;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every kind of thing on AWS that a system file can name. Their clients are shared by region and made when first used; safe for any
 * number of threads. A new kind is one line here.
 */
public final class AwsKinds implements AutoCloseable {
    private final AwsRegions regions;

    /**
     * The kinds, whose clients sign with what the SDK's default chain finds when the first call needs it.
     *
     * @param environment where {@link AwsPlace#ENDPOINT} may stand
     * @throws IllegalArgumentException where an address in it is none
     */
    public AwsKinds(Map<String, String> environment) {
        this(new AwsRegions(region -> AwsClients.of(region, environment)));
        AwsPlace.endpoints(environment);
    }

    AwsKinds(AwsRegions regions) {
        this.regions = regions;
    }

    /** What can be asked how it stands. */
    public List<ProbeKind> checks() {
        return List.of(new AskKind(regions, Optional.empty()), new MetricKind(regions, Optional.empty()));
    }

    /** What can be put back. */
    public List<Kind<ReleaseTarget>> targets() {
        return List.of(
                new LambdaKind(regions), new EcsKind(regions), new CodeDeployKind(regions), new Route53Kind(regions));
    }

    /** What a person may stop altogether. */
    public List<Kind<EmergencyBrake>> brakes() {
        return List.of(new LambdaStopKind(regions));
    }

    /** Hosts on which a script can be run. */
    public List<Kind<Shell>> shells() {
        return List.of(new SsmKind(regions));
    }

    /** What can be watched. */
    public List<Kind<Watched>> alarms() {
        return List.of(new CloudWatchKind(regions));
    }

    /** Where alarms are kept. */
    public List<Kind<AlarmPlace>> stores() {
        return List.of(new CloudWatchStoreKind(regions));
    }

    /** Who can be told. */
    public List<Kind<Announcer>> announcers() {
        return List.of(new SnsKind(regions));
    }

    /** Ends the connections of every client. */
    @Override
    public void close() {
        regions.close();
    }
}
