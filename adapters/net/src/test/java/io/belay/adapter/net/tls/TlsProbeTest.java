package io.belay.adapter.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.tcp.Ask;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.adapter.net.tcp.TestingServer;
import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.testkit.ProbeContract;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TlsProbeTest extends ProbeContract {
    private static final TestingAuthority ROOT = TestingAuthority.root();
    private static final Duration YEAR = Duration.ofDays(365);

    private final TestingServer server = TlsServer.with(ROOT.issue(YEAR, "127.0.0.1", "api.test"));
    private final TestingServer silent = TestingServer.silent();

    @AfterEach
    void stop() {
        server.close();
        silent.close();
    }

    private static Settings.Builder at(long port) throws Exception {
        return Settings.builder()
                .set(Endpoint.HOST, Text.of("127.0.0.1"))
                .set(TlsProbeKind.PORT, port)
                .set(Authorities.CA, Text.of(ROOT.pem()));
    }

    private static Probe bind(Settings.Builder settings, FactName... asked) {
        return new TlsProbeKind().bind(settings.build(), Set.of(asked));
    }

    private static Value value(TestingAuthority.Issued issued, String fact) throws Exception {
        try (var other = TlsServer.with(issued)) {
            return Ask.value(bind(at(other.port())), fact);
        }
    }

    @Override
    protected Probe answering() {
        try {
            return new TlsProbeKind().bind(at(server.port()).build(), asked());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    protected Set<FactName> asked() {
        return Set.of(
                FactName.of("leaf-valid-for"),
                FactName.of("chain-valid-for"),
                FactName.of("alpn"),
                new FactName("offers", "TLSv1.1"),
                new FactName("offers", "TLSv1.3"));
    }

    @Override
    protected Probe refusing() {
        return probe(TestingServer.closedPort());
    }

    @Override
    protected Probe silent() {
        return probe(silent.port());
    }

    private static Probe probe(int port) {
        var settings = Settings.builder()
                .set(Endpoint.HOST, Text.of("127.0.0.1"))
                .set(TlsProbeKind.PORT, (long) port)
                .set(Endpoint.TIMEOUT, Duration.ofMinutes(1));
        return new TlsProbeKind().bind(settings.build(), Set.of());
    }

    @Test
    void nothingStaysOpenBehindADeadline() throws Exception {
        try (var listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            probe(listening.getLocalPort()).observe(Deadline.in(Duration.ofMillis(300), InstantSource.system()));

            try (var left = listening.accept()) {
                left.setSoTimeout(5_000);
                assertThat(left.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
    }

    @Test
    void aGoodCertificateIsTrustedAndForItsHost() throws Exception {
        var probe = bind(at(server.port()));

        assertThat(Ask.value(probe, "trusted")).isEqualTo(Value.of(true));
        assertThat(Ask.value(probe, "untrusted-because")).isEqualTo(Value.absent());
        assertThat(Ask.value(probe, "host-matches")).isEqualTo(Value.of(true));
    }

    @Test
    void theLeafsSpanIsItsOwn() throws Exception {
        assertThat(value(ROOT.issue(Duration.ofDays(10), "127.0.0.1"), "leaf-valid-for"))
                .isInstanceOfSatisfying(
                        Value.Span.class,
                        valid -> assertThat(valid.span())
                                .isBetween(Duration.ofDays(10).minusMinutes(1), Duration.ofDays(10)));
    }

    @Test
    void theChainsSpanIsOfTheFirstIssuerToExpireAndNotOfTheLeaf() throws Exception {
        var issued = ROOT.intermediate(Duration.ofDays(5)).issue(Duration.ofDays(2), "127.0.0.1");

        assertThat(value(issued, "chain-valid-for"))
                .isInstanceOfSatisfying(
                        Value.Span.class,
                        valid -> assertThat(valid.span())
                                .isBetween(Duration.ofDays(5).minusMinutes(1), Duration.ofDays(5)));
    }

    @Test
    void aLeafAloneHasNoChain() throws Exception {
        assertThat(Ask.value(bind(at(server.port())), "chain-valid-for")).isEqualTo(Value.absent());
    }

    @Test
    void anExpiredCertificateIsAFactWithItsReason() throws Exception {
        var expired = ROOT.issue(Duration.ofDays(-3), "127.0.0.1");

        assertThat(value(expired, "trusted")).isEqualTo(Value.of(false));
        assertThat(value(expired, "untrusted-because").shown()).startsWith("expired at 20");
        assertThat(value(expired, "leaf-valid-for"))
                .isInstanceOfSatisfying(
                        Value.Span.class, valid -> assertThat(valid.span()).isNegative());
    }

    @Test
    void anExpiredIntermediateIsNotTrustedThoughTheLeafIsValid() throws Exception {
        var issued = ROOT.intermediate(Duration.ofDays(-1)).issue(YEAR, "127.0.0.1");

        assertThat(value(issued, "trusted")).isEqualTo(Value.of(false));
        assertThat(value(issued, "untrusted-because").shown()).contains("Test Intermediate");
    }

    @Test
    void anUnknownAuthorityIsNotTrusted() throws Exception {
        assertThat(value(TestingAuthority.root().issue(YEAR, "127.0.0.1"), "trusted"))
                .isEqualTo(Value.of(false));
    }

    @Test
    void aMissingIntermediateIsNotTrusted() throws Exception {
        var whole = ROOT.intermediate(YEAR).issue(YEAR, "127.0.0.1");
        var leafAlone = new TestingAuthority.Issued(whole.keys(), whole.chain().subList(0, 1));

        assertThat(value(whole, "trusted")).isEqualTo(Value.of(true));
        assertThat(value(leafAlone, "trusted")).isEqualTo(Value.of(false));
        assertThat(value(leafAlone, "untrusted-because").shown()).contains("unable to find valid certification path");
    }

    @Test
    void theClockOfTheCallerDecidesWhatIsExpired() throws Exception {
        var later = Deadline.in(Duration.ofSeconds(30), () -> Instant.now().plus(Duration.ofDays(400)));

        assertThat(bind(at(server.port())).observe(later))
                .isInstanceOfSatisfying(
                        Observation.Answered.class,
                        answered -> assertThat(answered.value(FactName.of("trusted")))
                                .isEqualTo(Value.of(false)));
    }

    @Test
    void aSelfSignedCertificateIsSaidToBeOne() throws Exception {
        var alone = TestingAuthority.selfSigned("127.0.0.1");

        assertThat(value(alone, "self-signed")).isEqualTo(Value.of(true));
        assertThat(value(alone, "trusted")).isEqualTo(Value.of(false));
        assertThat(Ask.value(bind(at(server.port())), "self-signed")).isEqualTo(Value.of(false));
    }

    @Test
    void aCertificateForAnotherHostDoesNotMatch() throws Exception {
        assertThat(value(ROOT.issue(YEAR, "other.test"), "host-matches")).isEqualTo(Value.of(false));
        assertThat(value(ROOT.issue(YEAR, "other.test"), "trusted")).isEqualTo(Value.of(true));
    }

    @Test
    void theServerNameIsMatchedInPlaceOfTheHost() throws Exception {
        var probe = bind(at(server.port()).set(TlsProbeKind.SERVER_NAME, Text.of("API.test")));
        var wrong = bind(at(server.port()).set(TlsProbeKind.SERVER_NAME, Text.of("web.test")));

        assertThat(Ask.value(probe, "host-matches")).isEqualTo(Value.of(true));
        assertThat(Ask.value(wrong, "host-matches")).isEqualTo(Value.of(false));
    }

    @Test
    void theHostIsMatchedWhereAnotherAddressIsConnectedTo() throws Exception {
        var settings = at(server.port())
                .set(Endpoint.HOST, Text.of("api.test"))
                .set(TlsProbeKind.CONNECT_TO, Text.of("127.0.0.1"));

        assertThat(Ask.value(bind(settings), "host-matches")).isEqualTo(Value.of(true));
    }

    @Test
    void theNamesAreTheCertificatesOwn() throws Exception {
        assertThat(Ask.value(bind(at(server.port())), "names").shown()).isEqualTo("[api.test, 127.0.0.1]");
    }

    @Test
    void theKeyIsNamedWithItsSize() throws Exception {
        assertThat(Ask.value(bind(at(server.port())), "key")).isEqualTo(Value.of("EC 256"));
    }

    @Test
    void theProtocolIsWhatWasAgreedOn() throws Exception {
        try (var old = TlsServer.with(ROOT.issue(YEAR, "127.0.0.1"), "TLSv1.2")) {
            assertThat(Ask.value(bind(at(old.port())), "protocol")).isEqualTo(Value.of("TLSv1.2"));
        }
        assertThat(Ask.value(bind(at(server.port())), "protocol")).isEqualTo(Value.of("TLSv1.3"));
    }

    @Test
    void theApplicationProtocolIsWhatWasAgreedOn() throws Exception {
        assertThat(Ask.value(bind(at(server.port()).set(TlsProbeKind.ALPN, List.of(Text.of("http/1.1")))), "alpn"))
                .isEqualTo(Value.of("http/1.1"));
    }

    @Test
    void aVersionThatIsOfferedIsToldFromOneThatIsNot() throws Exception {
        try (var old = TlsServer.with(ROOT.issue(YEAR, "127.0.0.1"), "TLSv1.2")) {
            var one = new FactName("offers", "TLSv1.1");
            var two = new FactName("offers", "TLSv1.2");
            var three = new FactName("offers", "TLSv1.3");
            var probe = bind(at(old.port()), one, two, three);

            assertThat(Ask.value(probe, one)).isEqualTo(Value.of(false));
            assertThat(Ask.value(probe, two)).isEqualTo(Value.of(true));
            assertThat(Ask.value(probe, three)).isEqualTo(Value.of(false));
        }
    }

    @Test
    void theNewestVersionIsOfferedByAServerOfIt() throws Exception {
        var three = new FactName("offers", "TLSv1.3");

        assertThat(Ask.value(bind(at(server.port()), three), three)).isEqualTo(Value.of(true));
    }

    @Test
    void aVersionNobodyKnowsIsRefused() throws Exception {
        var settings = at(server.port());

        assertThatThrownBy(() -> bind(settings, new FactName("offers", "TLSv9")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("TLSv9");
    }

    @Test
    void anAuthorityThatIsNoneIsRefusedWithoutShowingIt() throws Exception {
        var settings = at(server.port()).set(Authorities.CA, Text.of("/etc/ssl/canary.pem"));

        assertThatThrownBy(() -> bind(settings))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("${file:PATH}")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aServerThatSpeaksNoTlsRefuses() throws Exception {
        try (var plain = TestingServer.saying("220 mail.test ready\r\n")) {
            assertThat(Ask.refusal(bind(at(plain.port())))).isNotBlank();
        }
    }
}
