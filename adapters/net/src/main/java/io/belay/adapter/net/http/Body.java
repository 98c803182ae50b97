package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an answer holds, as far as it was kept. */
public final class Body {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9_:.-]{1,40})");

    private final byte[] bytes;
    private final long size;
    private final Optional<String> note;
    private final Charset charset;

    Body(byte[] bytes, long size, Optional<String> note, String contentType) {
        this.bytes = bytes;
        this.size = size;
        this.note = note;
        this.charset = charset(contentType);
    }

    /** Its text. A byte that is none of its character set becomes U+FFFD. */
    public String text() {
        return new String(bytes, charset);
    }

    /** Its size in bytes, decompressed; where it was cut, what the server said it is or else one more than was kept. */
    public long size() {
        return size;
    }

    /** What was done to it: cut, or left as it is for want of a decoder. */
    public Optional<String> note() {
        return note;
    }

    private static Charset charset(String contentType) {
        var named = CHARSET.matcher(contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return UTF_8;
        }
    }
}
