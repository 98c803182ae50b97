# The same functions and bounds as s.yaml; TerraformTest holds the two equal.
locals {
  all = {
    "health" = {
      timeout     = 120
      concurrency = 10
      role        = false
      retries     = 1
      age         = 300
      task        = false
      by_hand     = false
      timer       = "every-5-minutes"
      cron        = "0 0/5 * * * *"
      payload     = "{\"within\": \"90s\"}"
      methods     = ["GET", "POST"]
    }
    "migration-verify" = {
      timeout     = 300
      concurrency = 1
      role        = false
      retries     = 1
      age         = 3600
      task        = false
      by_hand     = false
      timer       = "hourly"
      cron        = "0 10 * * * *"
      payload     = "{\"within\": \"4m\"}"
      methods     = ["GET", "POST"]
    }
    "verify" = {
      timeout     = 1800
      concurrency = 1
      role        = true
      retries     = 0
      age         = 900
      task        = true
      by_hand     = false
      timer       = "every-30-minutes"
      cron        = "0 5/30 * * * *"
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "rollback" = {
      timeout     = 1200
      concurrency = 1
      role        = true
      retries     = 2
      age         = 900
      task        = false
      by_hand     = false
      timer       = "sweep-every-5-minutes"
      cron        = "@every 5m"
      payload     = "sweep"
      methods     = []
    }
    "rollback-plan" = {
      timeout     = 300
      concurrency = 1
      role        = true
      retries     = 0
      age         = 300
      task        = false
      by_hand     = false
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "stamp" = {
      timeout     = 300
      concurrency = 1
      role        = true
      retries     = 1
      age         = 600
      task        = false
      by_hand     = false
      timer       = "every-15-minutes"
      cron        = "0 3/15 * * * *"
      payload     = ""
      methods     = []
    }
    "release" = {
      timeout     = 120
      concurrency = 1
      role        = true
      retries     = 0
      age         = 300
      task        = false
      by_hand     = false
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "alarms-plan" = {
      timeout     = 300
      concurrency = 1
      role        = true
      retries     = 0
      age         = 300
      task        = false
      by_hand     = false
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "alarms-drift" = {
      timeout     = 300
      concurrency = 1
      role        = true
      retries     = 1
      age         = 3600
      task        = false
      by_hand     = false
      timer       = "daily"
      cron        = "CRON_TZ=Asia/Shanghai 0 30 8 * * *"
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "systems" = {
      timeout     = 60
      concurrency = 10
      role        = false
      retries     = 0
      age         = 300
      task        = false
      by_hand     = false
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = ["GET"]
    }
    "stop" = {
      timeout     = 300
      concurrency = 1
      role        = true
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
    "resume" = {
      timeout     = 300
      concurrency = 1
      role        = true
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
    "clear" = {
      timeout     = 300
      concurrency = 1
      role        = true
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
    "alarms-apply" = {
      timeout     = 600
      concurrency = 1
      role        = true
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
    "alarms-drill" = {
      timeout     = 900
      concurrency = 1
      role        = true
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
  }
  functions = var.foundation_only ? {} : { for name, each in local.all : name => each if var.by_hand || !each.by_hand }
}

resource "alicloud_fcv3_function" "belay" {
  for_each             = local.functions
  function_name        = "${var.name}-${each.key}"
  description          = "Belay: ${each.key}"
  runtime              = "custom-container"
  handler              = "none"
  cpu                  = 0.5
  memory_size          = 512
  disk_size            = 512
  timeout              = each.value.timeout
  instance_concurrency = each.value.concurrency
  internet_access      = true
  role                 = each.value.role ? alicloud_ram_role.function[each.key].arn : null
  tags                 = { app = "belay" }

  environment_variables = merge(var.secrets, {
    BELAY_SYSTEM_FILE  = var.system_file
    BELAY_FUNCTION     = each.key
    BELAY_TOKENS       = var.tokens
    BELAY_ROLLBACK_OFF = var.rollback_off
  })

  custom_container_config {
    image = var.image
    port  = 9000
    health_check_config {
      http_get_url          = "/health/live"
      initial_delay_seconds = 1
      period_seconds        = 3
      timeout_seconds       = 2
      failure_threshold     = 20
      success_threshold     = 1
    }
  }

  instance_lifecycle_config {
    initializer {
      handler = "initialize"
      timeout = 60
    }
    pre_stop {
      handler = "pre-stop"
      timeout = 60
    }
  }

  log_config {
    project                 = alicloud_log_project.belay.project_name
    logstore                = alicloud_log_store.belay.logstore_name
    enable_request_metrics  = true
    enable_instance_metrics = true
    log_begin_rule          = "None"
  }

  dynamic "vpc_config" {
    for_each = var.vpc == null ? [] : [var.vpc]
    content {
      vpc_id            = vpc_config.value.vpc_id
      vswitch_ids       = vpc_config.value.vswitch_ids
      security_group_id = vpc_config.value.security_group_id
    }
  }

  lifecycle {
    precondition {
      condition     = var.image != ""
      error_message = "Say which image: -var image=REPOSITORY@sha256:..."
    }
  }
}

# A version never changes: another image or another setting is another version, and the alias moves to it.
resource "alicloud_fcv3_function_version" "belay" {
  for_each      = local.functions
  function_name = alicloud_fcv3_function.belay[each.key].function_name
  description = "belay ${sha256(jsonencode([
    var.image, var.system_file, var.tokens, var.rollback_off, each.value, var.vpc, var.secrets_revision
  ]))}"

  lifecycle {
    create_before_destroy = true
  }
}

resource "alicloud_fcv3_alias" "live" {
  for_each                  = local.functions
  function_name             = alicloud_fcv3_function.belay[each.key].function_name
  alias_name                = "live"
  version_id                = alicloud_fcv3_function_version.belay[each.key].version_id
  additional_version_weight = {}
}

resource "alicloud_fcv3_async_invoke_config" "live" {
  for_each                       = local.functions
  function_name                  = alicloud_fcv3_function.belay[each.key].function_name
  qualifier                      = alicloud_fcv3_alias.live[each.key].alias_name
  max_async_retry_attempts       = each.value.retries
  max_async_event_age_in_seconds = each.value.age
  async_task                     = each.value.task

  destination_config {
    on_failure {
      destination = "acs:mns:${var.region}:${data.alicloud_account.this.id}:/queues/${alicloud_message_service_queue.failed.queue_name}/messages"
    }
  }
}
