package io.belay.adapter.aliyun.acs;

import static java.util.Objects.requireNonNull;

import io.belay.core.Redactor;
import java.util.Optional;

/**
 * What a request is signed with.
 *
 * @param keyId the AccessKey's id
 * @param secret its secret
 * @param token of a role that was taken on; empty for a key that lasts
 */
public record Credentials(String keyId, String secret, Optional<String> token) {
    public Credentials {
        requireNonNull(keyId, "keyId");
        requireNonNull(secret, "secret");
        requireNonNull(token, "token");
    }

    /** Knows all three: an API may say back what it was sent. */
    public Redactor redactor() {
        var knowing = Redactor.NONE.with(secret, "[secret]").with(keyId, "[access key]");
        return token.map(each -> knowing.with(each, "[token]")).orElse(knowing);
    }

    /** None of it. */
    @Override
    public String toString() {
        return token.isPresent() ? "credentials of a role" : "credentials";
    }
}
