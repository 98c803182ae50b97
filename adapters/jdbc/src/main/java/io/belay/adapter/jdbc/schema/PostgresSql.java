package io.belay.adapter.jdbc.schema;

/**
 * What PostgreSQL's catalogue is asked. Each takes the schemas' names as its one parameter, and none the relations of an
 * extension, which come and go with that.
 *
 * <p>To render an expression the server takes a lock on the relation it is of, and would wait for whoever alters it
 * (ruleutils.c, set_relation_column_names). So what is locked is looked up in pg_locks first and left out.
 */
final class PostgresSql {
    private static final String LOCKED = """
            with locked as materialized (
              select relation as oid from pg_catalog.pg_locks
              where locktype = 'relation' and granted and mode = 'AccessExclusiveLock' and pid <> pg_catalog.pg_backend_pid()
                and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
            """;

    private static final String MINE = LOCKED + """
            , mine as materialized (
              select c.oid, n.nspname, c.relname, c.oid in (select oid from locked) as altered
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where n.nspname = any (?::text[]) and c.relkind in ('r', 'p', 'f') and not c.relispartition
                and not exists (select from pg_catalog.pg_depend e where e.classid = 'pg_catalog.pg_class'::regclass
                                and e.objid = c.oid and e.deptype = 'e'))
            """;

    static final String COLUMNS = MINE + """
            select m.nspname, m.relname, m.altered, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
              case when a.attgenerated = '' then pg_catalog.pg_get_expr(d.adbin, 0)
                   when not m.altered then pg_catalog.pg_get_expr(d.adbin, d.adrelid) end,
              a.attgenerated::text, a.attidentity::text,
              (select l.collname from pg_catalog.pg_collation l where l.oid = a.attcollation and a.attcollation <> t.typcollation),
              d.adbin is not null and exists (
                select from pg_catalog.pg_depend s join pg_catalog.pg_class q on q.oid = s.objid and q.relkind = 'S'
                where s.classid = 'pg_catalog.pg_class'::regclass and s.refclassid = 'pg_catalog.pg_class'::regclass
                  and s.refobjid = a.attrelid and s.refobjsubid = a.attnum and s.deptype = 'a')
            from mine m
            left join pg_catalog.pg_attribute a on a.attrelid = m.oid and a.attnum > 0 and not a.attisdropped
            left join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            order by m.nspname, m.relname, a.attnum
            """;

    static final String INDEXES = MINE + """
            select m.nspname, m.relname, i.relname, x.indisprimary, x.indisunique, x.indisvalid and x.indisready,
              am.amname::text || case when x.indisexclusion then ' exclusion' else '' end,
              array (
                select case
                    when k.ord > x.indnkeyatts then 'include ' || a.attname::text
                    else coalesce(a.attname::text, case when m.altered then '?'
                         else pg_catalog.pg_get_indexdef(x.indexrelid, k.ord::int, true) end)
                      || coalesce(' ' || o.opcname::text, '')
                      || case x.indoption[k.ord - 1] & 3
                         when 1 then ' desc nulls last' when 2 then ' nulls first' when 3 then ' desc' else '' end
                  end
                from unnest(x.indkey::int2[]) with ordinality as k (num, ord)
                left join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.num and k.num <> 0
                left join pg_catalog.pg_opclass o on k.ord <= x.indnkeyatts and o.oid = x.indclass[k.ord - 1] and not o.opcdefault
                order by k.ord)
                || case when pg_catalog.to_jsonb(x) ->> 'indnullsnotdistinct' = 'true'
                   then array['nulls not distinct'] else array[]::text[] end,
              case when x.indpred is not null and not m.altered then pg_catalog.pg_get_expr(x.indpred, x.indrelid, true) end
            from mine m
            join pg_catalog.pg_index x on x.indrelid = m.oid
            join pg_catalog.pg_class i on i.oid = x.indexrelid
            join pg_catalog.pg_am am on am.oid = i.relam
            """;

    static final String CONSTRAINTS = MINE + """
            select m.nspname, m.relname, c.conname, c.contype::text, c.convalidated,
              array (select a.attname::text from unnest(c.conkey) with ordinality as k (num, ord)
                     join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by k.ord),
              fn.nspname, f.relname,
              array (select a.attname::text from unnest(c.confkey) with ordinality as k (num, ord)
                     join pg_catalog.pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num order by k.ord),
              c.confdeltype::text, c.confupdtype::text,
              case when c.contype = 'c' and not m.altered then pg_catalog.pg_get_expr(c.conbin, c.conrelid, true) end
            from mine m
            join pg_catalog.pg_constraint c on c.conrelid = m.oid and c.contype in ('f', 'c') and c.conparentid = 0
            left join pg_catalog.pg_class f on f.oid = c.confrelid
            left join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
            """;

    static final String TRIGGERS = MINE + """
            select m.nspname, m.relname, t.tgname,
              case when not m.altered then pg_catalog.md5(pg_catalog.replace(pg_catalog.pg_get_triggerdef(t.oid, true), pg_catalog.quote_ident(m.nspname) || '.', '') || t.tgenabled::text) end
            from mine m join pg_catalog.pg_trigger t on t.tgrelid = m.oid and not t.tgisinternal
            """;

    static final String VIEWS = LOCKED + """
            select n.nspname, c.relname, c.relkind = 'm', case when not (
                c.oid in (select oid from locked) or exists (
                  select from pg_catalog.pg_rewrite r
                  join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
                    and d.refclassid = 'pg_catalog.pg_class'::regclass
                  where r.ev_class = c.oid and d.refobjid in (select oid from locked)))
              then pg_catalog.pg_get_viewdef(c.oid) end
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?::text[]) and c.relkind in ('v', 'm')
              and not exists (select from pg_catalog.pg_depend e where e.classid = 'pg_catalog.pg_class'::regclass
                              and e.objid = c.oid and e.deptype = 'e')
            """;

    static final String SEQUENCES = """
            select n.nspname, c.relname,
              pg_catalog.format_type(s.seqtypid, null) || ' from ' || s.seqstart || ' by ' || s.seqincrement
              || ' within ' || s.seqmin || '..' || s.seqmax || case when s.seqcycle then ' cycle' else '' end
            from pg_catalog.pg_sequence s
            join pg_catalog.pg_class c on c.oid = s.seqrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?::text[])
              and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::regclass
                              and d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
            """;

    static final String ENUMERATIONS = """
            select n.nspname, t.typname,
              array (select e.enumlabel::text from pg_catalog.pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)
            from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where n.nspname = any (?::text[]) and t.typtype = 'e'
              and not exists (select from pg_catalog.pg_depend e where e.classid = 'pg_catalog.pg_type'::regclass
                              and e.objid = t.oid and e.deptype = 'e')
            """;

    static final String ROUTINES = LOCKED + """
            select n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid),
              pg_catalog.md5(case when p.prosqlbody is null then p.prosrc
                    when not exists (select from locked) then pg_catalog.pg_get_function_sqlbody(p.oid) end
                || l.lanname::text || p.provolatile::text || p.prosecdef::text || p.proisstrict::text
                || coalesce(pg_catalog.replace(pg_catalog.pg_get_function_result(p.oid), pg_catalog.quote_ident(n.nspname) || '.', ''), '') || coalesce(p.proconfig::text, ''))
            from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            join pg_catalog.pg_language l on l.oid = p.prolang
            where n.nspname = any (?::text[]) and p.prokind <> 'a'
              and not exists (select from pg_catalog.pg_depend e where e.classid = 'pg_catalog.pg_proc'::regclass
                              and e.objid = p.oid and e.deptype = 'e')
            """;

    private PostgresSql() {}
}
