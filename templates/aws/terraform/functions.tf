# Functions: one class, one role, one log, one door each. The names, times and schedules are those of ../template.yaml.
locals {
  functions = {
    health             = { class = "Health", timeout = 300, may = ["checks"], made = true }
    "migration-verify" = { class = "MigrationVerify", timeout = 300, may = [], made = true }
    verify             = { class = "Verify", timeout = 900, may = ["look", "remember", "move", "tell", "runs", "checks"], made = true }
    rollback           = { class = "Rollback", timeout = 900, may = ["look", "remember", "move", "tell", "checks"], made = true }
    "rollback-plan"    = { class = "RollbackPlan", timeout = 300, may = ["look", "checks"], made = true }
    stamp              = { class = "Stamp", timeout = 300, may = ["look", "remember", "checks"], made = true }
    release            = { class = "Release", timeout = 120, may = ["look"], made = true }
    "alarms-plan"      = { class = "AlarmsPlan", timeout = 300, may = ["alarms-look"], made = var.alarms }
    "alarms-drift"     = { class = "AlarmsDrift", timeout = 300, may = ["alarms-look"], made = var.alarms }
    "alarms-apply"     = { class = "AlarmsApply", timeout = 900, may = ["alarms-look", "alarms-set"], made = var.alarms }
    "alarms-drill"     = { class = "AlarmsDrill", timeout = 900, may = ["alarms-look", "alarms-ring"], made = var.alarms }
    clear              = { class = "Clear", timeout = 120, may = ["look", "remember"], made = var.clear }
    stop               = { class = "Stop", timeout = 300, may = ["stop"], made = var.stop }
    resume             = { class = "Resume", timeout = 300, may = ["stop"], made = var.stop }
    systems            = { class = "Systems", timeout = 30, may = [], made = true }
  }

  # Not how they are, but whether there are any. Where there are none it is nobody's, which whom IAM signed does not need: while
  # tokens come or go, a URL is open before or after the functions know of it, and would then be anybody's.
  open   = nonsensitive(var.tokens != "")
  tokens = local.open ? var.tokens : "nobody:verify:0000000000000000000000000000000000000000000000000000000000000000"

  made = { for name, each in local.functions : name => each if each.made }
  here = "${data.aws_region.this.region}:${data.aws_caller_identity.this.account_id}"
  arn  = "arn:${data.aws_partition.this.partition}"
  tags = merge(var.tags, { belay = var.prefix })
}

data "archive_file" "systems" {
  type        = "zip"
  output_path = "${path.module}/.terraform/${var.prefix}-system.zip"

  dynamic "source" {
    for_each = setsubtract(fileset(var.systems, "**"), ["environment"])

    content {
      filename = "belay/${source.value}"
      content  = file("${var.systems}/${source.value}")
    }
  }
}

resource "aws_lambda_layer_version" "systems" {
  layer_name          = "${var.prefix}-system"
  description         = "The system files"
  filename            = data.archive_file.systems.output_path
  source_code_hash    = data.archive_file.systems.output_base64sha256
  compatible_runtimes = ["java25"]
}

resource "aws_cloudwatch_log_group" "each" {
  for_each = local.made

  name              = "/aws/lambda/${var.prefix}-${each.key}"
  retention_in_days = var.log_days
  tags              = local.tags
}

resource "aws_lambda_function" "each" {
  for_each = local.made

  function_name    = "${var.prefix}-${each.key}"
  handler          = "io.belay.runtime.lambda.${each.value.class}Handler::handleRequest"
  runtime          = "java25"
  architectures    = ["x86_64"]
  filename         = var.zip
  source_code_hash = filebase64sha256(var.zip)
  layers           = [aws_lambda_layer_version.systems.arn]
  role             = aws_iam_role.each[each.key].arn
  memory_size      = var.memory
  timeout          = each.value.timeout
  kms_key_arn      = var.environment_key
  publish          = true
  tags             = local.tags

  snap_start {
    apply_on = "PublishedVersions"
  }

  environment {
    variables = merge(
      var.environment,
      { BELAY_SYSTEM_FILE = var.system_file, BELAY_ROLLBACK_OFF = var.rollback_off, BELAY_TOKENS = local.tokens },
      each.key == "verify" ? { BELAY_STATE_MACHINE = "${local.arn}:states:${local.here}:stateMachine:${var.prefix}-verify" } : {}
    )
  }

  dead_letter_config {
    target_arn = aws_sqs_queue.dead_letters.arn
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.each[each.key].name
  }

  tracing_config {
    mode = var.tracing ? "Active" : "PassThrough"
  }

  dynamic "vpc_config" {
    for_each = length(var.subnets) > 0 ? [1] : []

    content {
      subnet_ids         = var.subnets
      security_group_ids = var.security_groups
    }
  }

  lifecycle {
    precondition {
      condition     = length(var.subnets) == 0 || length(var.security_groups) > 0
      error_message = "subnets without security_groups"
    }
  }

  depends_on = [aws_iam_role_policy.base]
}

resource "aws_lambda_alias" "live" {
  for_each = local.made

  name             = "live"
  function_name    = aws_lambda_function.each[each.key].function_name
  function_version = aws_lambda_function.each[each.key].version
}

resource "aws_lambda_function_event_invoke_config" "each" {
  for_each = local.made

  function_name                = aws_lambda_function.each[each.key].function_name
  qualifier                    = aws_lambda_alias.live[each.key].name
  maximum_retry_attempts       = 2
  maximum_event_age_in_seconds = 900
}

resource "aws_lambda_function_url" "each" {
  for_each = local.made

  function_name      = aws_lambda_function.each[each.key].function_name
  qualifier          = aws_lambda_alias.live[each.key].name
  authorization_type = local.open ? "NONE" : "AWS_IAM"
  invoke_mode        = "BUFFERED"
}

# Where there are tokens, AWS lets everybody through to a function URL, for which it wants two permissions; the tokens let in.
resource "aws_lambda_permission" "url" {
  for_each = { for name, each in local.made : name => each if local.open }

  statement_id           = "url-is-open"
  function_name          = aws_lambda_function.each[each.key].function_name
  qualifier              = aws_lambda_alias.live[each.key].name
  action                 = "lambda:InvokeFunctionUrl"
  principal              = "*"
  function_url_auth_type = "NONE"
}

resource "aws_lambda_permission" "by_url" {
  for_each = { for name, each in local.made : name => each if local.open }

  statement_id             = "may-be-called-by-url"
  function_name            = aws_lambda_function.each[each.key].function_name
  qualifier                = aws_lambda_alias.live[each.key].name
  action                   = "lambda:InvokeFunction"
  principal                = "*"
  invoked_via_function_url = true
}
