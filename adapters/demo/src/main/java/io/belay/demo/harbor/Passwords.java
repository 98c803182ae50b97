package io.belay.demo.harbor;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes passwords and compares them, with PBKDF2. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Few, for a demo's password is 144 bits of chance: nobody can guess it, however fast. */
    private static final int ROUNDS = 20_000;

    private Passwords() {}

    /** {@code salt$hash}, both in Base64. */
    static String hash(String password) {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return encode(salt) + "$" + encode(derive(password, salt));
    }

    /** Whether {@code password} is the one behind {@code hash}; takes as long either way. */
    static boolean match(String password, String hash) {
        var dollar = hash.indexOf('$');
        var salt = Base64.getDecoder().decode(hash.substring(0, dollar));
        var expected = Base64.getDecoder().decode(hash.substring(dollar + 1));
        return MessageDigest.isEqual(expected, derive(password, salt));
    }

    private static byte[] derive(String password, byte[] salt) {
        try {
            var key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("every JDK has PBKDF2", cause);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
