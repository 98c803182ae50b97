package io.belay.core.schema;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One word for each type of a column, whichever of its names it was written with. */
public final class TypeWords {
    /** A type, what stands in brackets, and what comes after: timestamp(3) without time zone. */
    private static final Pattern FORM = Pattern.compile("([^(]*)(\\([^)]*\\))?(.*)", Pattern.DOTALL);

    /** How wide MySQL and MariaDB would print a whole number; it changes nothing of it. */
    private static final Pattern WIDTH = Pattern.compile("(?:(?!tinyint\\(1\\)(?! unsigned))"
            + "(tinyint|smallint|mediumint|int|integer|bigint)\\(\\d+\\)|(year)\\(4\\))(?!.*zerofill)(.*)");

    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("character", "char"),
            Map.entry("bpchar", "char"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("serial", "integer"),
            Map.entry("int unsigned", "integer unsigned"),
            Map.entry("int2", "smallint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("bigserial", "bigint"),
            Map.entry("bool", "boolean"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double"),
            Map.entry("double precision", "double"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("bit varying", "varbit"));

    private TypeWords() {}

    /** The canonical words for {@code type}; itself where it has no other name. */
    public static String canonical(String type) {
        if (type.indexOf('"') >= 0 || type.indexOf('\'') >= 0) {
            // A name or a list of words is not ours to change.
            return type.strip();
        }
        if (type.endsWith("[]")) {
            return canonical(type.substring(0, type.length() - 2)) + "[]";
        }
        var text = type.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll("\\s*,\\s*", ",");
        var width = WIDTH.matcher(text);
        if (width.matches()) {
            text = (width.group(1) == null ? width.group(2) : width.group(1)) + width.group(3);
        }
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return text;
        }
        var word = (form.group(1).strip() + " " + form.group(3).strip()).strip();
        var brackets = form.group(2) == null ? "" : form.group(2);
        var canonical = CANONICAL.get(word);
        return canonical == null ? text : joined(canonical, brackets);
    }

    private static String joined(String word, String brackets) {
        return word.endsWith(" unsigned") ? word.replace(" unsigned", brackets + " unsigned") : word + brackets;
    }
}
