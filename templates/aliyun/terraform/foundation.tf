resource "alicloud_log_project" "belay" {
  project_name = "${var.name}-${data.alicloud_account.this.id}-${var.region}"
  description  = "Belay's own logs"
}

resource "alicloud_log_store" "belay" {
  project_name     = alicloud_log_project.belay.project_name
  logstore_name    = var.name
  retention_period = var.log_days
}

resource "alicloud_log_store_index" "belay" {
  project  = alicloud_log_project.belay.project_name
  logstore = alicloud_log_store.belay.logstore_name
  full_text {}
}

# What FC gave up: calls that failed as often as it may try them, or grew too old.
resource "alicloud_message_service_queue" "failed" {
  queue_name               = "${var.name}-failed"
  message_retention_period = 604800
}

resource "alicloud_message_service_topic" "alarms" {
  topic_name = "${var.name}-alarms"
}

# systems and verify, by CloudFlow. It names functions that may be deployed later, by scripts/deploy-aliyun.
resource "alicloud_fnf_flow" "fleet" {
  name        = "${var.name}-fleet"
  description = "verify for each system"
  type        = "FDL"
  role_arn    = alicloud_ram_role.fleet.arn
  definition  = templatefile("${path.module}/../fleet.flow.yaml", local.places)
}

resource "alicloud_fnf_schedule" "fleet" {
  count           = var.fleet ? 1 : 0
  schedule_name   = "every-5-minutes"
  description     = "verify for each system that is due"
  flow_name       = alicloud_fnf_flow.fleet.name
  cron_expression = "0 2/5 * * * *"
  enable          = true
  payload         = "{}"
}
