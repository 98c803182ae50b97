package io.belay.adapter.aws;

import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Optional;

/**
 * The kind {@code route53}: all records of a name and type, as ResourceRecordSet of the Route 53 API Reference has them. A block
 * names no region: Route 53 has one for each partition, and the file's region says which partition that is.
 */
record Route53Kind(AwsRegions regions) implements Kind<ReleaseTarget> {
    /** Where Route 53 of the common partition is asked. */
    private static final String COMMON = "us-east-1";

    private static final String LABEL = "[A-Za-z0-9_-]{1,63}";

    static final Key<Text> ZONE =
            AwsName.key("zone", "[A-Z0-9]{1,32}", "The hosted zone's id, such as Z0123456789ABC.");
    static final Key<Text> NAME = AwsName.key(
            "name",
            "(?=.{1,255}$)(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*\\.?",
            "The records' whole name: api.example.com.");

    /** All but SOA, which is Route 53's own. */
    static final Key<String> TYPE = Key.choice(
                    "type",
                    List.of(
                            "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SPF", "SRV",
                            "SSHFP", "SVCB", "TLSA", "TXT"),
                    "The records' type.")
            .needed();

    @Override
    public String name() {
        return "route53";
    }

    @Override
    public Shape shape() {
        return Shape.of("Records of Route 53, put back to what they were.", ZONE, NAME, TYPE);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        return new Route53Target(
                regions.of(AwsRegions.home(cloud).orElse(COMMON)),
                AwsName.of(settings, ZONE),
                AwsName.of(settings, NAME),
                settings.get(TYPE));
    }
}
