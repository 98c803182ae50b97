package io.belay.demo.harbor;

import java.util.regex.Pattern;

/** Harbor's system file, as it is for a machine with or without Redis. */
public final class HarborFile {

    private static final Pattern REDIS =
            Pattern.compile("(?ms)^ *# --- where there is a Redis$.*?^ *# --- end of Redis$\\R");

    private HarborFile() {}

    /** {@code text} without the checks that only a Redis can pass, where {@code harbor} has none. */
    public static String fitting(String text, Harbor harbor) {
        return harbor.hasRedis() ? text : withoutRedis(text);
    }

    static String withoutRedis(String text) {
        return REDIS.matcher(text).replaceAll("");
    }
}
