package io.belay.runtime.fc;

import static java.util.Objects.requireNonNull;

import com.aliyun.fc.runtime.Context;
import com.aliyun.fc.runtime.Credentials;
import com.aliyun.fc.runtime.FunctionComputeLogger;
import com.aliyun.fc.runtime.FunctionParam;
import com.aliyun.fc.runtime.OpenTracing;
import com.aliyun.fc.runtime.Service;
import io.belay.assembly.door.Caller;
import io.belay.assembly.door.Log;
import java.util.Map;
import java.util.Optional;

/**
 * What FC says of one call, made from its {@code x-fc-*} headers (Function Compute documentation, custom runtime, common
 * headers). A header that is missing is an empty text, or zero.
 *
 * @param headers by lower-case name; they hold credentials and are in no text of this record
 * @param log where a handler may write
 * @param caller who calls, where that is sure: FC does not say
 */
record FcContext(Map<String, String> headers, Log log, Optional<Caller> caller) implements Context {
    FcContext {
        headers = Map.copyOf(headers);
        requireNonNull(caller, "caller");
    }

    FcContext(Map<String, String> headers, Log log) {
        this(headers, log, Optional.empty());
    }

    /** The same call, made by {@code other}. */
    FcContext by(Optional<Caller> other) {
        return new FcContext(headers, log, other);
    }

    private String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The whole number in a header; zero where there is none. */
    private int number(String name) {
        var text = header(name);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** The request id; empty where FC gave none. */
    Optional<String> request() {
        return Optional.ofNullable(headers.get("x-fc-request-id"));
    }

    @Override
    public String getRequestId() {
        return header("x-fc-request-id");
    }

    @Override
    public Credentials getExecutionCredentials() {
        return new HeaderCredentials(
                header("x-fc-access-key-id"), header("x-fc-access-key-secret"), header("x-fc-security-token"));
    }

    @Override
    public FunctionParam getFunctionParam() {
        return new Param(
                header("x-fc-function-name"),
                header("x-fc-function-handler"),
                header("x-fc-function-initializer"),
                number("x-fc-function-timeout") * 1000,
                number("x-fc-function-memory"));
    }

    @Override
    public Service getService() {
        return new Deployed(
                header("x-fc-service-name"),
                header("x-fc-service-logproject"),
                header("x-fc-service-logstore"),
                header("x-fc-qualifier"),
                header("x-fc-version-id"));
    }

    @Override
    public FunctionComputeLogger getLogger() {
        return new LineLogger(log, FunctionHandler.correlation(this));
    }

    @Override
    public OpenTracing getTracing() {
        return new Trace(headers);
    }

    @Override
    public int getRetryCount() {
        return number("x-fc-retry-count");
    }

    @Override
    public String toString() {
        return "FcContext[" + getRequestId() + "]";
    }

    /** The function's role, for one call. */
    private record HeaderCredentials(String getAccessKeyId, String getAccessKeySecret, String getSecurityToken)
            implements Credentials {
        @Override
        public String toString() {
            return "Credentials[***]";
        }
    }

    private record Param(
            String getFunctionName,
            String getFunctionHandler,
            String getFunctionInitializer,
            int getExecTimeLimitInMillis,
            int getMemoryLimitInMB)
            implements FunctionParam {}

    private record Deployed(
            String getName, String getLogProject, String getLogStore, String getQualifier, String getVersionId)
            implements Service {}

    /** The caller's trace, as W3C Trace Context writes it. */
    private record Trace(Map<String, String> headers) implements OpenTracing {
        @Override
        public String getSpanContext() {
            return headers.getOrDefault("traceparent", "");
        }

        @Override
        public Map<String, String> getSpanBaggages() {
            var id = headers.get("x-request-id");
            return id == null ? Map.of() : Map.of("x-request-id", id);
        }

        @Override
        public String getJaegerEndpoint() {
            return "";
        }

        @Override
        public String toString() {
            return "Trace[" + getSpanContext() + "]";
        }
    }
}
