package io.belay.adapter.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "api.test, api.test, true",
        "API.Test, api.test, true",
        "api.test, api.test., true",
        "*.test.example, api.test.example, true",
        "*.test.example, test.example, false",
        "*.test.example, a.b.test.example, false",
        "a*.test.example, api.test.example, false",
        "*.test.example, .test.example, false",
        "api.test, xapi.test, false",
    })
    void aNameIsForAHostAsBrowsersSeeIt(String name, String host, boolean expected) {
        assertThat(HostNames.matchAny(List.of(name), host)).isEqualTo(expected);
    }
}
