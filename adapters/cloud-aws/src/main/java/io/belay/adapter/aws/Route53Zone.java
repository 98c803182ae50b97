package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A hosted zone of Route 53. */
record Route53Zone(AwsClients aws, String id) {
    /** Five hundred records of one name and type. */
    private static final int PAGES = 5;

    Route53Zone {
        requireNonNull(aws, "aws");
        requireNonNull(id, "id");
    }

    /** The records of {@code name} and {@code type}; the list of AWS goes on past them. */
    List<ResourceRecordSet> records(String name, String type, Deadline deadline) throws InterruptedException {
        var records = new ArrayList<ResourceRecordSet>();
        var identifier = "";
        for (int page = 0; page < PAGES; page++) {
            var from = identifier;
            var answer = AwsCall.ask(
                    deadline,
                    limits -> aws.route53()
                            .listResourceRecordSets(request -> request.hostedZoneId(id)
                                    .startRecordName(name)
                                    .startRecordType(type)
                                    .startRecordIdentifier(from.isEmpty() ? null : from)
                                    .maxItems("100")
                                    .overrideConfiguration(limits)));
            answer.resourceRecordSets().stream()
                    .filter(set -> set.name().equals(name) && set.typeAsString().equals(type))
                    .forEach(records::add);
            if (!goesOn(answer, name, type)) {
                return records;
            }
            identifier = answer.nextRecordIdentifier();
        }
        throw new PortException(new Fault(Fault.Kind.REJECTED, name + " has more than " + PAGES + " pages of records"));
    }

    private static boolean goesOn(ListResourceRecordSetsResponse answer, String name, String type) {
        return answer.isTruncated()
                && name.equals(answer.nextRecordName())
                && type.equals(answer.nextRecordTypeAsString())
                && answer.nextRecordIdentifier() != null;
    }

    /** The id of the change. */
    String change(List<Change> changes, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.route53()
                                .changeResourceRecordSets(request -> request.hostedZoneId(id)
                                        .changeBatch(batch -> batch.changes(changes))
                                        .overrideConfiguration(limits)))
                .changeInfo()
                .id();
    }

    ChangeStatus status(String change, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.route53()
                                .getChange(request -> request.id(change).overrideConfiguration(limits)))
                .changeInfo()
                .status();
    }
}
