package io.belay.adapter.scripts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** For which servers a changeset is meant, in its own words: liquibase/liquibase, {@code DatabaseList.definitionMatches}. */
final class LiquibaseServers {
    private LiquibaseServers() {}

    /** Whether it may run on {@code engine}; of MySQL and MariaDB it cannot be told which is meant, and one is enough. */
    static boolean include(String dbms, Engine engine) {
        var names = switch (engine) {
            case POSTGRES -> List.of("postgresql");
            case MYSQL -> List.of("mysql", "mariadb");
        };
        var said = Arrays.stream(dbms.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return said.isEmpty() || names.stream().anyMatch(name -> includes(said, name));
    }

    private static boolean includes(List<String> said, String name) {
        if (said.contains("all") || said.contains(name)) {
            return true;
        }
        return !said.contains("none")
                && !said.contains('!' + name)
                && said.stream().allMatch(each -> each.startsWith("!"));
    }
}
