package io.belay.core.alarm;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose things they are: the mark that a thing must bear before it is touched.
 *
 * @param system the system's name, {@code a-z 0-9 -} alone: {@code shop}
 * @param environment the same of its environment: {@code prod}
 */
public record Owner(String system, String environment) {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    public Owner {
        if (!WORD.matcher(system).matches() || !WORD.matcher(environment).matches()) {
            throw new IllegalArgumentException(
                    "an owner is two words of 1 to 32 of a-z 0-9 -, found " + system + " and " + environment);
        }
    }

    /**
     * The owner of a system by whatever name: in small letters, {@code -} for all else.
     *
     * @throws IllegalArgumentException where nothing of a name is left, or more than 32 characters
     */
    public static Owner named(String system, String environment) {
        return new Owner(word(system), word(environment));
    }

    /** The owner whose mark {@code text} is; empty where it is nobody's. */
    public static Optional<Owner> read(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var system = text.substring(0, slash);
        var environment = text.substring(slash + 1);
        return WORD.matcher(system).matches() && WORD.matcher(environment).matches()
                ? Optional.of(new Owner(system, environment))
                : Optional.empty();
    }

    /** As a tag or label bears it: {@code shop/prod}. */
    public String mark() {
        return system + "/" + environment;
    }

    /**
     * With which the names of its things begin: {@code shop_prod_}. The mark itself where a cloud lets a thing bear nothing but
     * its name; no other owner's prefix begins with it.
     */
    public String prefix() {
        return system + "_" + environment + "_";
    }

    private static String word(String text) {
        return OTHER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    }

    @Override
    public String toString() {
        return mark();
    }
}
