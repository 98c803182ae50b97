package io.belay.adapter.kubernetes;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Private keys as kubeconfigs hold them. The JDK reads PKCS #8 alone; the older forms, which most clusters still hand out, are
 * put into its frame: PKCS #1 (RFC 8017, A.1.2) and SEC 1 (RFC 5915).
 */
final class PrivateKeys {
    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([^-]+)-----END");
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final byte[] VERSION = {2, 1, 0};

    private PrivateKeys() {}

    /** @throws GeneralSecurityException where {@code pem} holds none; its message holds nothing of it */
    static PrivateKey read(String pem) throws GeneralSecurityException {
        var found = PEM.matcher(pem);
        if (!found.find()) {
            throw new InvalidKeySpecException("no private key in PEM");
        }
        var bytes = Base64.getMimeDecoder().decode(found.group(2));
        return switch (found.group(1).strip()) {
            case "" -> any(bytes);
            case "RSA" -> any(sequence(VERSION, RSA, tagged(4, bytes)));
            case "EC" -> any(sequence(VERSION, sequence(EC, curve(bytes)), tagged(4, bytes)));
            default -> throw new InvalidKeySpecException("an encrypted or unknown private key");
        };
    }

    private static PrivateKey any(byte[] framed) throws GeneralSecurityException {
        for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(framed));
            } catch (InvalidKeySpecException _) {
                // Of another kind.
            }
        }
        throw new InvalidKeySpecException("a private key of no known kind");
    }

    /** The name of the curve, which stands under the tag 0 after the version and the key itself. */
    private static byte[] curve(byte[] key) throws InvalidKeySpecException {
        try {
            int version = key[1] > 0 ? 2 : 2 + (key[1] & 0x7f);
            int secret = version + VERSION.length;
            int curve = secret + 2 + key[secret + 1];
            if ((key[curve] & 0xff) == 0xa0) {
                return Arrays.copyOfRange(key, curve + 2, curve + 2 + key[curve + 1]);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            // Cut short: no curve either.
        }
        throw new InvalidKeySpecException("an EC key that does not name its curve");
    }

    private static byte[] sequence(byte[]... parts) {
        var inside = new ByteArrayOutputStream();
        for (var part : parts) {
            inside.writeBytes(part);
        }
        return tagged(0x30, inside.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] inside) {
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (inside.length > 255) {
            whole.write(0x82);
            whole.write(inside.length >> 8);
        } else if (inside.length > 127) {
            whole.write(0x81);
        }
        whole.write(inside.length);
        whole.writeBytes(inside);
        return whole.toByteArray();
    }
}
