package io.belay.adapter.jdbc;

/** How an engine's SQL differs where it is put together from names. */
public enum Dialect {
    /** PostgreSQL. */
    POSTGRES('"', "text"),
    /** MySQL and MariaDB. */
    MYSQL('`', "char");

    private final String quote;
    private final String text;

    Dialect(char quote, String text) {
        this.quote = String.valueOf(quote);
        this.text = text;
    }

    /** {@code name} as an identifier, whatever stands in it. */
    public String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** A table of a schema as an identifier. */
    public String quoted(String schema, String table) {
        return quoted(schema) + "." + quoted(table);
    }

    /** A column read as text, {@code most} characters of it. */
    public String asText(String column, int most) {
        return "left(cast(" + quoted(column) + " as " + text + "), " + most + ")";
    }
}
