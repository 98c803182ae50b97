package io.belay.adapter.kubernetes;

import java.util.Map;
import java.util.Set;

/** Where the API server keeps an object ("API Overview" of Kubernetes' reference). */
record ObjectPath(String object, String namespace, String name) {
    private static final String CORE = "/api/v1";
    private static final String APPS = "/apis/apps/v1";
    private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1";
    private static final String NETWORKING = "/apis/networking.k8s.io/v1";
    private static final String BATCH = "/apis/batch/v1";

    /** Group and resource by kind. */
    static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("configmap", CORE + "/configmaps"),
            Map.entry("cronjob", BATCH + "/cronjobs"),
            Map.entry("daemonset", APPS + "/daemonsets"),
            Map.entry("deployment", APPS + "/deployments"),
            Map.entry("horizontalpodautoscaler", "/apis/autoscaling/v2/horizontalpodautoscalers"),
            Map.entry("ingress", NETWORKING + "/ingresses"),
            Map.entry("job", BATCH + "/jobs"),
            Map.entry("namespace", CORE + "/namespaces"),
            Map.entry("networkpolicy", NETWORKING + "/networkpolicies"),
            Map.entry("node", CORE + "/nodes"),
            Map.entry("persistentvolumeclaim", CORE + "/persistentvolumeclaims"),
            Map.entry("poddisruptionbudget", "/apis/policy/v1/poddisruptionbudgets"),
            Map.entry("role", RBAC + "/roles"),
            Map.entry("rolebinding", RBAC + "/rolebindings"),
            Map.entry("secret", CORE + "/secrets"),
            Map.entry("service", CORE + "/services"),
            Map.entry("serviceaccount", CORE + "/serviceaccounts"),
            Map.entry("statefulset", APPS + "/statefulsets"));

    private static final Set<String> OF_NO_NAMESPACE = Set.of("namespace", "node");

    String path() {
        var whole = KINDS.getOrDefault(object, "");
        var cut = whole.lastIndexOf('/');
        return OF_NO_NAMESPACE.contains(object)
                ? whole + "/" + name
                : whole.substring(0, cut) + "/namespaces/" + namespace + whole.substring(cut) + "/" + name;
    }

    /** What may not be told of it: an object's variables, and all of a Secret but the names of what it keeps. */
    Set<String> hidden() {
        return object.equals("secret") ? Set.of("data", "stringData", "annotations", "env") : Set.of("env");
    }

    String shown() {
        return object + " " + (OF_NO_NAMESPACE.contains(object) ? "" : namespace + "/") + name;
    }
}
