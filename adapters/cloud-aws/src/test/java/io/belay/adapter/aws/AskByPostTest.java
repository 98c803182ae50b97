package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation.Answered;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What services with paths are asked by a POST: the findings of Security Hub, GuardDuty and the Access Analyzer. */
class AskByPostTest {
    /** Security Hub API reference, "GetFindings", cut. */
    private static final String FINDINGS = """
            {
              "Findings": [
                {
                  "Id": "arn:aws:securityhub:us-east-1:123456789012:subscription/cis/1.4/finding/a1b2",
                  "Title": "1.4 Ensure access keys are rotated", "RecordState": "ACTIVE",
                  "Severity": { "Label": "CRITICAL" }, "Workflow": { "Status": "NEW" }
                }
              ]
            }
            """;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> signed = new ConcurrentLinkedQueue<>();
    private Optional<HttpServer> server = Optional.empty();
    private Optional<AwsRegions> regions = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        opened.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            signed.add(exchange.getRequestHeaders().getFirst("Authorization"));
            var body = FINDINGS.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        opened.start();
        server = Optional.of(opened);
        var endpoint = URI.create("http://127.0.0.1:" + opened.getAddress().getPort());
        regions = Optional.of(new AwsRegions(region -> Aws.clients(endpoint, region)));
    }

    @AfterEach
    void close() {
        regions.ifPresent(AwsRegions::close);
        server.ifPresent(opened -> opened.stop(0));
    }

    private Probe probe(String service, String path, Map<String, Tree> with) {
        var settings = Settings.builder().set(Asked.SERVICE, service).set(Asked.PATH, Text.of(path));
        if (!with.isEmpty()) {
            settings.set(Asked.WITH, new Tree.Branch(with));
        }
        return new AskKind(regions.orElseThrow(), Optional.empty())
                .in(Optional.of(new Cloud(Cloud.Provider.AWS, "us-east-1")))
                .bind(settings.build(), Set.of(new FactName("answer", "$.Findings.length()")));
    }

    @Test
    void findingsAreAskedByTheirFilters() throws Exception {
        Tree critical = new Tree.Row(List.of(new Tree.Branch(Map.of("Value", new Tree.Leaf(Text.of("CRITICAL"))))));
        var probe = probe(
                "securityhub", "/findings", Map.of("Filters", new Tree.Branch(Map.of("SeverityLabel", critical))));

        assertThat(probe.observe(Aws.soon()))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.facts())
                                .singleElement()
                                .satisfies(fact -> assertThat(fact.value()).isEqualTo(Value.of(1))));
        assertThat(asked)
                .containsExactly("POST /findings {\"Filters\":{\"SeverityLabel\":[{\"Value\":\"CRITICAL\"}]}}");
        assertThat(signed)
                .singleElement()
                .satisfies(each -> assertThat(each).contains("/us-east-1/securityhub/aws4_request"));
    }

    @Test
    void withoutFiltersAllAreAsked() throws Exception {
        probe("access-analyzer", "/findingv2", Map.of()).observe(Aws.soon());

        assertThat(asked).containsExactly("POST /findingv2 {}");
    }

    @ParameterizedTest
    @CsvSource({
        "securityhub, /findings/import",
        "securityhub, /accounts",
        "guardduty, /detector/12ab/findings/archive",
        "guardduty, /detector/12ab/findings/create",
        "access-analyzer, /analyzer",
        "lambda, /2015-03-31/functions"
    })
    void nothingElseIsPosted(String service, String path) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> probe(service, path, Map.of("Filters", new Tree.Branch(Map.of()))))
                .withMessageContaining(service + " is asked by path");
    }
}
