package io.belay.adapter.kubernetes.testkit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A Deployment as somebody applies it, before the image of a release stands in it. */
record Manifest(Map<String, Object> tree) {
    /** Three replicas of a container, and nothing that it need not have. */
    static final Manifest SHOP = of("""
            {
              "apiVersion": "apps/v1",
              "kind": "Deployment",
              "metadata": { "name": "%1$s", "namespace": "%2$s" },
              "spec": {
                "replicas": 3,
                "selector": { "matchLabels": { "app": "%1$s" } },
                "template": {
                  "metadata": { "labels": { "app": "%1$s" } },
                  "spec": {
                    "containers": [
                      { "name": "main", "image": "", "ports": [ { "containerPort": 8080, "protocol": "TCP" } ] }
                    ]
                  }
                }
              }
            }
            """.formatted(TestingCluster.NAME, TestingCluster.NAMESPACE));

    static Manifest of(String json) {
        return new Manifest(Trees.of(json));
    }

    /** The Deployment that the first apply makes. */
    Map<String, Object> fresh(String now) {
        var deployment = Trees.copy(tree);
        var metadata = Trees.at(deployment, "metadata");
        metadata.put("uid", UUID.randomUUID().toString());
        metadata.put("generation", 1);
        metadata.put("creationTimestamp", now);
        return deployment;
    }

    Map<String, Object> template(String image) {
        var template = Trees.copy(Trees.at(tree, "spec", "template"));
        first(template).put("image", image);
        return template;
    }

    /** The image of a template's first container. */
    static String image(Map<String, Object> template) {
        return Trees.text(first(template), "image");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Map<String, Object> template) {
        return (Map<String, Object>)
                ((List<?>) Trees.at(template, "spec").getOrDefault("containers", List.of())).getFirst();
    }
}
