CREATE TABLE audit_log (what text NOT NULL DEFAULT 'login', created_at timestamptz NOT NULL DEFAULT now());
