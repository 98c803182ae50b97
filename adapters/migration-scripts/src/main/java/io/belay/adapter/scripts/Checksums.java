package io.belay.adapter.scripts;

import io.belay.core.script.Checksum;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Each tool's checksum, written anew from its documentation or source. */
final class Checksums {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern IGNORED = Pattern.compile("(?m)^--\\h?atlas:sum\\h+ignore\\h*$");

    private Checksums() {}

    /**
     * Flyway: a signed CRC32 of all lines in UTF-8 without their ends and without the byte order mark, as in <a
     * href="https://github.com/flyway/flyway">flyway-core</a>, {@code ChecksumCalculator}.
     */
    static Checksum flyway(String text) {
        var crc = new CRC32();
        var lines = text.startsWith("\uFEFF") ? text.substring(1) : text;
        crc.update(LINE_END.matcher(lines).replaceAll("").getBytes(StandardCharsets.UTF_8));
        return new Checksum("flyway crc32", Integer.toString((int) crc.getValue()));
    }

    /**
     * Prisma: SHA-256 in hexadecimal; it accepts a script whose line ends git has changed, as in <a
     * href="https://github.com/prisma/prisma-engines">prisma-engines</a>, {@code checksum.rs}.
     */
    static List<Checksum> prisma(Found file) {
        var values = new LinkedHashSet<String>();
        var asIs = digest("SHA-256");
        asIs.update(file.bytes());
        values.add(HexFormat.of().formatHex(asIs.digest()));
        file.text().ifPresent(text -> {
            for (var other : List.of(text.replace("\r\n", "\n"), text.replace("\n", "\r\n"))) {
                values.add(HexFormat.of().formatHex(digest("SHA-256").digest(other.getBytes(StandardCharsets.UTF_8))));
            }
        });
        return values.stream()
                .map(value -> new Checksum("prisma sha-256", value))
                .toList();
    }

    /**
     * Atlas: each file's hash takes in all files before it, name and content, in base64, as <a
     * href="https://atlasgo.io/concepts/migration-directory-integrity">atlas.sum</a> and the column {@code hash} hold it. A
     * file that asks to be ignored adds its name alone, and has none.
     */
    static List<List<Checksum>> atlas(List<Found> files) {
        var running = digest("SHA-256");
        var sums = new ArrayList<List<Checksum>>();
        for (var file : files) {
            running.update(file.name().getBytes(StandardCharsets.UTF_8));
            if (file.text().filter(text -> IGNORED.matcher(text).find()).isPresent()) {
                sums.add(List.of());
                continue;
            }
            running.update(file.bytes());
            sums.add(List.of(new Checksum(
                    "atlas h1", Base64.getEncoder().encodeToString(copy(running).digest()))));
        }
        return sums;
    }

    /**
     * Liquibase, version 9: an MD5 of the changeset's one change, which is the MD5 of its SQL without white space, as in <a
     * href="https://github.com/liquibase/liquibase">liquibase</a>, {@code AbstractSQLChange} and {@code ChangeSet}.
     */
    static Checksum liquibase(String sql) {
        var bare = new StringBuilder(sql.length());
        sql.chars().filter(sign -> " \n\r\t".indexOf(sign) < 0).forEach(sign -> bare.append((char) sign));
        return new Checksum("liquibase 9", md5(md5(bare.toString()) + ':'));
    }

    private static String md5(String text) {
        return "9:" + HexFormat.of().formatHex(digest("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException jdkWithout) {
            throw new IllegalStateException(jdkWithout);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException jdkWithout) {
            throw new IllegalStateException(jdkWithout);
        }
    }
}
