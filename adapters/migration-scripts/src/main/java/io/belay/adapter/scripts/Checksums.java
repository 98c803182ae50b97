package io.belay.adapter.scripts;

import io.belay.core.script.Checksum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Each tool's checksum, written anew from its documentation or source. */
final class Checksums {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    static final String LIQUIBASE = "liquibase 9";

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
     * Prisma: SHA-256 in hexadecimal. It accepts a script whose line ends git has changed, and a sum whose bytes were once
     * written without their leading nought: <a href="https://github.com/prisma/prisma-engines">prisma-engines</a>, {@code
     * schema-engine/connectors/schema-connector/src/checksum.rs}.
     */
    static List<Checksum> prisma(Found file) {
        var values = new LinkedHashSet<String>();
        var asIs = digest("SHA-256");
        asIs.update(file.bytes());
        var sums = new ArrayList<>(List.of(asIs.digest()));
        file.text().ifPresent(text -> {
            for (var other : List.of(text.replace("\r\n", "\n"), text.replace("\n", "\r\n"))) {
                sums.add(digest("SHA-256").digest(other.getBytes(StandardCharsets.UTF_8)));
            }
        });
        sums.forEach(sum -> values.add(HexFormat.of().formatHex(sum)));
        sums.forEach(sum -> values.add(withoutNoughts(sum)));
        return values.stream()
                .map(value -> new Checksum("prisma sha-256", value))
                .toList();
    }

    /**
     * What makers of a table of their own write: SHA-256, SHA-1, MD5 or CRC32 of the file, in hexadecimal. Git may have changed
     * its line ends since.
     */
    static List<Checksum> numbered(Found file) {
        var contents = new LinkedHashSet<ByteBuffer>();
        contents.add(file.bytes());
        file.text().map(text -> text.replace("\r\n", "\n")).ifPresent(unix -> {
            contents.add(utf8(unix));
            contents.add(utf8(unix.replace("\n", "\r\n")));
        });
        var sums = new ArrayList<Checksum>();
        for (var content : contents) {
            for (var algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
                var digest = digest(algorithm);
                digest.update(content.duplicate());
                sums.add(new Checksum(algorithm, HexFormat.of().formatHex(digest.digest())));
            }
            var crc = new CRC32();
            crc.update(content.duplicate());
            sums.add(new Checksum("CRC32", HexFormat.of().toHexDigits((int) crc.getValue())));
        }
        return sums;
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutNoughts(byte[] sum) {
        var text = new StringBuilder();
        for (var each : sum) {
            text.append(Integer.toHexString(Byte.toUnsignedInt(each)));
        }
        return text.toString();
    }

    /**
     * Liquibase, version 9: an MD5 of the changeset's one change, which is the MD5 of its SQL without white space, as in <a
     * href="https://github.com/liquibase/liquibase">liquibase</a>, {@code AbstractSQLChange} and {@code ChangeSet}.
     */
    static Checksum liquibase(String sql) {
        var bare = new StringBuilder(sql.length());
        sql.chars().filter(sign -> " \n\r\t".indexOf(sign) < 0).forEach(sign -> bare.append((char) sign));
        return new Checksum(LIQUIBASE, md5(md5(bare.toString()) + ':'));
    }

    private static String md5(String text) {
        return "9:" + HexFormat.of().formatHex(digest("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException jdkWithout) {
            throw new IllegalStateException(jdkWithout);
        }
    }
}
