# What s.yaml says of every function alike; TemplateTest holds the two equal. A version is of all that stands in here.
locals {
  shape = {
    runtime         = "custom-container"
    handler         = "none"
    cpu             = 0.5
    memory_size     = 512
    disk_size       = 512
    internet_access = true
    port            = 9000
    health_check = {
      http_get_url          = "/health/live"
      initial_delay_seconds = 1
      period_seconds        = 3
      timeout_seconds       = 2
      failure_threshold     = 20
      success_threshold     = 1
    }
    initializer = { handler = "initialize", timeout = 60 }
    pre_stop    = { handler = "pre-stop", timeout = 60 }
    log = {
      enable_request_metrics  = true
      enable_instance_metrics = true
      log_begin_rule          = "None"
    }
    tags = { app = "belay" }
  }
  # A secret is in no hash, which anybody reads: secrets_revision stands for them.
  marks = { for name, each in local.functions : name => sha256(jsonencode([
    local.shape, each.timeout, each.concurrency, var.name, var.region, var.image, var.system_file, var.tokens, var.rollback_off,
    var.vpc, var.secrets_revision
  ])) }
}

resource "alicloud_fcv3_function" "belay" {
  for_each             = local.functions
  function_name        = "${var.name}-${each.key}"
  description          = "Belay: ${each.key}"
  runtime              = local.shape.runtime
  handler              = local.shape.handler
  cpu                  = local.shape.cpu
  memory_size          = local.shape.memory_size
  disk_size            = local.shape.disk_size
  timeout              = each.value.timeout
  instance_concurrency = each.value.concurrency
  internet_access      = local.shape.internet_access
  role                 = alicloud_ram_role.function[each.key].arn
  tags                 = local.shape.tags

  environment_variables = merge(var.secrets, {
    BELAY_SYSTEM_FILE  = var.system_file
    BELAY_FUNCTION     = each.key
    BELAY_TOKENS       = var.tokens
    BELAY_ROLLBACK_OFF = var.rollback_off
  })

  custom_container_config {
    image = var.image
    port  = local.shape.port
    health_check_config {
      http_get_url          = local.shape.health_check.http_get_url
      initial_delay_seconds = local.shape.health_check.initial_delay_seconds
      period_seconds        = local.shape.health_check.period_seconds
      timeout_seconds       = local.shape.health_check.timeout_seconds
      failure_threshold     = local.shape.health_check.failure_threshold
      success_threshold     = local.shape.health_check.success_threshold
    }
  }

  instance_lifecycle_config {
    initializer {
      handler = local.shape.initializer.handler
      timeout = local.shape.initializer.timeout
    }
    pre_stop {
      handler = local.shape.pre_stop.handler
      timeout = local.shape.pre_stop.timeout
    }
  }

  log_config {
    project                 = alicloud_log_project.belay.project_name
    logstore                = alicloud_log_store.belay.logstore_name
    enable_request_metrics  = local.shape.log.enable_request_metrics
    enable_instance_metrics = local.shape.log.enable_instance_metrics
    log_begin_rule          = local.shape.log.log_begin_rule
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
    precondition {
      condition     = var.http_auth == "function" || var.tokens != ""
      error_message = "http_auth is anonymous and there are no tokens: whoever comes would be let in by FC and refused by Belay."
    }
    precondition {
      condition     = var.http_auth == "anonymous" || var.tokens == ""
      error_message = "There are tokens and http_auth is function: FC answers 401 to a bearer token, before Belay sees it. Say http_auth=anonymous."
    }
  }
}

# A version never changes: another image or another setting is another version, and the alias moves to it.
resource "alicloud_fcv3_function_version" "belay" {
  for_each      = local.functions
  function_name = alicloud_fcv3_function.belay[each.key].function_name
  description   = "belay ${local.marks[each.key]}"

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

  depends_on = [alicloud_fcv3_async_invoke_config.read_back]
}

# The provider reads every such setting back without its qualifier, which is LATEST's: where there is none it calls the one
# that it has just made lost, and the resource is tainted for ever. So LATEST has the same. Nothing calls LATEST.
resource "alicloud_fcv3_async_invoke_config" "read_back" {
  for_each                       = local.functions
  function_name                  = alicloud_fcv3_function.belay[each.key].function_name
  qualifier                      = "LATEST"
  max_async_retry_attempts       = each.value.retries
  max_async_event_age_in_seconds = each.value.age
  async_task                     = each.value.task

  destination_config {
    on_failure {
      destination = "acs:mns:${var.region}:${data.alicloud_account.this.id}:/queues/${alicloud_message_service_queue.failed.queue_name}/messages"
    }
  }
}
