package io.belay.adapter.deliveries;

import static io.belay.adapter.deliveries.DeliveryShape.ALERTMANAGER;
import static io.belay.adapter.deliveries.DeliveryShape.AWS_SCHEDULE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_EVENTBRIDGE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_MNS_QUEUE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_MNS_TOPIC;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_CALLBACK;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_ALARM;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_BY_EVENTBRIDGE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_BY_SNS;
import static io.belay.adapter.deliveries.DeliveryShape.FC_DESTINATION;
import static io.belay.adapter.deliveries.DeliveryShape.FC_TIMER;
import static io.belay.adapter.deliveries.DeliveryShape.LAMBDA_DESTINATION;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.NotForUs;
import io.belay.core.Correlation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The record of an asynchronous invocation, as its destination is called with it: Lambda's (developer guide, "Capturing records
 * of Lambda asynchronous invocations") and Function Compute's (its documentation, asynchronous invocation, result callback).
 *
 * <p>Another function could not do what it was called for, so it is done here: an alarm that was its event is read as if it came
 * itself, and for anything else all alarms are looked at. What goes round is refused: a record of this function's own failure, and
 * a record within a record.
 */
final class Destination {
    private static final String EVENT = "requestPayload";
    private static final String NESTED = "the record of another invocation";

    private static final Deliveries BY_AWS =
            new Deliveries(Set.of(CLOUDWATCH_ALARM, CLOUDWATCH_BY_SNS, CLOUDWATCH_BY_EVENTBRIDGE, AWS_SCHEDULE));
    private static final Deliveries BY_ALIYUN = new Deliveries(Set.of(
            CLOUDMONITOR_BY_MNS_TOPIC,
            CLOUDMONITOR_BY_MNS_QUEUE,
            CLOUDMONITOR_BY_EVENTBRIDGE,
            CLOUDMONITOR_CALLBACK,
            ALERTMANAGER,
            FC_TIMER));

    private Destination() {}

    static List<Delivery> ofLambda(Body body, Optional<Self> self) {
        var record = body.value();
        record.field("version").mustBe("1.0");
        var context = record.field("requestContext");
        return undone(
                record, context.field("condition").is("Success"), lambda(context.field("functionArn")), BY_AWS, self);
    }

    static List<Delivery> ofFunctionCompute(Body body, Optional<Self> self) {
        var record = body.value();
        var context = record.field("requestContext");
        var failed = record.find("responseContext").flatMap(response -> response.find("functionError"));
        // Neither says a word where the function has done it.
        var done = context.field("condition").text().isEmpty()
                && failed.map(Spot::text).orElse("").isEmpty();
        return undone(record, done, functionCompute(context.field("functionArn")), BY_ALIYUN, self);
    }

    private static List<Delivery> undone(
            Spot record, boolean done, Self failed, Deliveries within, Optional<Self> self) {
        var context = record.field("requestContext");
        var request = context.field("requestId").name();
        if (self.filter(failed::equals).isPresent()) {
            throw new NotRead(
                    context.field("functionArn").place(),
                    "this function itself",
                    "another function, whose event it was,");
        }
        if (done) {
            return List.of(new NotForUs("an invocation that succeeded"));
        }
        var event = record.find(EVENT).flatMap(Destination::event);
        event.filter(body -> LAMBDA_DESTINATION.marks(body) || FC_DESTINATION.marks(body))
                .ifPresent(_ -> {
                    throw record.field(EVENT).not("an event of its own, not " + NESTED + ",");
                });
        return event.filter(within::marks)
                .map(within::read)
                .orElseGet(() -> List.of(sweep(context.field("functionArn").text(), request)));
    }

    /** A function's event as its decoder takes it; empty where it cannot be one of an alarm's. */
    private static Optional<Body> event(Spot payload) {
        if (!(payload.json() instanceof Json.Text)) {
            return Optional.of(new Body("", Optional.of(payload)));
        }
        try {
            return Optional.of(Body.of(payload.text(), payload.place() + " > $"));
        } catch (NotRead _) {
            return Optional.empty();
        }
    }

    private static Delivered sweep(String arn, String request) {
        return new Delivered(
                Optional.empty(), Set.of(), Identity.of("destination", arn, request), Correlation.of(request));
    }

    /** {@code arn:aws:lambda:REGION:ACCOUNT:function:NAME}, and perhaps {@code :QUALIFIER}. */
    private static Self lambda(Spot arn) {
        var parts = arn.text().split(":", -1);
        if (parts.length < 7 || parts.length > 8 || !parts[2].equals("lambda") || !parts[5].equals("function")) {
            throw arn.not("the ARN of a function of Lambda");
        }
        return new Self(parts[3], parts[6]);
    }

    /** {@code acs:fc:REGION:ACCOUNT:functions/NAME}, and perhaps {@code /QUALIFIER}. */
    private static Self functionCompute(Spot arn) {
        var parts = arn.text().split(":", -1);
        var path = parts.length == 5 ? parts[4].split("/", -1) : new String[0];
        if (path.length < 2 || path.length > 3 || !path[0].equals("functions")) {
            throw arn.not("the ARN of a function of Function Compute 3.0");
        }
        return new Self(parts[2], path[1]);
    }
}
