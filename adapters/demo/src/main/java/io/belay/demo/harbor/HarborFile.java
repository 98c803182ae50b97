package io.belay.demo.harbor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** Harbor's system file, as it is for a machine with or without Redis, and what lies beside it. */
public final class HarborFile {

    private static final String NAME = "harbor.yaml";
    private static final String BASELINE = "harbor.baseline.json";

    private static final Pattern REDIS =
            Pattern.compile("(?ms)^ *# --- where there is a Redis$.*?^ *# --- end of Redis$\\R");

    private HarborFile() {}

    /**
     * Puts the file among {@code examples} and its baseline into {@code folder}, without the checks that only a Redis can pass
     * where {@code harbor} has none.
     */
    public static Path put(Path folder, Path examples, Harbor harbor) throws IOException {
        Files.copy(examples.resolve(BASELINE), folder.resolve(BASELINE), StandardCopyOption.REPLACE_EXISTING);
        var text = Files.readString(examples.resolve(NAME));
        return Files.writeString(folder.resolve(NAME), harbor.hasRedis() ? text : withoutRedis(text));
    }

    static String withoutRedis(String text) {
        return REDIS.matcher(text).replaceAll("");
    }
}
