resource "alicloud_fcv3_trigger" "timer" {
  for_each      = { for name, each in local.functions : name => each if each.timer != "" && (!var.fleet || name != "verify") }
  function_name = alicloud_fcv3_function.belay[each.key].function_name
  qualifier     = alicloud_fcv3_alias.live[each.key].alias_name
  trigger_type  = "timer"
  trigger_name  = each.value.timer
  trigger_config = jsonencode({
    cronExpression = each.value.cron
    enable         = true
    payload        = each.value.payload
  })
}

resource "alicloud_fcv3_trigger" "http" {
  for_each      = { for name, each in local.functions : name => each if length(each.methods) > 0 }
  function_name = alicloud_fcv3_function.belay[each.key].function_name
  qualifier     = alicloud_fcv3_alias.live[each.key].alias_name
  trigger_type  = "http"
  trigger_name  = "http"
  trigger_config = jsonencode({
    authType           = var.http_auth
    methods            = each.value.methods
    disableURLInternet = false
  })
}

# CloudMonitor tells the topic, the topic calls rollback.
resource "alicloud_fcv3_trigger" "alarms" {
  for_each        = { for name, each in local.functions : name => each if name == "rollback" }
  function_name   = alicloud_fcv3_function.belay[each.key].function_name
  qualifier       = alicloud_fcv3_alias.live[each.key].alias_name
  trigger_type    = "mns_topic"
  trigger_name    = "alarms"
  source_arn      = "acs:mns:${var.region}:${data.alicloud_account.this.id}:/topics/${alicloud_message_service_topic.alarms.topic_name}"
  invocation_role = alicloud_ram_role.bell.arn
  trigger_config = jsonencode({
    notifyContentFormat = "JSON"
    notifyStrategy      = "BACKOFF_RETRY"
  })
}

resource "alicloud_cms_alarm" "rollback" {
  for_each          = var.alarms
  name              = each.key
  project           = "acs_fc"
  metric            = each.value.metric
  metric_dimensions = jsonencode([{ region = var.region, functionName = each.value.function }])
  contact_groups    = each.value.contact_groups
  period            = 60

  escalations_critical {
    statistics          = each.value.statistics
    comparison_operator = ">"
    threshold           = each.value.threshold
    times               = each.value.times
  }

  targets {
    target_id = "1"
    level     = "Critical"
    arn       = "acs:mns:${var.region}:${data.alicloud_account.this.id}:/topics/${alicloud_message_service_topic.alarms.topic_name}/messages"
  }
}
