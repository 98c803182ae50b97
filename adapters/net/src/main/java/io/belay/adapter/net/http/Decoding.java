package io.belay.adapter.net.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes an answer's compression under the same bound as the body itself: a bomb is cut where it passes the bound. */
final class Decoding {
    private Decoding() {}

    /** The body that {@code kept} is; it is longer than {@code most} only where more would have come. */
    static Body of(byte[] kept, long most, HttpHeaders headers) {
        var type = headers.firstValue("Content-Type").orElse("");
        var coding = headers.firstValue("Content-Encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> plain(kept, most, headers, type);
            case "gzip", "x-gzip", "deflate" -> inflated(kept, most, coding, type);
            default ->
                noted(plain(kept, most, headers, type), kept, "left as it is: coded as " + Reasons.cut(coding), type);
        };
    }

    private static Body plain(byte[] kept, long most, HttpHeaders headers, String type) {
        if (kept.length <= most) {
            return new Body(kept, kept.length, Optional.empty(), type);
        }
        var told = headers.firstValueAsLong("Content-Length").orElse(0);
        return new Body(Arrays.copyOf(kept, Math.toIntExact(most)), Math.max(told, kept.length), cut(most), type);
    }

    private static Body inflated(byte[] kept, long most, String coding, String type) {
        var out = new ByteArrayOutputStream();
        try (var in = inflater(kept, coding)) {
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0 && out.size() <= most; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException exception) {
            if (kept.length <= most) {
                var note = Optional.of("broken " + coding + ": " + Reasons.cut(String.valueOf(exception.getMessage())));
                return new Body(out.toByteArray(), out.size(), note, type);
            }
        }
        if (out.size() <= most && kept.length <= most) {
            return new Body(out.toByteArray(), out.size(), Optional.empty(), type);
        }
        var size = Math.toIntExact(Math.min(most, out.size()));
        return new Body(Arrays.copyOf(out.toByteArray(), size), most + 1, cut(most), type);
    }

    private static InputStream inflater(byte[] kept, String coding) throws IOException {
        var in = new ByteArrayInputStream(kept);
        if (!"deflate".equals(coding)) {
            return new GZIPInputStream(in);
        }
        // RFC 9110 8.4.1.2 means zlib by deflate; some servers send it bare, without zlib's first byte of 0x78.
        var bare = kept.length > 0 && kept[0] != 0x78;
        return bare ? new InflaterInputStream(in, new Inflater(true)) : new InflaterInputStream(in);
    }

    private static Body noted(Body body, byte[] kept, String note, String type) {
        return new Body(kept, body.size(), Optional.of(note), type);
    }

    private static Optional<String> cut(long most) {
        return Optional.of("cut at " + most + " bytes");
    }
}
