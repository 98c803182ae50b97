package io.belay.bench;

import io.belay.adapter.aws.Route53Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;

/** Records of Route 53. */
final class Route53Place extends Amazon {
    private static final String ZONE = "Z1";
    private static final String GOOD = "192.0.2.1";

    private final Route53Client sdk = plain(Route53Client.builder());

    @Override
    public Thing broken() throws InterruptedException {
        var name = fresh("api") + ".example.com";
        var target = new Route53Target(clients, ZONE, name, "A");
        time.ago(Duration.ofHours(4));
        server.route53().set(ZONE, name, "A", 1, GOOD);
        Place.stamp(target, time);
        time.ago(Duration.ofMinutes(10));
        server.route53().set(ZONE, name, "A", 1, "192.0.2.9");
        time.ago(Duration.ZERO);
        return new Thing(
                target,
                Optional.empty(),
                () -> server.route53().values(ZONE, name, "A").equals(List.of(GOOD)),
                () -> server.route53().sync(),
                () -> script(name));
    }

    private void script(String name) {
        sdk.listResourceRecordSets(request -> request.hostedZoneId(ZONE)
                .startRecordName(name)
                .startRecordType(RRType.A)
                .maxItems("1"));
        var change = Change.builder()
                .action(ChangeAction.UPSERT)
                .resourceRecordSet(set -> set.name(name)
                        .type(RRType.A)
                        .ttl(1L)
                        .resourceRecords(ResourceRecord.builder().value(GOOD).build()))
                .build();
        sdk.changeResourceRecordSets(
                request -> request.hostedZoneId(ZONE).changeBatch(batch -> batch.changes(List.of(change))));
    }
}
