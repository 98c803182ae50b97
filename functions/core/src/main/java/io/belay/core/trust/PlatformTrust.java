package io.belay.core.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * TLS that believes whom the Java runtime believes, as {@link SSLContext#getDefault()} does, and begins sooner: of the runtime's
 * trust store, a hundred certificates and more, only those are read that a server's chain names as its issuers. Read whole, it
 * takes a tenth of a second of a first call.
 */
public final class PlatformTrust {
    private PlatformTrust() {}

    /**
     * The context, made when it is first asked for and the same ever after. The runtime's own default where system properties
     * say anything of TLS, or the runtime's store is no JKS.
     *
     * @throws IllegalStateException where the runtime has no TLS
     */
    public static SSLContext context() {
        return Made.CONTEXT;
    }

    /** Where the JDK looks for it ("JSSE Reference Guide", the default trust store). */
    private static Path store() {
        var folder = Path.of(System.getProperty("java.home"), "lib", "security");
        var own = folder.resolve("jssecacerts");
        return Files.isRegularFile(own) ? own : folder.resolve("cacerts");
    }

    private static boolean told() {
        return System.getProperties().stringPropertyNames().stream()
                .anyMatch(name -> name.startsWith("javax.net.ssl."));
    }

    private static final class Made {
        static final SSLContext CONTEXT = context();

        private static SSLContext context() {
            try {
                var anchors = told() ? Anchors.NONE : Anchors.of(store());
                if (anchors.isEmpty()) {
                    return SSLContext.getDefault();
                }
                var context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {new NearTrust(anchors)}, null);
                return context;
            } catch (GeneralSecurityException | IOException failed) {
                throw new IllegalStateException("this Java runtime has no TLS", failed);
            }
        }
    }
}
