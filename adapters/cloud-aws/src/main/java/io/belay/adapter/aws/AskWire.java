package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.document.Document;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Sends one question, signed by the SDK's own signer, and reads the answer. The SDK's clients would be one library for each service,
 * for an answer of which a file names a value or two.
 */
record AskWire(AwsPlace place, AwsCredentialsProvider credentials, SdkHttpClient http) {
    private static final int LARGEST = 16 << 20;

    Document ask(Asked asked) throws IOException {
        var body = body(asked);
        var signed = signed(asked, request(asked), body);
        var content = signed.payload();
        var request = HttpExecuteRequest.builder().request(signed.request());
        content.ifPresent(request::contentStreamProvider);
        var answer = http.prepareRequest(request.build()).call();
        var text = "";
        if (answer.responseBody().isPresent()) {
            try (var stream = answer.responseBody().get()) {
                text = new String(stream.readNBytes(LARGEST), UTF_8);
            }
        }
        if (!answer.httpResponse().isSuccessful()) {
            throw new PortException(AskRefusal.of(
                    asked,
                    answer.httpResponse().statusCode(),
                    text,
                    answer.httpResponse().firstMatchingHeader("x-amzn-ErrorType")));
        }
        return read(asked, text);
    }

    private static Document read(Asked asked, String text) {
        try {
            return asked.api().protocol().read(text);
        } catch (IllegalArgumentException notRead) {
            throw new PortException(
                    new Fault(
                            Fault.Kind.REJECTED,
                            asked.shown() + ": the answer cannot be read: " + notRead.getMessage()),
                    notRead);
        }
    }

    private SdkHttpRequest request(Asked asked) {
        var api = asked.api();
        var byPath = api.protocol().byPath();
        var request = SdkHttpRequest.builder()
                .uri(URI.create(api.endpoint(place).toString().replaceAll("/$", "") + (byPath ? asked.path() : "/")))
                .method(byPath && !asked.posted() ? SdkHttpMethod.GET : SdkHttpMethod.POST);
        if (api.protocol() == AskProtocol.JSON) {
            request.putHeader("Content-Type", "application/x-amz-json-1.1")
                    .putHeader("X-Amz-Target", api.version() + "." + asked.call());
        } else if (asked.posted()) {
            request.putHeader("Content-Type", "application/json");
        } else if (api.protocol() == AskProtocol.QUERY) {
            request.putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        }
        return request.build();
    }

    private static Optional<String> body(Asked asked) {
        return switch (asked.api().protocol()) {
            case REST_JSON, REST_XML ->
                asked.posted() ? Optional.of(JsonDocument.write(asked.parameters())) : Optional.empty();
            case JSON -> Optional.of(JsonDocument.write(asked.parameters()));
            case QUERY -> Optional.of(form(asked));
        };
    }

    private static String form(Asked asked) {
        var pairs = new ArrayList<String>();
        pairs.add("Action=" + asked.call());
        pairs.add("Version=" + asked.api().version());
        JsonDocument.flat(asked.parameters()).forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private SignedRequest signed(Asked asked, SdkHttpRequest request, Optional<String> body) {
        try {
            var identity = credentials.resolveCredentials();
            return AwsV4HttpSigner.create().sign(sign -> {
                sign.identity(identity)
                        .request(request)
                        .putProperty(
                                AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                asked.api().signing())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, asked.api().region(place.region()))
                        .putProperty(
                                AwsV4HttpSigner.DOUBLE_URL_ENCODE,
                                !asked.api().name().equals("s3"));
                body.ifPresent(text -> sign.payload(ContentStreamProvider.fromUtf8String(text)));
            });
        } catch (SdkException none) {
            throw new PortException(AwsFaults.of(none), none);
        }
    }
}
