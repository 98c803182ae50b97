package io.belay.core.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Bytes as a broken or an ill-meaning sender might write them: pieces of what was right are left out, doubled, or put in from what
 * alarms, JSON, forms and XML are written with.
 */
public final class Mutation {
    private static final List<String> TOKENS = List.of(
            "\"",
            "\\\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "ALARM",
            "ALERT",
            "OK",
            "firing",
            "resolved",
            "WARN",
            "CRITICAL",
            "0",
            "-1",
            "1e999",
            "99999999999999999999",
            "\\u0000",
            "\\ud800",
            "%",
            "%00",
            "&",
            "=",
            "&alertState=ALERT",
            "\"value\":\"ALARM\",",
            "\"state\":{},",
            "\"specversion\":\"1.0\",",
            "<",
            ">",
            "<!--",
            "<![CDATA[",
            "]]>",
            "&amp;",
            "<Message>",
            "\u0000",
            "\uFEFF",
            "2026-11-21T08:00:00Z",
            "<!DOCTYPE a>");

    private Mutation() {}

    /** One to three such changes of {@code bytes}: the same for the same {@code random}. */
    public static byte[] of(byte[] bytes, SplittableRandom random) {
        var mutant = bytes;
        for (var left = random.nextInt(1, 4); left > 0; left--) {
            mutant = once(mutant, random);
        }
        return mutant;
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        var start = random.nextInt(bytes.length + 1);
        var end = Math.min(bytes.length, start + random.nextInt(1, random.nextBoolean() ? 3 : 80));
        return switch (random.nextInt(6)) {
            case 0 -> joined(bytes, start, new byte[] {(byte) random.nextInt(256)}, end);
            case 1 -> joined(bytes, start, new byte[0], end);
            case 2 -> joined(bytes, end, slice(bytes, start, end), end);
            case 3 -> joined(bytes, start, token(random), start);
            case 4 -> joined(bytes, start, token(random), end);
            default -> string(bytes, start, random);
        };
    }

    /** The text in quotes that follows {@code start} replaced by a token. */
    private static byte[] string(byte[] bytes, int start, SplittableRandom random) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var open = text.indexOf('"', start);
        var close = open < 0 ? -1 : text.indexOf('"', open + 1);
        return close < 0 ? bytes : joined(bytes, open + 1, token(random), close);
    }

    private static byte[] token(SplittableRandom random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, int start, int end) {
        return Arrays.copyOfRange(bytes, start, end);
    }

    private static byte[] joined(byte[] bytes, int until, byte[] between, int from) {
        var joined = new byte[until + between.length + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, until);
        System.arraycopy(between, 0, joined, until, between.length);
        System.arraycopy(bytes, from, joined, until + between.length, bytes.length - from);
        return joined;
    }
}
