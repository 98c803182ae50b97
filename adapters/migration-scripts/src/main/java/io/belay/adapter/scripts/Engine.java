package io.belay.adapter.scripts;

/** Whose SQL a script is written in. */
public enum Engine {
    /** PostgreSQL. */
    POSTGRES,
    /** MySQL and MariaDB. */
    MYSQL
}
