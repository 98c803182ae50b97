package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.release.Revision;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;
import software.amazon.awssdk.services.codedeploy.model.S3Location;

/** Names for what CodeDeploy deploys that never come to mean another build. */
final class CodeDeployRevisions {
    private CodeDeployRevisions() {}

    static Revision of(RevisionLocation location) {
        return new Revision(name(location));
    }

    /** Why this one cannot be told from a later build in the same place; empty where it can. */
    static Optional<String> loose(RevisionLocation location) {
        return Optional.ofNullable(location.s3Location())
                .filter(s3 -> s3.version() == null && s3.eTag() == null)
                .map(_ -> "it was deployed without a version or an ETag: the archive may be another by now");
    }

    private static String name(RevisionLocation location) {
        return switch (location.revisionType()) {
            case S3 -> s3(location.s3Location());
            case GIT_HUB ->
                "github:" + location.gitHubLocation().repository() + "@"
                        + location.gitHubLocation().commitId();
            case STRING ->
                "appspec:" + sum(location.string().sha256(), location.string().content());
            case APP_SPEC_CONTENT ->
                "appspec:"
                        + sum(
                                location.appSpecContent().sha256(),
                                location.appSpecContent().content());
            case UNKNOWN_TO_SDK_VERSION -> "unknown:" + location.revisionTypeAsString();
        };
    }

    private static String s3(S3Location location) {
        var pin = Optional.ofNullable(location.version()).or(() -> Optional.ofNullable(location.eTag()));
        return "s3:" + location.bucket() + "/" + location.key()
                + pin.map(each -> "@" + each).orElse("");
    }

    private static String sum(String sum, String content) {
        if (sum != null) {
            return sum;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(Optional.ofNullable(content).orElse("").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
