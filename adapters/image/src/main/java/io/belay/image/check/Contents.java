package io.belay.image.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.image.TrustStore;
import io.belay.image.bill.Bill;
import io.belay.image.link.Licences;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** What an image says of itself and holds. */
record Contents(Engine engine, String image) {
    private static final String LICENCES = "/opt/belay/licences/";

    /** What is asked of an image's own account, and what is to be in the answer. */
    record Meant(String field, String value) {}

    private String said(String field) throws IOException, InterruptedException {
        return engine.say("image", "inspect", "--format", "{{json ." + field + "}}", image);
    }

    /** What is not said of it as it should be. */
    List<String> faults(List<Meant> meant) throws IOException, InterruptedException {
        var faults = new ArrayList<String>();
        for (var each : meant) {
            var found = said(each.field());
            if (!found.contains(each.value())) {
                faults.add(each.field() + ": found " + found + "; meant " + each.value());
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

    /**
     * What it says that it passes on.
     *
     * @throws IOException where a file of that is not there
     */
    PassedOn passedOn() throws IOException, InterruptedException {
        var container = engine.say("create", image);
        try {
            var passedOn = new PassedOn(
                    Bill.of(engine.file(container, "/opt/belay/belay-image.cdx.json")),
                    new String(engine.file(container, LICENCES + "THIRD-PARTY.txt"), UTF_8),
                    new String(engine.file(container, LICENCES + "jars/" + Licences.WHOSE), UTF_8));
            for (var text : passedOn.texts()) {
                engine.file(container, LICENCES + text);
            }
            return passedOn;
        } finally {
            engine.say("rm", "-f", container);
        }
    }

    /** What becomes of it when it is pushed. */
    Pushed pushed() throws IOException, InterruptedException {
        var file = Files.createTempFile("belay-image", ".tar");
        try {
            Files.delete(file);
            engine.save(image, file);
            var saved = new Saved(file);
            return new Pushed(saved.compressed(), saved.index());
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

    /**
     * An image at a registry.
     *
     * @param compressed how many bytes are sent, about
     * @param index whether it is one, of several images or of what attests one
     */
    record Pushed(long compressed, boolean index) {}

    /** The trust of a JVM and that of its base. */
    record Trusted(SortedSet<String> byJava, SortedSet<String> byBase) {}
}
