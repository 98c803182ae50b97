package io.belay.adapter.kubernetes;

import java.util.regex.Pattern;

/**
 * Which Deployment.
 *
 * @param cluster what people call its cluster, the same on every way to it: part of the identity
 * @param namespace its namespace
 * @param name its name
 */
public record DeploymentName(String cluster, String namespace, String name) {
    /** "Object Names and IDs": what may stand in a path without being encoded, among other things. */
    static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    /** @throws IllegalArgumentException where Kubernetes would not take such a name */
    public DeploymentName {
        if (cluster.isBlank()) {
            throw new IllegalArgumentException("a cluster has a name");
        }
        if (!SUBDOMAIN.matcher(namespace).matches() || !SUBDOMAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a Deployment: " + namespace + "/" + name);
        }
    }

    String path() {
        return sets().replace("replicasets", "deployments/") + name;
    }

    String sets() {
        return "/apis/apps/v1/namespaces/" + namespace + "/replicasets";
    }

    @Override
    public String toString() {
        return cluster + "/" + namespace + "/" + name;
    }
}
