package io.belay.core;

/** Where secrets are kept: the environment, a file, a cloud's store. */
public interface SecretSource {
    /** The word before the colon of a reference: {@code env} in <code>${env:DB_PASSWORD}</code>. */
    String scheme();

    /**
     * The secret behind {@code reference}, the part after the colon.
     *
     * @throws PortException NOT_FOUND where there is none, DENIED where it may not be read; the message names the
     *     reference and never the value
     */
    String read(String reference);
}
