package io.belay.adapter.net.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in people's words why no answer came, and keeps the words of the thing that failed so that a search finds them. */
public final class Reasons {
    private static final int LONGEST = 240;

    private Reasons() {}

    /** Why, from what the client threw. */
    public static NoAnswer of(@Nullable Throwable thrown) {
        var causes = causes(thrown);
        if (any(causes, HttpConnectTimeoutException.class)) {
            return NoAnswer.silent("connecting");
        }
        if (any(causes, HttpTimeoutException.class)) {
            return NoAnswer.silent("the response");
        }
        return NoAnswer.refused(words(causes));
    }

    /** Whether what came back was no HTTP at all. */
    static boolean isMalformed(Throwable thrown) {
        return any(causes(thrown), ProtocolException.class);
    }

    private static List<Throwable> causes(@Nullable Throwable thrown) {
        return Stream.iterate(Optional.ofNullable(thrown), Optional::isPresent, each -> each.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .limit(20)
                .toList();
    }

    private static String words(List<Throwable> causes) {
        if (any(causes, UnresolvedAddressException.class) || any(causes, UnknownHostException.class)) {
            return "no such host";
        }
        if (any(causes, NoRouteToHostException.class)) {
            return "no route to host";
        }
        if (any(causes, ConnectException.class)) {
            return causes.stream()
                    .filter(ConnectException.class::isInstance)
                    .map(Throwable::getMessage)
                    .filter(message -> message != null && !message.isBlank())
                    .findFirst()
                    .map(message -> lowered(cut(message)))
                    .orElse("connection refused");
        }
        if (any(causes, SSLException.class)) {
            return tls(causes);
        }
        var message = said(causes);
        if (message.contains("header parser received no bytes") || message.contains("EOF reached while reading")) {
            return "the connection was closed before an answer came (" + message + ")";
        }
        if (message.isEmpty() && any(causes, ClosedChannelException.class)) {
            return "the connection was closed";
        }
        return message.isEmpty() ? "no word of HTTP" : message;
    }

    private static String tls(List<Throwable> causes) {
        var words = innermost(causes);
        if (any(causes, CertificateExpiredException.class)) {
            return "the certificate has expired (" + words + ")";
        }
        if (any(causes, CertificateNotYetValidException.class)) {
            return "the certificate is not valid yet (" + words + ")";
        }
        if (words.contains("unable to find valid certification path")
                || any(causes, CertPathValidatorException.class)) {
            return "the certificate is not signed by anybody trusted (" + words + ")";
        }
        if (words.contains("subject alternative") || words.contains("No name matching")) {
            return "the certificate is for another host (" + words + ")";
        }
        return any(causes, CertificateException.class)
                ? "the certificate is not acceptable (" + words + ")"
                : "TLS handshake failed (" + words + ")";
    }

    private static boolean any(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static String innermost(List<Throwable> causes) {
        return causes.reversed().stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .map(Reasons::cut)
                .orElse("no reason given");
    }

    private static String said(List<Throwable> causes) {
        return causes.stream()
                .filter(IOException.class::isInstance)
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .map(Reasons::cut)
                .orElse("");
    }

    /** What a stranger said, on one line and no longer than a person reads. */
    public static String cut(String message) {
        var line = message.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }

    private static String lowered(String message) {
        return message.startsWith("Connection") ? "c" + message.substring(1) : message;
    }
}
