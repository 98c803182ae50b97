"""Dispatches by vehicle and by driver"""
from alembic import op

revision = "8c2e91f07d54"
down_revision = "4b1f0a6d2c31"


def upgrade():
    op.create_index("dispatches_vehicle", "dispatches", ["vehicle_id"])
    op.create_index("dispatches_driver", "dispatches", ["driver_id"])
