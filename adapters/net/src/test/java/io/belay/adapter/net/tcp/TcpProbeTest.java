package io.belay.adapter.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TcpProbeTest extends ProbeContract {
    private final TestingServer greeting = TestingServer.saying("220 mail.test ready\r\n");
    private final TestingServer silent = TestingServer.silent();

    @AfterEach
    void stop() {
        greeting.close();
        silent.close();
    }

    private static Settings.Builder at(long port) {
        return Settings.builder().set(Endpoint.HOST, Text.of("127.0.0.1")).set(TcpProbeKind.PORT, port);
    }

    private static Probe bind(Settings.Builder settings, String... asked) {
        return new TcpProbeKind().bind(settings.build(), Ask.facts(asked));
    }

    @Override
    protected Probe answering() {
        return bind(at(greeting.port()), "open", "banner", "address", "refusal");
    }

    @Override
    protected Set<FactName> asked() {
        return Ask.facts("open", "banner", "address", "refusal");
    }

    @Override
    protected Probe refusing() {
        return bind(at(TestingServer.closedPort()), "address");
    }

    @Override
    protected Probe silent() {
        return bind(at(silent.port()).set(Endpoint.TIMEOUT, Duration.ofMinutes(1)), "banner");
    }

    @Test
    void anOpenPortIsOpen() throws Exception {
        assertThat(Ask.value(bind(at(silent.port()), "open"), "open")).isEqualTo(Value.of(true));
    }

    @Test
    void aClosedPortIsAFactWhereOpenIsAskedFor() throws Exception {
        var probe = bind(at(TestingServer.closedPort()), "open");

        assertThat(Ask.value(probe, "open")).isEqualTo(Value.of(false));
        assertThat(Ask.value(probe, "refusal").shown()).contains("refused");
    }

    @Test
    void aBannerThatBreaksOffIsNoClosedPort() throws Exception {
        // Reset only once something was heard: sooner, the kernel may report the reset as a failure to connect.
        try (var resetting = TestingServer.doing(socket -> {
            assertThat(socket.getInputStream().read()).isPositive();
            socket.setSoLinger(true, 0);
        })) {
            var probe = bind(at(resetting.port()).set(TcpProbeKind.SEND, Text.of("hello")), "open", "banner");

            assertThat(Ask.once(probe)).isInstanceOf(Observation.Refused.class);
        }
    }

    @Test
    void aHostThatIsNotThereIsNoClosedPort() throws Exception {
        var kind = new TcpProbeKind(host -> {
            throw new UnknownHostException(host + ": secret words");
        });
        var settings =
                Settings.builder().set(Endpoint.HOST, Text.of("nowhere.test")).set(TcpProbeKind.PORT, 1L);

        assertThat(Ask.refusal(kind.bind(settings.build(), Ask.facts("open")))).isEqualTo("no such host: nowhere.test");
    }

    @Test
    void aCallersDeadlineIsNoClosedPort() throws Exception {
        try (var full = new FullPort()) {
            var probe = bind(at(full.port()).set(Endpoint.TIMEOUT, Duration.ofMinutes(1)), "open");

            assertThat(probe.observe(Deadline.in(Duration.ofMillis(200), InstantSource.system())))
                    .isInstanceOf(Observation.Silent.class);
        }
    }

    @Test
    void aPortThatDropsPacketsIsClosedAfterItsTimeOut() throws Exception {
        try (var full = new FullPort()) {
            var probe = bind(at(full.port()).set(Endpoint.TIMEOUT, Duration.ofMillis(200)), "open");

            assertThat(Ask.value(probe, "open")).isEqualTo(Value.of(false));
        }
    }

    @Test
    void theBannerIsWhatTheServerSays() throws Exception {
        assertThat(Ask.value(bind(at(greeting.port()), "banner"), "banner")).isEqualTo(Value.of("220 mail.test ready"));
    }

    @Test
    void aServerThatClosesWithoutAWordHasNoBanner() throws Exception {
        try (var mute = TestingServer.saying("")) {
            assertThat(Ask.value(bind(at(mute.port()), "banner"), "banner")).isEqualTo(Value.absent());
        }
    }

    @Test
    void whatIsSentIsAnswered() throws Exception {
        try (var echo = TestingServer.doing(socket -> socket.getInputStream().transferTo(socket.getOutputStream()))) {
            var settings = at(echo.port())
                    .set(TcpProbeKind.SEND, Text.of("PING\nthen END"))
                    .set(TcpProbeKind.UNTIL, Text.of("END"));

            assertThat(Ask.value(bind(settings, "banner"), "banner")).isEqualTo(Value.of("PING\nthen END"));
        }
    }

    @Test
    void aBannerWithoutEndIsCut() throws Exception {
        try (var endless = TestingServer.saying("x".repeat(100_000))) {
            assertThat(Ask.value(bind(at(endless.port()), "banner"), "banner").shown())
                    .hasSize(4_096);
        }
    }

    @Test
    void theFirstAddressIsAskedAndNoOther() throws Exception {
        var kind =
                new TcpProbeKind(_ -> List.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("127.0.0.1")));
        var settings = Settings.builder()
                .set(Endpoint.HOST, Text.of("two.test"))
                .set(TcpProbeKind.PORT, (long) greeting.port());

        assertThat(Ask.once(kind.bind(settings.build(), Set.of()))).isInstanceOf(Observation.Refused.class);
    }

    @Test
    void aVariableMayNotChooseTheHost() {
        var settings = Settings.builder()
                .set(Endpoint.HOST, new Text(List.of(new Text.Part.Secret("{{host}}", "10.0.0.1"))))
                .set(TcpProbeKind.PORT, 1L);

        assertThatThrownBy(() -> bind(settings)).isInstanceOf(SettingException.class);
    }

    @Test
    void aSecretHostIsNotShown() {
        var settings = Settings.builder()
                .set(Endpoint.HOST, new Text(List.of(new Text.Part.Secret("${env:HOST}", "hidden.test"))))
                .set(TcpProbeKind.PORT, 1L);

        assertThat(bind(settings).target().toString()).contains("${env:HOST}:1").doesNotContain("hidden");
    }

    @Test
    void anAddressOfVersionSixIsShownInBrackets() {
        var settings = Settings.builder().set(Endpoint.HOST, Text.of("::1")).set(TcpProbeKind.PORT, 22L);

        assertThat(bind(settings).target().address()).isEqualTo("[::1]:22");
    }
}
