package io.belay.adapter.kubernetes;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** Who a cluster is asked as. Its text never shows a secret. */
public sealed interface Login {
    /** A bearer token. */
    record Token(String token) implements Login {
        public Token {
            requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "a token";
        }
    }

    /** A bearer token in a file that is read for every call, since what keeps it there changes it, hourly at the latest. */
    record TokenFile(Path file) implements Login {
        public TokenFile {
            requireNonNull(file, "file");
        }
    }

    /**
     * A client's certificate.
     *
     * @param chain PEM, the client's own first
     * @param key PEM: PKCS #8, PKCS #1 or SEC 1, not encrypted
     */
    record Certificate(String chain, String key) implements Login {
        public Certificate {
            requireNonNull(chain, "chain");
            requireNonNull(key, "key");
        }

        @Override
        public String toString() {
            return "a client certificate";
        }
    }
}
