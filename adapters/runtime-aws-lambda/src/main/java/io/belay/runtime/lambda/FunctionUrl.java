package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.assembly.door.Answer;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Caller;
import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.HttpReply;
import io.belay.assembly.door.Json;
import io.belay.core.Deadline;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * HTTP as a Lambda function URL brings it: payload format 2.0 (Lambda documentation, function URL request and response
 * payloads). Fields of the envelope that are not used are left alone: AWS adds to them.
 */
final class FunctionUrl {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern TRACE = Pattern.compile("(?:^|;)\\s*Root=([0-9a-f-]{8,64})(?:;|$)");

    private static final Pattern ARN = Pattern.compile("arn:[\\x21-\\x7e]{1,2000}");

    private FunctionUrl() {}

    /** Whether {@code event} is HTTP of any format, so that whoever sent it waits for a status. */
    static boolean is(Json.Fields event) {
        return event.find("httpMethod").isPresent()
                || event.find("requestContext")
                        .filter(context -> context instanceof Json.Fields fields
                                && fields.find("http").isPresent())
                        .isPresent();
    }

    /**
     * The call in {@code event}.
     *
     * @throws BadRequest where it is not payload format 2.0
     */
    static HttpCall read(Json.Fields event, Optional<String> request, Deadline deadline) {
        if (!event.text("version").equals(Optional.of("2.0"))) {
            throw new BadRequest(400, "$.version", "HTTP events of payload format 2.0 are read, no others");
        }
        var http = needed(event.object("requestContext"), "$.requestContext").object("http");
        var headers = headers(event);
        return new HttpCall(
                needed(needed(http, "$.requestContext.http").text("method"), "$.requestContext.http.method"),
                needed(event.text("rawPath"), "$.rawPath"),
                event.text("rawQueryString").orElse(""),
                headers,
                new ByteArrayInputStream(body(event)),
                root(headers).or(() -> request),
                caller(event),
                deadline);
    }

    /**
     * Whom IAM knows to have signed the call (Lambda documentation, function URL request payload). Lambda says so of a call that came
     * over HTTP; whoever may invoke the function directly can make an event that says it of anybody.
     */
    private static Optional<Caller> caller(Json.Fields event) {
        return event.object("requestContext")
                .flatMap(context -> context.object("authorizer"))
                .flatMap(authorizer -> authorizer.object("iam"))
                .flatMap(iam -> iam.text("userArn"))
                .filter(arn -> ARN.matcher(arn).matches())
                .<Caller>map(Caller.Signed::new);
    }

    private static <T> T needed(Optional<T> value, String place) {
        return value.orElseThrow(() -> new BadRequest(400, place, "missing"));
    }

    private static Map<String, String> headers(Json.Fields event) {
        var headers = new HashMap<String, String>();
        event.object("headers")
                .ifPresent(fields -> fields.fields()
                        .keySet()
                        .forEach(name -> fields.text(name)
                                .ifPresent(value -> headers.put(name.toLowerCase(Locale.ROOT), value))));
        return headers;
    }

    /** The id of AWS's own trace, which it gives every HTTP call. */
    private static Optional<String> root(Map<String, String> headers) {
        var match = TRACE.matcher(headers.getOrDefault("x-amzn-trace-id", ""));
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static byte[] body(Json.Fields event) {
        var body = event.text("body").orElse("");
        var encoded = event.find("isBase64Encoded").orElse(new Json.Plain("false"));
        if (encoded.equals(new Json.Plain("false"))) {
            return body.getBytes(UTF_8);
        }
        if (!encoded.equals(new Json.Plain("true"))) {
            throw new BadRequest(400, "$.isBase64Encoded", "true or false is meant");
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException _) {
            throw new BadRequest(400, "$.body", "not Base64, though isBase64Encoded says so");
        }
    }

    static String written(Answer answer) {
        return written(HttpReply.of(answer));
    }

    /** The response payload of format 2.0. */
    static String written(HttpReply reply) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("statusCode", reply.status());
            json.writeObjectPropertyStart("headers");
            reply.headers().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(header -> json.writeStringProperty(header.getKey(), header.getValue()));
            json.writeEndObject();
            json.writeBooleanProperty("isBase64Encoded", false);
            json.writeStringProperty("body", reply.body());
            json.writeEndObject();
        }
        return text.toString();
    }
}
