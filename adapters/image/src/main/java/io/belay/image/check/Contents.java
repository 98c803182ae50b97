package io.belay.image.check;

import io.belay.image.TrustStore;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.zip.GZIPOutputStream;

/** What an image says of itself and holds. */
record Contents(Engine engine, String image) {
    private String said(String field) throws IOException, InterruptedException {
        return engine.say("image", "inspect", "--format", "{{json ." + field + "}}", image);
    }

    /** What is not said of it as it should be, by what was asked. */
    Map<String, String> faults(Map<String, String> meant) throws IOException, InterruptedException {
        var faults = new LinkedHashMap<String, String>();
        for (var each : meant.entrySet()) {
            var found = said(each.getKey());
            if (!found.contains(each.getValue())) {
                faults.put(each.getKey(), "found " + found + "; meant " + each.getValue());
            }
        }
        return faults;
    }

    /** What its JVM trusts, and what its base trusts, by fingerprint. */
    Trusted trusted() throws IOException, InterruptedException, GeneralSecurityException {
        var container = engine.say("create", image);
        try {
            return new Trusted(
                    TrustStore.held(engine.file(container, "/opt/jre/lib/security/" + TrustStore.NAME)),
                    TrustStore.fingerprints(engine.file(container, "/etc/ssl/certs/ca-certificates.crt")));
        } finally {
            engine.say("rm", "-f", container);
        }
    }

    /** How many bytes a registry sends, about: the whole of it, compressed. */
    long compressed() throws IOException, InterruptedException {
        var file = Files.createTempFile("belay-image", ".tar");
        try {
            Files.delete(file);
            engine.save(image, file);
            var counter = new Counter();
            try (var gzip = new GZIPOutputStream(counter, 1 << 16)) {
                Files.copy(file, gzip);
            }
            return counter.count;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    long unpacked() throws IOException, InterruptedException {
        return Long.parseLong(said("Size"));
    }

    String id() throws IOException, InterruptedException {
        return engine.say("image", "inspect", "--format", "{{.Id}}", image).replace("sha256:", "");
    }

    /** The trust of a JVM and that of its base. */
    record Trusted(SortedSet<String> byJava, SortedSet<String> byBase) {}

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
