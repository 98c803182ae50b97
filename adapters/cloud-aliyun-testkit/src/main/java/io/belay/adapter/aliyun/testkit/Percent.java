package io.belay.adapter.aliyun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/** Percent-encoding, written byte by byte: nothing of what is verified with it comes from the side that is verified. */
final class Percent {
    private Percent() {}

    static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    static String encoded(String text) {
        var encoded = new StringBuilder();
        for (var each : text.getBytes(UTF_8)) {
            var letter = (char) (each & 0xff);
            if (letter < 128 && (Character.isLetterOrDigit(letter) || "-_.~".indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(String.format("%02X", each & 0xff));
            }
        }
        return encoded.toString();
    }
}
