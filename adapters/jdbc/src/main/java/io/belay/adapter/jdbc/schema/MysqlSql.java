package io.belay.adapter.jdbc.schema;

/**
 * What MySQL's and MariaDB's information schema is asked. Each takes a schema's name as its one parameter, for which MariaDB
 * looks into that folder alone, and no column for which it would have to open a table's rows. Digests are SHA-256: MySQL 9.7 has
 * no {@code md5} any more, unless somebody installs it.
 */
final class MysqlSql {
    static final String SERVER = "select database(), version(), current_user()";

    /** Rights that hold for all of a schema; a right by table is none of them. */
    static final String RIGHTS = """
            select privilege_type from information_schema.user_privileges where grantee = ?
            union
            select privilege_type from information_schema.schema_privileges where grantee = ? and ? like table_schema
            """;

    static final String TABLES =
            "select table_name, table_type, table_collation from information_schema.tables where table_schema = ?";

    static final String COLUMNS = """
            select table_name, column_name, column_type, is_nullable, column_default, extra, generation_expression,
              collation_name, data_type
            from information_schema.columns where table_schema = ? order by table_name, ordinal_position
            """;

    static final String INDEXES_OF_MARIADB = """
            select table_name, index_name, non_unique, index_type, column_name, collation, sub_part, ignored = 'YES', null
            from information_schema.statistics where table_schema = ? order by table_name, index_name, seq_in_index
            """;

    static final String INDEXES_OF_MYSQL = """
            select table_name, index_name, non_unique, index_type, column_name, collation, sub_part, is_visible = 'NO', expression
            from information_schema.statistics where table_schema = ? order by table_name, index_name, seq_in_index
            """;

    static final String KEY_COLUMNS = """
            select table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name,
              referenced_column_name
            from information_schema.key_column_usage where table_schema = ? and referenced_table_name is not null
            order by table_name, constraint_name, ordinal_position
            """;

    static final String REFERENCES = """
            select table_name, constraint_name, delete_rule, update_rule
            from information_schema.referential_constraints where constraint_schema = ?
            """;

    static final String CHECKS_OF_MARIADB = """
            select table_name, constraint_name, check_clause, 'YES'
            from information_schema.check_constraints where constraint_schema = ?
            """;

    static final String CHECKS_OF_MYSQL = """
            select t.table_name, c.constraint_name, c.check_clause, t.enforced
            from information_schema.check_constraints c
            join information_schema.table_constraints t
              on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
            where c.constraint_schema = ? and t.constraint_type = 'CHECK'
            """;

    static final String VIEWS =
            "select table_name, view_definition from information_schema.views where table_schema = ?";

    static final String TRIGGERS = """
            select event_object_table, trigger_name,
              sha2(concat_ws(' ', action_timing, event_manipulation, action_statement), 256)
            from information_schema.triggers where event_object_schema = ?
            """;

    static final String ROUTINES = """
            select routine_type, routine_name,
              sha2(concat_ws(' ', coalesce(dtd_identifier, ''), is_deterministic, sql_data_access, security_type, routine_definition), 256),
              routine_definition is null
            from information_schema.routines where routine_schema = ?
            """;

    private MysqlSql() {}
}
