package io.belay.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class RedactorTest {
    private static final String SECRET = "p@ss \"word\"/+ü";

    private final Redactor redactor = Redactor.NONE.with(SECRET, "${env:KEY}");

    @Test
    void aSecretIsReplacedByItsReference() {
        assertThat(redactor.redact("login with " + SECRET + " failed")).isEqualTo("login with ${env:KEY} failed");
    }

    @Test
    void aPercentEncodedSecretIsFound() {
        assertThat(redactor.redact("/login?p=" + URLEncoder.encode(SECRET, UTF_8)))
                .isEqualTo("/login?p=${env:KEY}");
    }

    @Test
    void aSecretThatStandsEncodedInAUrlIsFoundDecoded() {
        var url = Redactor.NONE.with("one%2Ftwo%3D3+4%25", "${env:URL}");

        assertThat(url.redact("a=one/two=3+4% b=one/two=3 4%")).isEqualTo("a=${env:URL} b=${env:URL}");
    }

    @Test
    void aSecretThatIsNoEncodingIsLeftAsItIs() {
        assertThat(Redactor.NONE.with("100%zebra", "${env:KEY}").redact("a 100%zebra"))
                .isEqualTo("a ${env:KEY}");
    }

    @Test
    void aJsonEscapedSecretIsFound() {
        assertThat(redactor.redact("{\"p\":\"p@ss \\\"word\\\"/+ü\"}")).isEqualTo("{\"p\":\"${env:KEY}\"}");
    }

    @Test
    void aSecretInsideBase64IsFoundWhereverItBegins() {
        for (var user : new String[] {"", "u", "us", "use"}) {
            var header = Base64.getEncoder().encodeToString((user + ":" + SECRET).getBytes(UTF_8));

            assertThat(redactor.redact("Basic " + header)).as(user).contains("${env:KEY}");
        }
    }

    @Test
    void theLongerOfTwoSecretsGoesFirst() {
        var both = Redactor.NONE.with("abcd", "${env:SHORT}").with("abcdefgh", "${env:LONG}");

        assertThat(both.redact("abcdefgh")).isEqualTo("${env:LONG}");
    }

    @Test
    void whatIsTooShortToBeASecretIsLeft() {
        assertThat(Redactor.NONE.with("5", "${env:N}").redact("15 of 50")).isEqualTo("15 of 50");
    }

    @Test
    void nothingIsLeftOfTwoSecretsThatOverlap() {
        var both = Redactor.NONE.with("abcdefgh", "${env:ONE}").with("efghijkl", "${env:OTHER}");

        assertThat(both.redact("<abcdefghijkl>")).isEqualTo("<${env:ONE}${env:OTHER}>");
    }

    @Test
    void aReferenceThatHoldsAnothersSecretStaysReadable() {
        var both = Redactor.NONE.with("tr0ub4dor", "${env:PASSWORD}").with("PASSWORD", "${env:WEAK}");

        assertThat(both.redact("tr0ub4dor")).isEqualTo("${env:PASSWORD}");
    }

    @Test
    void percentEncodingInSmallLettersIsFound() {
        assertThat(Redactor.NONE.with("a/b+c/d", "${env:KEY}").redact("?p=a%2fb%2bc%2fd"))
                .isEqualTo("?p=${env:KEY}");
    }
}
