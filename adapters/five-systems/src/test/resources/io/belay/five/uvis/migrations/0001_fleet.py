"""Users, vehicles, drivers, routes and dispatches"""
from alembic import op
import sqlalchemy as sa

revision = "4b1f0a6d2c31"
down_revision = None


def upgrade():
    op.create_table("users", sa.Column("id", sa.BigInteger, primary_key=True))
    op.create_table("vehicles", sa.Column("id", sa.BigInteger, primary_key=True))
    op.create_table("drivers", sa.Column("id", sa.BigInteger, primary_key=True))
    op.create_table("routes", sa.Column("id", sa.BigInteger, primary_key=True))
    op.create_table("dispatches", sa.Column("id", sa.BigInteger, primary_key=True))
