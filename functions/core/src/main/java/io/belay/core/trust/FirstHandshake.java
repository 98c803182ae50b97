package io.belay.core.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import javax.net.ssl.SNIHostName;

/**
 * What the JDK computes at a process's first handshake and keeps, computed beside the rest of it. Its client shows a key of each of
 * two curves, and for the second, P-256, first makes a table of its multiples, which takes a third of a first call: meanwhile the
 * caller makes its context, its client and its connection. Nothing is computed that the handshake would not, and where there is
 * one processor alone nothing is lost.
 */
public final class FirstHandshake {
    private FirstHandshake() {}

    /** Begins, at the first time; by whom a handshake is about to be made. */
    public static void begin() {
        Begun.once();
    }

    private static final class Begun {
        static {
            // Not a virtual one: the JDK's classes are initialized in it, which would hold its carrier from others.
            Thread.ofPlatform().daemon().name("first-handshake").start(Begun::compute);
        }

        private static void once() {}

        private static void compute() {
            try {
                var curve = KeyPairGenerator.getInstance("EC");
                curve.initialize(new ECGenParameterSpec("secp256r1"));
                curve.generateKeyPair();
                KeyPairGenerator.getInstance("X25519").generateKeyPair();
                new SNIHostName("localhost").getEncoded();
            } catch (GeneralSecurityException _) {
                // A runtime that has no such curve: the handshake itself will do without.
            }
        }
    }
}
