package io.belay.adapter.aliyun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What it must refuse; that it takes what the official client sends is claimed where that client is. */
class AliyunCloudTest {
    private static final String AUTHORIZATION = "ACS3-HMAC-SHA256 Credential=" + AliyunCloud.KEY_ID
            + ",SignedHeaders=host;x-acs-date,Signature=" + "0".repeat(64);

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    @Test
    void whatIsNotSignedIsRefused() throws Exception {
        assertThat(send("Accept", "application/json").body()).contains("MissingAuthorization");
    }

    @Test
    void aHeaderThatIsNotSignedIsRefused() throws Exception {
        var answer = send(
                "Authorization", AUTHORIZATION, "x-acs-security-token", AliyunCloud.TOKEN, "x-acs-action", "GetAlias");

        assertThat(answer.body()).contains("IncompleteSignature");
    }

    @Test
    void anOldDateIsRefused() throws Exception {
        var signed = AUTHORIZATION.replace("x-acs-date", "x-acs-date;x-acs-security-token");

        var answer = send(
                "Authorization",
                signed,
                "x-acs-security-token",
                AliyunCloud.TOKEN,
                "x-acs-date",
                "2020-01-01T00:00:00Z");

        assertThat(answer.body()).contains("InvalidTimeStamp.Expired");
    }

    @Test
    void aKeyWithoutItsTokenIsRefused() throws Exception {
        assertThat(send("Authorization", AUTHORIZATION).body()).contains("InvalidSecurityToken");
    }

    private HttpResponse<String> send(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cloud.endpoint() + "/2023-03-30/functions/serve"))
                .headers(headers)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
