package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.ack.Kubeconfig;
import io.belay.adapter.aliyun.acs.RoleCredentials;
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
 * All that a system file can name of Alibaba Cloud. What is bound asks by the same {@link #credentials()}, which Function
 * Compute's door gives those of each request.
 */
public final class AliyunKinds {
    private final RoleCredentials credentials;
    private final Clients clients;

    /** Takes endpoints, and credentials where no door gives any, from {@code environment}. */
    public AliyunKinds(Map<String, String> environment) {
        credentials = new RoleCredentials(environment);
        clients = new Clients(environment, credentials);
    }

    /** By which all is asked. */
    public RoleCredentials credentials() {
        return credentials;
    }

    /** What can be asked how it stands: {@code aliyun} and {@code cloudmonitor-metric}. */
    public List<ProbeKind> checks() {
        return List.of(new AskKind(clients, Optional.empty()), new MetricKind(clients, Optional.empty()));
    }

    /** What can be put back: {@code fc-alias} and {@code fc-image}. */
    public List<Kind<ReleaseTarget>> targets() {
        return List.of(new FcAliasKind(clients), new FcImageKind(clients));
    }

    /** What a person may stop altogether: {@code fc-stop}. */
    public List<Kind<EmergencyBrake>> brakes() {
        return List.of(new FcStopKind(clients));
    }

    /** Hosts on which a script can be run: {@code cloud-assistant}. */
    public List<Kind<Shell>> shells() {
        return List.of(new CloudAssistantKind(clients));
    }

    /** Clusters of Kubernetes, by their kubeconfigs: {@code ack}. */
    public List<Kind<Kubeconfig>> clusters() {
        return List.of(new AckKind(clients));
    }

    /** What it can be put back for: {@code cloudmonitor}. */
    public List<Kind<Watched>> alarms() {
        return List.of(new CloudMonitorKind(clients));
    }

    /** Where alarms are kept: {@code cloudmonitor}. */
    public List<Kind<AlarmPlace>> stores() {
        return List.of(new CloudMonitorStoreKind(clients));
    }

    /** Who can be told: {@code dingtalk} and {@code mns}. */
    public List<Kind<Announcer>> announcers() {
        return List.of(new DingTalkKind(), new MnsKind(clients));
    }
}
