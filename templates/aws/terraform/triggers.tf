# What nobody could take.
resource "aws_sqs_queue" "dead_letters" {
  name                      = "${var.prefix}-dead-letters"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
  tags                      = local.tags
}

resource "aws_sqs_queue_policy" "dead_letters" {
  queue_url = aws_sqs_queue.dead_letters.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = ["events.amazonaws.com", "sns.amazonaws.com"] }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.dead_letters.arn
      Condition = {
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id }
        ArnLike = {
          "aws:SourceArn" = [
            "${local.arn}:events:${local.here}:rule/${var.prefix}-alarms",
            "${local.arn}:sns:${local.here}:${var.prefix}-alarms"
          ]
        }
      }
    }]
  })
}

# The clock.
locals {
  sweep = jsonencode({
    sweep = merge({
      at       = "<aws.scheduler.scheduled-time>"
      schedule = "<aws.scheduler.schedule-arn>"
      id       = "<aws.scheduler.execution-id>"
    }, var.rates.sweep == "rate(5 minutes)" ? { tick = "5m" } : {})
  })
  # What is due by the watch of a system file is known only to who is told how often the clock calls.
  tick         = var.verify_tick == "" ? {} : { tick = var.verify_tick }
  verify       = jsonencode(local.tick)
  fleet_verify = jsonencode(merge({ function = "verify" }, local.tick))

  alone    = var.fleet == "none"
  watched  = var.watch_until != null
  machines = { inline = "fleet", distributed = "fleet-large" }
  fleet    = lookup(local.machines, var.fleet, "")

  schedules = merge(
    {
      sweep = { rate = var.rates.sweep, function = "rollback", input = local.sweep, age = 300, end = null }
    },
    local.alone ? {
      verify = { rate = var.rates.verify, function = "verify", input = local.verify, age = 300, end = null }
      stamp  = { rate = var.rates.stamp, function = "stamp", input = "{}", age = 600, end = null }
    } : {},
    local.alone && local.watched ? {
      watch = { rate = var.rates.watch, function = "verify", input = "{}", age = 300, end = var.watch_until }
    } : {},
    local.alone && var.alarms ? {
      drift = { rate = var.rates.drift, function = "alarms-drift", input = "{}", age = 600, end = null }
    } : {}
  )

  fleet_schedules = local.alone ? {} : merge(
    {
      verify = { rate = var.rates.verify, input = local.fleet_verify, age = 300, end = null }
      stamp  = { rate = var.rates.stamp, input = jsonencode({ function = "stamp" }), age = 600, end = null }
    },
    local.watched ? {
      watch = { rate = var.rates.watch, input = jsonencode({ function = "verify" }), age = 300, end = var.watch_until }
    } : {},
    var.alarms ? {
      drift = { rate = var.rates.drift, input = jsonencode({ function = "alarms-drift" }), age = 600, end = null }
    } : {}
  )
}

resource "aws_scheduler_schedule" "each" {
  for_each = local.schedules

  name                = "${var.prefix}-${each.key}"
  schedule_expression = each.value.rate
  end_date            = each.value.end

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_alias.live[each.value.function].arn
    role_arn = aws_iam_role.clock.arn
    # jsonencode writes < and > as escapes, in which Scheduler finds no placeholder.
    input = replace(replace(each.value.input, "\\u003c", "<"), "\\u003e", ">")

    retry_policy {
      maximum_retry_attempts       = 1
      maximum_event_age_in_seconds = each.value.age
    }

    dead_letter_config {
      arn = aws_sqs_queue.dead_letters.arn
    }
  }
}

resource "aws_scheduler_schedule" "fleet" {
  for_each = local.fleet_schedules

  name                = "${var.prefix}-${local.fleet}-${each.key}"
  schedule_expression = each.value.rate
  end_date            = each.value.end

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_sfn_state_machine.fleet[0].arn
    role_arn = aws_iam_role.clock.arn
    input    = each.value.input

    retry_policy {
      maximum_retry_attempts       = 1
      maximum_event_age_in_seconds = each.value.age
    }

    dead_letter_config {
      arn = aws_sqs_queue.dead_letters.arn
    }
  }
}

# From an alarm to the rollback: by its own action, or by a topic, or by the bus.
resource "aws_lambda_permission" "alarms" {
  count = var.alarm_route == "direct" ? 1 : 0

  statement_id   = "alarms"
  function_name  = aws_lambda_function.each["rollback"].function_name
  qualifier      = aws_lambda_alias.live["rollback"].name
  action         = "lambda:InvokeFunction"
  principal      = "lambda.alarms.cloudwatch.amazonaws.com"
  source_account = data.aws_caller_identity.this.account_id
  source_arn     = "${local.arn}:cloudwatch:${local.here}:alarm:${var.alarm_prefix}*"
}

resource "aws_sns_topic" "alarms" {
  count = var.alarm_route == "sns" ? 1 : 0

  name = "${var.prefix}-alarms"
  tags = local.tags
}

resource "aws_sns_topic_policy" "alarms" {
  count = var.alarm_route == "sns" ? 1 : 0

  arn = aws_sns_topic.alarms[0].arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alarms[0].arn
      Condition = {
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id }
        ArnLike      = { "aws:SourceArn" = "${local.arn}:cloudwatch:${local.here}:alarm:${var.alarm_prefix}*" }
      }
    }]
  })
}

resource "aws_sns_topic_subscription" "alarms" {
  count = var.alarm_route == "sns" ? 1 : 0

  topic_arn      = aws_sns_topic.alarms[0].arn
  protocol       = "lambda"
  endpoint       = aws_lambda_alias.live["rollback"].arn
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead_letters.arn })
}

resource "aws_lambda_permission" "topic" {
  count = var.alarm_route == "sns" ? 1 : 0

  statement_id   = "topic"
  function_name  = aws_lambda_function.each["rollback"].function_name
  qualifier      = aws_lambda_alias.live["rollback"].name
  action         = "lambda:InvokeFunction"
  principal      = "sns.amazonaws.com"
  source_account = data.aws_caller_identity.this.account_id
  source_arn     = aws_sns_topic.alarms[0].arn
}

resource "aws_cloudwatch_event_rule" "alarms" {
  count = var.alarm_route == "eventbridge" ? 1 : 0

  name        = "${var.prefix}-alarms"
  description = "The system's alarms that turn red call the rollback"
  event_pattern = jsonencode({
    source      = ["aws.cloudwatch"]
    detail-type = ["CloudWatch Alarm State Change"]
    account     = [data.aws_caller_identity.this.account_id]
    detail = {
      alarmName = [{ prefix = var.alarm_prefix }]
      state     = { value = ["ALARM"] }
    }
  })
  tags = local.tags
}

resource "aws_cloudwatch_event_target" "alarms" {
  count = var.alarm_route == "eventbridge" ? 1 : 0

  rule      = aws_cloudwatch_event_rule.alarms[0].name
  target_id = "rollback"
  arn       = aws_lambda_alias.live["rollback"].arn

  retry_policy {
    maximum_retry_attempts       = 2
    maximum_event_age_in_seconds = 900
  }

  dead_letter_config {
    arn = aws_sqs_queue.dead_letters.arn
  }
}

resource "aws_lambda_permission" "rule" {
  count = var.alarm_route == "eventbridge" ? 1 : 0

  statement_id   = "rule"
  function_name  = aws_lambda_function.each["rollback"].function_name
  qualifier      = aws_lambda_alias.live["rollback"].name
  action         = "lambda:InvokeFunction"
  principal      = "events.amazonaws.com"
  source_account = data.aws_caller_identity.this.account_id
  source_arn     = aws_cloudwatch_event_rule.alarms[0].arn
}

# Who watches the watchman.
resource "aws_cloudwatch_metric_alarm" "dead_letters" {
  alarm_name          = "${var.prefix}-dead-letters"
  alarm_description   = "Something reached Belay and nobody could take it - look into the queue"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead_letters.name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.operator_topics
  tags                = local.tags
}

resource "aws_cloudwatch_metric_alarm" "rollback_errors" {
  alarm_name          = "${var.prefix}-rollback-errors"
  alarm_description   = "The rollback itself failed - its log says under which id"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = "${var.prefix}-rollback", Resource = "${var.prefix}-rollback:live" }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.operator_topics
  tags                = local.tags
}

# A report that fails is no failed call: who is called by the clock alone is heard by what its log says.
# Each period is longer than its clock's pause, so that a fault that stays rings once.
resource "aws_cloudwatch_log_metric_filter" "verify_failed" {
  name           = "${var.prefix}-verify-failed"
  log_group_name = aws_cloudwatch_log_group.each["verify"].name
  pattern        = "{ $.event = \"report\" && ($.verdict = \"fail\" || $.verdict = \"unknown\") }"

  metric_transformation {
    namespace = "Belay"
    name      = "${var.prefix}-verify-failed"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "verify_failed" {
  alarm_name          = "${var.prefix}-verify-failed"
  alarm_description   = "A verify found something wrong, or could not find out - its report is in the log"
  namespace           = "Belay"
  metric_name         = "${var.prefix}-verify-failed"
  statistic           = "Sum"
  period              = 900
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.operator_topics
  tags                = local.tags
}

resource "aws_cloudwatch_log_metric_filter" "drift_failed" {
  count = contains(keys(local.made), "alarms-drift") ? 1 : 0

  name           = "${var.prefix}-drift-failed"
  log_group_name = aws_cloudwatch_log_group.each["alarms-drift"].name
  pattern        = "{ $.event = \"report\" && ($.verdict = \"fail\" || $.verdict = \"unknown\") }"

  metric_transformation {
    namespace = "Belay"
    name      = "${var.prefix}-drift-failed"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "drift_failed" {
  count = contains(keys(local.made), "alarms-drift") ? 1 : 0

  alarm_name          = "${var.prefix}-drift-failed"
  alarm_description   = "Alarms are not as they should be, or that could not be told - its report is in the log"
  namespace           = "Belay"
  metric_name         = "${var.prefix}-drift-failed"
  statistic           = "Sum"
  period              = 7200
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.operator_topics
  tags                = local.tags
}

resource "aws_cloudwatch_metric_alarm" "fleet_failed" {
  count = var.fleet == "inline" ? 1 : 0

  alarm_name          = "${var.prefix}-fleet-failed"
  alarm_description   = "A system of the fleet is not well, or was not asked - the output of the execution says which"
  namespace           = "AWS/States"
  metric_name         = "ExecutionsFailed"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.fleet[0].arn }
  statistic           = "Sum"
  period              = 900
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.operator_topics
  tags                = local.tags
}

resource "aws_cloudwatch_metric_alarm" "fleet_timed_out" {
  count = var.fleet == "inline" ? 1 : 0

  alarm_name          = "${var.prefix}-fleet-timed-out"
  alarm_description   = "A system of the fleet is not well, or was not asked - the output of the execution says which"
  namespace           = "AWS/States"
  metric_name         = "ExecutionsTimedOut"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.fleet[0].arn }
  statistic           = "Sum"
  period              = 900
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.operator_topics
  tags                = local.tags
}

resource "aws_cloudwatch_metric_alarm" "fleet_large_failed" {
  count = var.fleet == "distributed" ? 1 : 0

  alarm_name          = "${var.prefix}-fleet-large-failed"
  alarm_description   = "A system of the fleet is not well, or was not asked - the output of the execution says which"
  namespace           = "AWS/States"
  metric_name         = "ExecutionsFailed"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.fleet[0].arn }
  statistic           = "Sum"
  period              = 900
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.operator_topics
  tags                = local.tags
}

resource "aws_cloudwatch_metric_alarm" "fleet_large_timed_out" {
  count = var.fleet == "distributed" ? 1 : 0

  alarm_name          = "${var.prefix}-fleet-large-timed-out"
  alarm_description   = "A system of the fleet is not well, or was not asked - the output of the execution says which"
  namespace           = "AWS/States"
  metric_name         = "ExecutionsTimedOut"
  dimensions          = { StateMachineArn = aws_sfn_state_machine.fleet[0].arn }
  statistic           = "Sum"
  period              = 900
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.operator_topics
  tags                = local.tags
}
