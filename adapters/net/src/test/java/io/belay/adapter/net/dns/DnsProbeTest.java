package io.belay.adapter.net.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.tcp.Ask;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.adapter.net.tcp.TestingServer;
import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Probe;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.testkit.ProbeContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Rcode;

final class DnsProbeTest extends ProbeContract {
    private final TestingResolver resolver = TestingResolver.answering(
            Rcode.NOERROR,
            "api.test. 60 CNAME balancer.test.",
            "balancer.test. 300 A 192.0.2.2",
            "balancer.test. 300 A 192.0.2.1");
    private final TestingResolver silent = TestingResolver.doing((_, _) -> List.of());

    @AfterEach
    void stop() {
        resolver.close();
        silent.close();
    }

    private static Settings.Builder of(String name, String resolver) {
        return Settings.builder().set(DnsProbeKind.NAME, Text.of(name)).set(DnsProbeKind.RESOLVER, Text.of(resolver));
    }

    private static Probe bind(Settings.Builder settings) {
        return new DnsProbeKind().bind(settings.build(), Set.of());
    }

    private static Probe api(TestingResolver resolver) {
        return bind(of("api.test", resolver.address()));
    }

    @Override
    protected Probe answering() {
        return api(resolver);
    }

    @Override
    protected Set<FactName> asked() {
        return Ask.facts("response", "records", "count", "ttl", "authenticated");
    }

    @Override
    protected Probe refusing() {
        return bind(of("api.test", "127.0.0.1:" + TestingServer.closedPort()));
    }

    @Override
    protected Probe silent() {
        return bind(of("api.test", silent.address()).set(Endpoint.TIMEOUT, Duration.ofMinutes(1)));
    }

    @Test
    void theRecordsAreThoseOfTheTypeWhateverAliasLedToThem() throws Exception {
        assertThat(Ask.value(api(resolver), "records").shown()).isEqualTo("[192.0.2.1, 192.0.2.2]");
        assertThat(Ask.value(api(resolver), "count")).isEqualTo(Value.of(2));
    }

    @Test
    void aRecordIsFoundAmongTheOthers() throws Exception {
        var records = Ask.value(api(resolver), "records");

        assertThat(new Condition.Contains("192.0.2.2").holds(records)).isTrue();
        assertThat(new Condition.Contains("192.0.2.3").holds(records)).isFalse();
    }

    @Test
    void theShortestLifeCountsTheAliasToo() throws Exception {
        assertThat(Ask.value(api(resolver), "ttl")).isEqualTo(Value.of(Duration.ofMinutes(1)));
    }

    @Test
    void aNameThatIsNotThereIsAnAnswer() throws Exception {
        try (var empty = TestingResolver.answering(Rcode.NXDOMAIN)) {
            assertThat(Ask.value(api(empty), "response")).isEqualTo(Value.of("NXDOMAIN"));
            assertThat(Ask.value(api(empty), "ttl")).isEqualTo(Value.absent());
        }
    }

    @Test
    void aNameWithoutRecordsOfTheTypeIsNoSuccess() throws Exception {
        try (var empty = TestingResolver.answering(Rcode.NOERROR)) {
            assertThat(Ask.value(api(empty), "response")).isEqualTo(Value.of("NODATA"));
            assertThat(Ask.value(api(empty), "count")).isEqualTo(Value.of(0));
        }
    }

    @Test
    void aResolverThatFailsIsAnAnswer() throws Exception {
        try (var failing = TestingResolver.answering(Rcode.SERVFAIL)) {
            assertThat(Ask.value(api(failing), "response")).isEqualTo(Value.of("SERVFAIL"));
        }
    }

    @Test
    void theResolverSaysWhetherTheAnswerIsProved() throws Exception {
        try (var proving = TestingResolver.doing((query, _) -> {
            var answer = TestingResolver.answer(query, Rcode.NOERROR, "api.test. 60 A 192.0.2.1");
            answer.getHeader().setFlag(Flags.AD);
            return List.of(answer.toWire());
        })) {
            assertThat(Ask.value(api(proving), "authenticated")).isEqualTo(Value.of(true));
        }
        assertThat(Ask.value(api(resolver), "authenticated")).isEqualTo(Value.of(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AAAA  | 2001:db8::1                | 2001:db8:0:0:0:0:0:1",
                "CNAME | other.test.                | other.test",
                "MX    | 10 mail.test.              | 10 mail.test",
                "TXT   | \"v=spf1 \" \"-all\"       | v=spf1 -all",
                "NS    | ns1.test.                  | ns1.test",
                "SRV   | 1 2 443 host.test.         | 1 2 443 host.test",
                "CAA   | 0 issue \"authority.test\" | 0 issue \"authority.test\"",
            })
    void recordsAreWrittenAsPeopleWriteThem(String type, String data, String shown) throws Exception {
        try (var typed = TestingResolver.answering(Rcode.NOERROR, "api.test. 60 " + type + " " + data)) {
            var probe = bind(of("api.test", typed.address()).set(DnsProbeKind.TYPE, type));

            assertThat(Ask.value(probe, "records")).isEqualTo(Value.of(List.of(Value.of(shown))));
        }
    }

    @Test
    void theAnswerOverTcpIsTheSame() throws Exception {
        try (var streaming = TestingResolver.doing((query, byUdp) -> byUdp
                ? List.of()
                : List.of(TestingResolver.answer(query, Rcode.NOERROR, "api.test. 60 A 192.0.2.9")
                        .toWire()))) {
            var probe = bind(of("api.test", streaming.address()).set(DnsProbeKind.TRANSPORT, "tcp"));

            assertThat(Ask.value(probe, "records").shown()).isEqualTo("[192.0.2.9]");
        }
    }

    @Test
    void anAnswerThatWasCutIsFetchedWhole() throws Exception {
        try (var cutting = TestingResolver.doing((query, byUdp) -> {
            var answer = TestingResolver.answer(
                    query, Rcode.NOERROR, byUdp ? new String[0] : new String[] {"api.test. 60 A 192.0.2.9"});
            if (byUdp) {
                answer.getHeader().setFlag(Flags.TC);
            }
            return List.of(answer.toWire());
        })) {
            assertThat(Ask.value(api(cutting), "records").shown()).isEqualTo("[192.0.2.9]");
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsPassedOver() throws Exception {
        try (var forging = TestingResolver.doing((query, _) -> {
            var forged = TestingResolver.answer(query, Rcode.NOERROR, "api.test. 60 A 203.0.113.66");
            forged.getHeader().setID(query.getHeader().getID() ^ 1);
            var echoed = query.clone();
            var real = TestingResolver.answer(query, Rcode.NOERROR, "api.test. 60 A 192.0.2.9");
            return List.of(forged.toWire(), echoed.toWire(), real.toWire());
        })) {
            assertThat(Ask.value(api(forging), "records").shown()).isEqualTo("[192.0.2.9]");
        }
    }

    @Test
    void aServerOfAnotherKindRefuses() throws Exception {
        try (var stranger =
                TestingResolver.doing((_, _) -> List.of("not DNS at all".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(Ask.refusal(api(stranger))).startsWith("no word of DNS");
        }
    }

    @Test
    void aNameBeyondAsciiIsAskedInItsAsciiForm() throws Exception {
        try (var echoing = TestingResolver.doing((query, _) -> List.of(
                TestingResolver.answer(query, Rcode.NOERROR, query.getQuestion().getName() + " 60 A 192.0.2.9")
                        .toWire()))) {
            assertThat(Ask.value(bind(of("bücher.test", echoing.address())), "count"))
                    .isEqualTo(Value.of(1));
        }
    }

    @Test
    void theTargetIsNameTypeAndResolver() {
        assertThat(bind(of("api.test", "192.0.2.53")).target().address()).isEqualTo("api.test A at 192.0.2.53:53");
    }

    @Test
    void aResolverOfVersionSixMayHaveAPort() {
        assertThat(bind(of("api.test", "[::1]:5353")).target().address()).isEqualTo("api.test A at [::1]:5353");
        assertThat(bind(of("api.test", "::1")).target().address()).isEqualTo("api.test A at [::1]:53");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host:0", "host:70000", "host:dns", "https://host/dns-query"})
    void aResolverThatIsNoHostIsRefused(String written) {
        assertThatThrownBy(() -> bind(of("api.test", written))).isInstanceOf(SettingException.class);
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThatThrownBy(() -> bind(of("a".repeat(64) + ".test", "192.0.2.53")))
                .isInstanceOf(SettingException.class);
    }
}
