package io.belay.adapter.systemfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Optional;

/** A file's bytes as text: UTF-8 without faults, of bounded length, without characters that YAML cannot hold. */
final class YamlText {
    static final int MOST_BYTES = 1 << 20;

    private YamlText() {}

    static Optional<String> of(byte[] bytes, Faults faults) {
        if (bytes.length > MOST_BYTES) {
            faults.add(
                    Place.START,
                    "more than " + Units.written(MOST_BYTES),
                    "a file of at most " + Units.written(MOST_BYTES));
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = UTF_8.newDecoder().decode(in, out, true);
        var text = out.flip().toString();
        if (result.isError()) {
            faults.add(placeAt(text, text.length()), "bytes that are not UTF-8", "a file in UTF-8");
            return Optional.empty();
        }
        var before = faults.count();
        var whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < whole.length(); i += Character.charCount(whole.codePointAt(i))) {
            if (!isAllowed(whole.codePointAt(i)) && faults.count() - before < Faults.MOST_SHOWN) {
                faults.add(
                        placeAt(whole, i),
                        String.format("the control character U+%04X", whole.codePointAt(i)),
                        "printable characters; others can be written as \"\\u....\" in double quotes");
            }
        }
        return faults.count() == before ? Optional.of(whole) : Optional.empty();
    }

    // YAML 1.2.2, section 5.1.
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point == 0x85
                || (point >= 0x20 && point <= 0x7E)
                || (point >= 0xA0 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** The place of the character at {@code index} of {@code text}, or behind its last one. */
    static Place placeAt(String text, int index) {
        var line = 1;
        var start = 0;
        for (int i = 0; i < index; i++) {
            var isBreak = text.charAt(i) == '\n'
                    || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (isBreak) {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, text.codePointCount(start, index) + 1, Trail.top());
    }
}
