package io.belay.adapter.aws;

import static io.belay.core.Fault.Kind.CONFLICT;
import static io.belay.core.Fault.Kind.DENIED;
import static io.belay.core.Fault.Kind.NOT_FOUND;
import static io.belay.core.Fault.Kind.REJECTED;
import static io.belay.core.Fault.Kind.THROTTLED;
import static io.belay.core.Fault.Kind.TIMED_OUT;
import static io.belay.core.Fault.Kind.UNREACHABLE;

import io.belay.core.Fault;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK's exceptions mean. */
final class AwsFaults {
    /**
     * Codes whose message quotes the request that was signed, a session's token with it; see "Troubleshoot Signature Version 4
     * signing" in the IAM User Guide.
     */
    private static final Pattern QUOTES_THE_REQUEST = Pattern.compile("SignatureDoesNotMatch|InvalidSignature.*");

    private static final Pattern DENIES =
            Pattern.compile("AccessDenied.*|.*UnauthorizedException|NotAuthorized|AuthorizationError"
                    + "|UnrecognizedClient.*|InvalidClientTokenId|ExpiredToken.*|MissingAuthenticationToken.*|InvalidAccessKeyId"
                    + "|IncompleteSignature.*|OptInRequired|SignatureDoesNotMatch|InvalidSignature.*");

    /** {@code ResourceNotFoundException}, {@code NoSuchHostedZone}, {@code DeploymentDoesNotExistException} and the like. */
    private static final Pattern MISSES = Pattern.compile(".*NotFound(Exception)?|NoSuch.*|.*DoesNotExist(Exception)?");

    /** {@code PreconditionFailedException} of Lambda, {@code ConflictException} of ECS and the like. */
    private static final Pattern CONFLICTS = Pattern.compile(
            "PreconditionFailed.*|.*ConflictException|DeploymentAlreadyCompletedException|UpdateInProgressException");

    /** Of Route 53: a DELETE that is not what stands there, or a CREATE of what does. A batch is refused for much else. */
    private static final Pattern STANDS_OTHERWISE = Pattern.compile(
            ".*(values provided do not match the current values|but it was not found|but it already exists).*",
            Pattern.DOTALL);

    private AwsFaults() {}

    /** What {@code failed} means. */
    static Fault of(SdkException failed) {
        return switch (failed) {
            case AwsServiceException refused -> refused(refused);
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
                new Fault(TIMED_OUT, "no answer in time");
            default -> unsent(failed);
        };
    }

    private static Fault refused(AwsServiceException refused) {
        var details = Optional.ofNullable(refused.awsErrorDetails());
        var code = details.map(each -> each.errorCode()).orElse("");
        var message = details.map(each -> each.errorMessage()).orElse("");
        var said = QUOTES_THE_REQUEST.matcher(code).matches() || message.isEmpty() ? code : code + ": " + message;
        var words = said.isEmpty() ? "HTTP status " + refused.statusCode() : said;
        var conflict = code.equals("InvalidChangeBatch")
                && STANDS_OTHERWISE.matcher(message).matches();
        return new Fault(conflict ? CONFLICT : kind(refused, code), words);
    }

    /** Whether the words of a refusal of this {@code code} are not fit to show. */
    static boolean quotesTheRequest(String code) {
        return QUOTES_THE_REQUEST.matcher(code).matches();
    }

    /** What a refusal of this {@code status} and {@code code} means. */
    static Fault.Kind kind(int status, String code) {
        return code.startsWith("Throttl") || code.startsWith("RequestLimitExceeded") || code.equals("SlowDown")
                ? THROTTLED
                : refusal(status, code);
    }

    private static Fault.Kind kind(AwsServiceException refused, String code) {
        if (refused.isThrottlingException() || code.equals("PriorRequestNotComplete")) {
            return THROTTLED;
        }
        return refusal(refused.statusCode(), code);
    }

    private static Fault.Kind refusal(int status, String code) {
        if (DENIES.matcher(code).matches()) {
            return DENIED;
        }
        if (MISSES.matcher(code).matches()) {
            return NOT_FOUND;
        }
        if (CONFLICTS.matcher(code).matches()) {
            return CONFLICT;
        }
        return switch (status) {
            case 401, 403 -> DENIED;
            case 404 -> NOT_FOUND;
            case 409, 412 -> CONFLICT;
            case 429 -> THROTTLED;
            case 408, 504 -> TIMED_OUT;
            default -> status >= 500 ? UNREACHABLE : REJECTED;
        };
    }

    /** The SDK got no answer, or had nothing to sign with. */
    private static Fault unsent(SdkException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpTimeoutException || cause instanceof InterruptedIOException) {
                return new Fault(TIMED_OUT, words(cause));
            }
        }
        var message = words(failed);
        if (message.startsWith("Unable to load credentials")) {
            // The rest of it lists every provider that was tried, and what each found.
            return new Fault(DENIED, "no AWS credentials were found");
        }
        return new Fault(UNREACHABLE, message);
    }

    private static String words(Throwable failed) {
        var message = Optional.ofNullable(failed.getMessage()).orElse("");
        return message.isEmpty() ? failed.getClass().getSimpleName() : message;
    }
}
