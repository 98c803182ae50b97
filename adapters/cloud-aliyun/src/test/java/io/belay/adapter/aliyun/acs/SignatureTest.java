package io.belay.adapter.aliyun.acs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Held to two requests that the official client sent. */
class SignatureTest {
    private static final Credentials CREDENTIALS = new Credentials("AKID", "SECRET", Optional.of("STS"));
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void aRequestWithoutParametersIsSignedAsTheOfficialClientSignsIt() {
        var headers = headers("GetAlias", "df6e24b26c0e70f53fedc094d4a2d86d");

        var authorization = Signature.authorization(
                CREDENTIALS, "GET", "/2023-03-30/functions/fn/aliases/prod", "", headers, EMPTY);

        assertThat(authorization)
                .endsWith(",Signature=dd757d659d10871af1b422ff812d11d09147e15ebfccbeb1f94dd8fc3b973eb2");
    }

    @Test
    void aQueryIsPartOfWhatIsSigned() {
        var headers = headers("ListFunctionVersions", "64de45702ee7e7a0c9e78adcad029153");

        var authorization = Signature.authorization(
                CREDENTIALS, "GET", "/2023-03-30/functions/fn/versions", "direction=BACKWARD&limit=10", headers, EMPTY);

        assertThat(authorization)
                .endsWith(",Signature=5d2d61c733d1d9ded59feab0a4dfa76637b6c518397dec3d5b8088f64fe1e3f7");
    }

    private static SortedMap<String, String> headers(String action, String nonce) {
        var headers = new TreeMap<String, String>();
        headers.put("host", "127.0.0.1:40965");
        headers.put("x-acs-accesskey-id", "AKID");
        headers.put("x-acs-action", action);
        headers.put("x-acs-content-sha256", Signature.sha256(""));
        headers.put("x-acs-credentials-provider", "static_sts");
        headers.put("x-acs-date", "2026-11-21T00:16:03Z");
        headers.put("x-acs-security-token", "STS");
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-version", "2023-03-30");
        return headers;
    }
}
