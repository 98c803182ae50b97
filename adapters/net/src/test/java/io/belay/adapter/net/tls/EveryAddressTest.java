package io.belay.adapter.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.net.tcp.Ask;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.adapter.net.tcp.TestingServer;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EveryAddressTest {
    private static final TestingAuthority ROOT = TestingAuthority.root();
    private static final TestingAuthority.Issued GOOD = ROOT.issue(Duration.ofDays(300), "two.test");

    private static Probe probe(int port, boolean every) throws Exception {
        var settings = Settings.builder()
                .set(Endpoint.HOST, Text.of("two.test"))
                .set(TlsProbeKind.PORT, (long) port)
                .set(TlsProbeKind.EVERY_ADDRESS, every)
                .set(Authorities.CA, Text.of(ROOT.pem()));
        var kind =
                new TlsProbeKind(_ -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2")));
        return kind.bind(settings.build(), Set.of());
    }

    @Test
    void theShortestLifeOfAllAddressesIsTheFact() throws Exception {
        try (var first = TlsServer.with(GOOD);
                var _ = TlsServer.at("127.0.0.2", first.port(), ROOT.issue(Duration.ofDays(3), "two.test"))) {
            assertThat(Ask.value(probe(first.port(), true), "leaf-valid-for"))
                    .isInstanceOfSatisfying(
                            Value.Span.class, valid -> assertThat(valid.span()).isLessThan(Duration.ofDays(4)));
            assertThat(Ask.value(probe(first.port(), false), "leaf-valid-for"))
                    .isInstanceOfSatisfying(
                            Value.Span.class, valid -> assertThat(valid.span()).isGreaterThan(Duration.ofDays(200)));
        }
    }

    @Test
    void oneAddressThatIsNotTrustedIsEnough() throws Exception {
        try (var first = TlsServer.with(GOOD);
                var _ = TlsServer.at("127.0.0.2", first.port(), TestingAuthority.selfSigned("two.test"))) {
            var probe = probe(first.port(), true);

            assertThat(Ask.value(probe, "trusted")).isEqualTo(Value.of(false));
            assertThat(Ask.value(probe, new FactName("address", "127.0.0.1")).shown())
                    .doesNotContain("not trusted");
            assertThat(Ask.value(probe, new FactName("address", "127.0.0.2")).shown())
                    .contains("not trusted");
        }
    }

    @Test
    void whatDiffersIsAllOfIt() throws Exception {
        try (var first = TlsServer.with(GOOD);
                var _ = TlsServer.at("127.0.0.2", first.port(), GOOD, "TLSv1.2")) {
            assertThat(Ask.value(probe(first.port(), true), "protocol").shown()).isEqualTo("[TLSv1.3, TLSv1.2]");
        }
    }

    @Test
    void anAddressWhereNobodyListensRefusesByItsName() throws Exception {
        try (var first = TlsServer.with(GOOD)) {
            assertThat(Ask.refusal(probe(first.port(), true))).startsWith("127.0.0.2: ");
        }
    }

    @Test
    void theAddressesAreThoseOfTheHost() throws Exception {
        try (TestingServer first = TlsServer.with(GOOD)) {
            assertThat(Ask.value(probe(first.port(), false), "addresses").shown())
                    .isEqualTo("[127.0.0.1, 127.0.0.2]");
        }
    }
}
