package io.belay.migrationverify.ledger;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.script.Script;
import io.belay.core.script.Script.Role;
import java.util.stream.Collectors;

/**
 * What is particular of a tool, as far as it decides how a ledger stands.
 *
 * @param chained whether a checksum is made of all scripts up to it (Atlas), so that one change shows in all that follow
 */
record Tool(String name, Ordering ordering, Keeping keeping, boolean chained) {
    /** What a tool's ledger holds. */
    enum Keeping {
        /** An entry for each migration. */
        EACH,
        /** The newest alone: what is older is applied as well. */
        NEWEST,
        /** The ends of a graph: what they follow is applied as well. */
        HEADS
    }

    static Tool of(String name) {
        return switch (name) {
            case "flyway" -> each(name, Ordering.DOTTED);
            case "rails", "goose" -> each(name, Ordering.NUMBER);
            case "prisma", "knex", "sequelize", "dbmate", "ef-core" -> each(name, Ordering.NAME);
            case "atlas" -> new Tool(name, Ordering.NAME, Keeping.EACH, true);
            case "typeorm" -> each(name, Ordering.TRAILING_NUMBER);
            case "django" -> each(name, Ordering.APP_AND_NAME);
            case "custom" -> each(name, Ordering.LEADING_NUMBER);
            case "golang-migrate" -> new Tool(name, Ordering.NUMBER, Keeping.NEWEST, false);
            case "alembic" -> new Tool(name, Ordering.NONE, Keeping.HEADS, false);
            default -> each(name, Ordering.NONE);
        };
    }

    /** Whether it is nobody's but a table of one's own. */
    boolean own() {
        return name.equals("custom");
    }

    private static Tool each(String name, Ordering ordering) {
        return new Tool(name, ordering, Keeping.EACH, false);
    }

    /** By which an entry and its script are held together. */
    String key(LedgerEntry entry) {
        return entry.version().isEmpty() ? "again " + entry.description() : key(entry.version());
    }

    String key(Script script) {
        return script.role() == Role.REPEATABLE && name.equals("flyway") ? "again " + script.id() : key(script.id());
    }

    /** Where only the numbers count, however they are written: {@code 01.0} is {@code 1}. */
    String key(String id) {
        return "once "
                + switch (ordering) {
                    case DOTTED, NUMBER ->
                        ordering.rank(id)
                                .map(rank -> rank.numbers().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(".")))
                                .orElse(id);
                    case NAME, APP_AND_NAME, LEADING_NUMBER, TRAILING_NUMBER, NONE -> id;
                };
    }

    /** Whether a person who writes {@code said} means {@code id}: its number alone will do, or the name without its end. */
    boolean means(String said, String id) {
        if (key(said).equals(key(id)) || stem(id).equals(said)) {
            return true;
        }
        return switch (ordering) {
            case NONE -> keeping == Keeping.HEADS && said.length() >= 4 && id.startsWith(said);
            case NAME, LEADING_NUMBER -> number(said, id, Ordering.LEADING_NUMBER);
            case TRAILING_NUMBER -> number(said, id, Ordering.TRAILING_NUMBER);
            case DOTTED, NUMBER, APP_AND_NAME -> false;
        };
    }

    /** A file's name without what tells its language. */
    static String stem(String id) {
        return id.replaceFirst("\\.(?:sql|c?js|mjs|ts)$", "");
    }

    private static boolean number(String said, String id, Ordering by) {
        return said.matches("[vV]?\\d+(?:\\.\\d+)*")
                && by.rank(said)
                        .flatMap(
                                wanted -> by.rank(id).map(rank -> rank.numbers().equals(wanted.numbers())))
                        .orElse(false);
    }
}
