package io.belay.core.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * Words of which notes are made: what is not a letter, a digit or one of {@code - . _ : / @} is written as {@code =XX}, byte by
 * byte of its UTF-8, the {@code +} that joins words as well. An empty text is {@code =.}, and the colon of {@code ://} is
 * written so too, since Alibaba's tags refuse {@code http://} ("Tag overview", limits).
 */
final class Tokens {
    private static final String PLAIN = "-._:/@";
    private static final String EMPTY = "=.";

    private Tokens() {}

    static String write(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        var token = new StringBuilder();
        for (var each : text.getBytes(UTF_8)) {
            token.append(
                    plain(each)
                            ? Character.toString(each)
                            : "=" + HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return token.toString().replace("://", "=3A//");
    }

    /** @throws IllegalArgumentException where {@code token} is none */
    static String read(String token) {
        if (token.equals(EMPTY)) {
            return "";
        }
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < token.length(); at++) {
            if (token.charAt(at) != '=') {
                bytes.write(token.charAt(at));
                continue;
            }
            if (at + 3 > token.length()) {
                throw new IllegalArgumentException("a word that was cut: " + token);
            }
            bytes.write(HexFormat.fromHexDigits(token, at + 1, at + 3));
            at += 2;
        }
        return bytes.toString(UTF_8);
    }

    private static boolean plain(byte each) {
        return (each > 0 && Character.isLetterOrDigit(each)) || PLAIN.indexOf(each) >= 0;
    }
}
