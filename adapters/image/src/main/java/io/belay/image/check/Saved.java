package io.belay.image.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image as an engine saves it: a tar, as it would be pushed. */
record Saved(Path file) {
    private static final int BLOCK = 512;

    /** How many bytes a registry sends, about: the whole of it, compressed. */
    long compressed() throws IOException {
        var counter = new Counter();
        try (var gzip = new GZIPOutputStream(counter, 1 << 16)) {
            Files.copy(file, gzip);
        }
        return counter.count;
    }

    /**
     * Whether it would be pushed as an index, of images or of an image and what attests it. Neither cloud takes one: Lambda says
     * "image manifest media type not supported", Function Compute "platform of image is unknown/unknown".
     */
    boolean index() throws IOException {
        var manifests = entry("index.json")
                .map(JsonMapper.shared()::readTree)
                .map(index -> index.path("manifests"))
                .orElseGet(JsonMapper.shared()::createArrayNode);
        for (JsonNode each : manifests) {
            var type = each.path("mediaType").asString("");
            if (type.contains("image.index") || type.contains("manifest.list") || each.has("artifactType")) {
                return true;
            }
            if (each.path("annotations").has("vnd.docker.reference.type")) {
                return true;
            }
        }
        return false;
    }

    /** The small file of that name; podman's tar is of an older kind, which knows no index and holds none. */
    private Optional<byte[]> entry(String name) throws IOException {
        try (InputStream tar = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (var header = tar.readNBytes(BLOCK); header.length == BLOCK; header = tar.readNBytes(BLOCK)) {
                var size = octal(header);
                if (text(header, 0, 100).equals(name)) {
                    return Optional.of(tar.readNBytes(Math.toIntExact(size)));
                }
                tar.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
            }
        }
        return Optional.empty();
    }

    private static long octal(byte[] header) {
        var size = text(header, 124, 12).strip();
        return size.isEmpty() ? 0 : Long.parseLong(size, 8);
    }

    private static String text(byte[] header, int from, int length) {
        var text = new String(header, from, length, US_ASCII);
        var end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    private static final class Counter extends FilterOutputStream {
        private long count;

        Counter() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
