package io.belay.five.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The small AWS's key where the SDK's own chain looks for one, so that nobody's real one is sent to it. */
public final class Keys implements BeforeAllCallback, AfterAllCallback {
    private static final String KEY = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    @Override
    public void beforeAll(ExtensionContext context) {
        System.setProperty(KEY, AwsServer.ACCESS_KEY);
        System.setProperty(SECRET, AwsServer.SECRET_KEY);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.clearProperty(KEY);
        System.clearProperty(SECRET);
    }
}
