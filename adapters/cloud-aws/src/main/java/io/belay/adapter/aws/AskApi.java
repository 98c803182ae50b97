package io.belay.adapter.aws;

import static io.belay.adapter.aws.AskProtocol.JSON;
import static io.belay.adapter.aws.AskProtocol.QUERY;
import static io.belay.adapter.aws.AskProtocol.REST_JSON;
import static io.belay.adapter.aws.AskProtocol.REST_XML;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A service of AWS, as it is asked. Each API reference names endpoint, version or target under "Common Parameters" or in its
 * examples.
 *
 * @param name as a system file writes it, and as the command line of AWS does
 * @param host the first part of its host's name
 * @param signing the name that signatures are made for
 * @param protocol how it is asked
 * @param version the date of its API, or what stands before the action in the target
 * @param global whether one endpoint answers for all regions
 */
record AskApi(String name, String host, String signing, AskProtocol protocol, String version, boolean global) {
    /** Where a service of all regions is asked and signed for, in the partition that is called aws. */
    private static final String GLOBAL_REGION = "us-east-1";

    static final List<AskApi> ALL = List.of(
            rest("access-analyzer", REST_JSON),
            json("acm", "CertificateManager"),
            json("application-autoscaling", "AnyScaleFrontendService"),
            query("autoscaling", "2011-01-01"),
            rest("backup", REST_JSON),
            new AskApi("budgets", "budgets", "budgets", JSON, "AWSBudgetServiceGateway", true),
            query("cloudformation", "2010-05-15"),
            new AskApi("cloudfront", "cloudfront", "cloudfront", REST_XML, "", true),
            json("cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101"),
            new AskApi("cloudwatch", "monitoring", "monitoring", QUERY, "2010-08-01", false),
            json("dynamodb", "DynamoDB_20120810"),
            query("ec2", "2016-11-15"),
            new AskApi("ecr", "api.ecr", "ecr", JSON, "AmazonEC2ContainerRegistry_V20150921", false),
            json("ecs", "AmazonEC2ContainerServiceV20141113"),
            query("elasticache", "2015-02-02"),
            new AskApi("elbv2", "elasticloadbalancing", "elasticloadbalancing", QUERY, "2015-12-01", false),
            json("events", "AWSEvents"),
            rest("guardduty", REST_JSON),
            new AskApi("iam", "iam", "iam", QUERY, "2010-05-08", true),
            json("kms", "TrentService"),
            rest("lambda", REST_JSON),
            json("logs", "Logs_20140328"),
            query("rds", "2014-10-31"),
            new AskApi("route53", "route53", "route53", REST_XML, "", true),
            rest("s3", REST_XML),
            rest("scheduler", REST_JSON),
            json("secretsmanager", "secretsmanager"),
            rest("securityhub", REST_JSON),
            query("sns", "2010-03-31"),
            json("sqs", "AmazonSQS"),
            json("ssm", "AmazonSSM"),
            query("sts", "2011-06-15"),
            json("wafv2", "AWSWAF_20190729"),
            rest("xray", REST_JSON));

    private static AskApi query(String name, String version) {
        return new AskApi(name, name, name, QUERY, version, false);
    }

    private static AskApi json(String name, String target) {
        return new AskApi(name, name, name, JSON, target, false);
    }

    private static AskApi rest(String name, AskProtocol protocol) {
        return new AskApi(name, name, name, protocol, "", false);
    }

    static AskApi named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** For which region a question of {@code region} is signed. */
    String region(String region) {
        return global && !region.startsWith("cn-") ? GLOBAL_REGION : region;
    }

    /** Where it answers, unless {@code place} names another address. */
    URI endpoint(AwsPlace place) {
        var china = place.region().startsWith("cn-");
        var suffix = china ? ".amazonaws.com.cn" : ".amazonaws.com";
        return Optional.of(name)
                .flatMap(place::endpoint)
                .orElseGet(
                        () -> URI.create("https://" + host + (global && !china ? "" : "." + place.region()) + suffix));
    }
}
