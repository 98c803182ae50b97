package io.belay.core.trust;

import java.nio.ByteBuffer;

/** As much of DER as is needed to find a certificate's subject without reading the rest (RFC 5280 4.1, X.690 8.1). */
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int VERSION = 0xa0;

    /** What a length is written in where one byte is not enough. */
    private static final int LONG = 0x80;

    private Der() {}

    /**
     * The encoding of the subject that {@code certificate} names.
     *
     * @throws IllegalArgumentException where it is no certificate
     * @throws java.nio.BufferUnderflowException where it is cut
     * @throws IndexOutOfBoundsException where it is cut
     */
    static ByteBuffer subject(ByteBuffer certificate) {
        var signed = inside(inside(certificate.duplicate()));
        if (tag(signed) == VERSION) {
            skip(signed);
        }
        // Serial number, algorithm of the signature, issuer, validity.
        for (int field = 0; field < 4; field++) {
            skip(signed);
        }
        var begins = signed.position();
        if (tag(signed) != SEQUENCE) {
            throw new IllegalArgumentException("no certificate");
        }
        skip(signed);
        return signed.slice(begins, signed.position() - begins);
    }

    private static int tag(ByteBuffer at) {
        return Byte.toUnsignedInt(at.get(at.position()));
    }

    private static ByteBuffer inside(ByteBuffer sequence) {
        if (tag(sequence) != SEQUENCE) {
            throw new IllegalArgumentException("no certificate");
        }
        sequence.get();
        var length = length(sequence);
        return sequence.slice(sequence.position(), length);
    }

    private static void skip(ByteBuffer at) {
        at.get();
        var length = length(at);
        at.position(at.position() + length);
    }

    private static int length(ByteBuffer at) {
        var first = Byte.toUnsignedInt(at.get());
        if (first < LONG) {
            return first;
        }
        int length = 0;
        for (int bytes = first - LONG; bytes > 0; bytes--) {
            length = length << Byte.SIZE | Byte.toUnsignedInt(at.get());
        }
        return length;
    }
}
