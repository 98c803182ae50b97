"""A dispatch has a priority instead of a note"""
from alembic import op
import sqlalchemy as sa

revision = "d07a5c3be812"
down_revision = "8c2e91f07d54"


def upgrade():
    op.add_column("dispatches", sa.Column("priority", sa.Integer, server_default="0"))
    op.drop_column("dispatches", "note")
