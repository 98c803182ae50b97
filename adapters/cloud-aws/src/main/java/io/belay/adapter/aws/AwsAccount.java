package io.belay.adapter.aws;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** An account in a region, and the ARNs of what is in it. */
record AwsAccount(String region, String id) {
    AwsAccount {
        if (!id.matches("\\d{12}")) {
            throw new IllegalArgumentException("an account is twelve digits, found " + id);
        }
    }

    private String partition() {
        return PartitionMetadata.of(Region.of(region)).id();
    }

    private String arn(String service, String resource) {
        return "arn:" + partition() + ":" + service + ":" + region + ":" + id + ":" + resource;
    }

    String topic(String name) {
        return arn("sns", name);
    }

    String alarm(String name) {
        return arn("cloudwatch", "alarm:" + name);
    }

    String logGroup(String name) {
        return arn("logs", "log-group:" + name);
    }

    /** Budgets are of no region. */
    String budget(String name) {
        return "arn:" + partition() + ":budgets::" + id + ":" + name;
    }

    /** Whether {@code arn} is of {@code service}, in this account and region. */
    boolean has(String service, String arn) {
        return arn.startsWith(arn(service, ""));
    }
}
