-- belay looks and never touches.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO belay;
