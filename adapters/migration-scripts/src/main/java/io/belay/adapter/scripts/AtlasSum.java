package io.belay.adapter.scripts;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hashes of a whole folder as <a
 * href="https://atlasgo.io/concepts/migration-directory-integrity">atlas.sum</a> and the ledger's column {@code hash} hold
 * them: ariga/atlas, {@code sql/migrate/dir.go}, {@code NewHashFile} and {@code Validate}.
 *
 * @param hashes by the file's name, in their order, in base64
 */
record AtlasSum(Map<String, String> hashes) {
    static final String FILE = "atlas.sum";

    /** What the file begins with; further down it is a comment like any other. */
    private static final Pattern IGNORED = Pattern.compile("\\A[ -~]*atlas:sum +ignore(?=\n|\\z)");

    private static final String MARK = "h1:";

    /** Each hash takes in all files before it. A file that asks to be ignored adds its name alone, and has none. */
    static AtlasSum of(List<Found> files) {
        var running = Checksums.digest("SHA-256");
        var hashes = new LinkedHashMap<String, String>();
        for (var file : files) {
            running.update(file.name().getBytes(StandardCharsets.UTF_8));
            if (file.text().filter(text -> IGNORED.matcher(text).find()).isPresent()) {
                continue;
            }
            running.update(file.bytes());
            hashes.put(file.name(), base64(copy(running)));
        }
        return new AtlasSum(hashes);
    }

    Optional<String> of(Found file) {
        return Optional.ofNullable(hashes.get(file.name()));
    }

    /**
     * Holds the folder against what {@code file} remembers of it.
     *
     * @throws PortException REJECTED where they differ: Atlas would apply nothing from such a folder
     */
    void fits(Found file) {
        var lines = file.text().map(text -> text.lines().toList()).orElse(List.of());
        var written = new LinkedHashMap<String, String>();
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var mark = line.indexOf(MARK);
            if (mark < 0) {
                throw rejected("the line \"" + line + "\" has no hash");
            }
            written.put(line.substring(0, mark).strip(), line.substring(mark + MARK.length()));
        }
        if (lines.isEmpty() || !lines.getFirst().equals(MARK + total(written))) {
            throw rejected("its first line is not the sum of the others");
        }
        for (var each : written.entrySet()) {
            var now = hashes.get(each.getKey());
            if (now == null) {
                throw rejected(each.getKey() + " is not there any more");
            }
            if (!now.equals(each.getValue())) {
                throw rejected(each.getKey() + ", or a file before it, was edited, added or removed since");
            }
        }
        for (var name : hashes.keySet()) {
            if (!written.containsKey(name)) {
                throw rejected(name + " is not in it");
            }
        }
    }

    private static PortException rejected(String why) {
        return new PortException(new Fault(
                Fault.Kind.REJECTED, FILE + " does not fit the folder, and Atlas would apply nothing: " + why));
    }

    private static String total(Map<String, String> hashes) {
        var sum = Checksums.digest("SHA-256");
        hashes.forEach((name, hash) -> sum.update((name + hash).getBytes(StandardCharsets.UTF_8)));
        return base64(sum);
    }

    private static String base64(MessageDigest digest) {
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException jdkWithout) {
            throw new IllegalStateException(jdkWithout);
        }
    }
}
