# What each may do. Where nothing of a kind is named, no word of it is in a policy.
locals {
  aliases        = [for name in var.lambda_targets : "${local.arn}:lambda:${local.here}:function:${name}:*"]
  targets        = [for name in var.lambda_targets : "${local.arn}:lambda:${local.here}:function:${name}"]
  services       = [for name in var.ecs_services : "${local.arn}:ecs:${local.here}:service/${name}"]
  deployments    = [for name in var.ecs_services : "${local.arn}:ecs:${local.here}:service-deployment/${name}/*"]
  revisions      = [for name in var.ecs_services : "${local.arn}:ecs:${local.here}:service-revision/${name}/*"]
  groups         = [for name in var.codedeploy_groups : "${local.arn}:codedeploy:${local.here}:deploymentgroup:${name}"]
  any_group      = length(var.lambda_targets) > 0 ? ["${local.arn}:codedeploy:${local.here}:deploymentgroup:*"] : []
  zones          = [for id in keys(var.records) : "${local.arn}:route53:::hostedzone/${id}"]
  changes        = length(var.records) > 0 ? ["${local.arn}:route53:::change/*"] : []
  log_groups     = [for name in var.alarm_logs : "${local.arn}:logs:${local.here}:log-group:${name}"]
  logs           = [for name in var.alarm_logs : "${local.arn}:logs:${local.here}:log-group:${name}:*"]
  our_alarms     = ["${local.arn}:cloudwatch:${local.here}:alarm:${var.alarm_prefix}*"]
  our_topics     = ["${local.arn}:sns:${local.here}:${var.alarm_prefix}*"]
  our_dashboards = ["${local.arn}:cloudwatch::${data.aws_caller_identity.this.account_id}:dashboard/${var.alarm_prefix}*"]
  our_budgets    = ["${local.arn}:budgets::${data.aws_caller_identity.this.account_id}:budget/${var.alarm_prefix}*"]
  rollback       = ["${local.arn}:lambda:${local.here}:function:${var.prefix}-rollback", "${local.arn}:lambda:${local.here}:function:${var.prefix}-rollback:live"]

  may = {
    look = [
      { on = ["*"], do = ["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"] }, # else no composite alarm is told
      { on = local.targets, do = ["lambda:GetAlias", "lambda:ListVersionsByFunction", "lambda:GetFunctionConfiguration", "lambda:ListTags"] },
      { on = local.aliases, do = ["lambda:GetAlias", "lambda:GetFunctionConfiguration"] },
      { on = local.any_group, do = ["codedeploy:ListDeployments", "codedeploy:BatchGetDeployments"] },
      { on = local.services, do = ["ecs:DescribeServices", "ecs:ListServiceDeployments", "ecs:DescribeServiceDeployments", "ecs:DescribeServiceRevisions"] },
      { on = local.deployments, do = ["ecs:DescribeServiceDeployments"] },
      { on = local.revisions, do = ["ecs:DescribeServiceRevisions"] },
      { on = length(var.ecs_services) > 0 ? ["*"] : [], do = ["ecs:ListTaskDefinitions"] }, # knows no resources
      { on = local.groups, do = ["codedeploy:GetDeploymentGroup", "codedeploy:BatchGetDeployments", "codedeploy:ListTagsForResource"] },
      { on = local.zones, do = ["route53:ListResourceRecordSets"] },
      { on = local.changes, do = ["route53:GetChange"] },
      { on = length(var.ssm_nodes) > 0 ? concat(var.ssm_nodes, ["${local.arn}:ssm:${data.aws_region.this.region}::document/AWS-RunShellScript"]) : [], do = ["ssm:SendCommand"] },
      { on = length(var.ssm_nodes) > 0 ? ["*"] : [], do = ["ssm:GetCommandInvocation"] }, # knows no resources
    ]
    remember = [
      { on = local.targets, do = ["lambda:UpdateAlias", "lambda:TagResource", "lambda:UntagResource"] },
      { on = local.aliases, do = ["lambda:UpdateAlias"] },
      { on = local.services, do = ["ecs:TagResource"] },
      { on = local.groups, do = ["codedeploy:TagResource"] },
    ]
    move = [
      { on = local.aliases, do = ["lambda:UpdateAlias"] },
      { on = local.services, do = ["ecs:UpdateService", "ecs:StopServiceDeployment"] },
      { on = local.deployments, do = ["ecs:StopServiceDeployment"] },
      { on = local.groups, do = ["codedeploy:StopDeployment"] },
    ]
    stop = [
      { on = local.targets, do = ["lambda:GetFunctionConfiguration", "lambda:GetFunctionConcurrency", "lambda:ListTags", "lambda:PutFunctionConcurrency", "lambda:DeleteFunctionConcurrency", "lambda:TagResource", "lambda:UntagResource"] },
    ]
    tell = [
      { on = var.announce_topics, do = ["sns:Publish"] },
      { on = length(var.announce_topics) > 0 ? compact([var.announce_key]) : [], do = ["kms:GenerateDataKey", "kms:Decrypt"] },
    ]
    runs = [
      { on = ["${local.arn}:states:${local.here}:stateMachine:${var.prefix}-verify"], do = ["states:StartExecution"] },
      { on = ["${local.arn}:states:${local.here}:execution:${var.prefix}-verify:*"], do = ["states:DescribeExecution"] },
    ]
    "alarms-look" = [
      # These know no resources, or tell of no composite alarm where one is named.
      { on = ["*"], do = ["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory", "cloudwatch:ListDashboards", "sns:ListTopics", "logs:DescribeLogGroups", "logs:DescribeQueryDefinitions"] },
      { on = ["${local.arn}:cloudwatch::${data.aws_caller_identity.this.account_id}:dashboard/*"], do = ["cloudwatch:GetDashboard"] },
      { on = ["${local.arn}:sns:${local.here}:*"], do = ["sns:GetTopicAttributes"] },
      { on = local.our_topics, do = ["sns:ListSubscriptionsByTopic", "sns:ListTagsForResource"] },
      { on = local.rollback, do = ["lambda:GetPolicy", "lambda:GetFunctionConfiguration"] },
      { on = ["${local.arn}:logs:${local.here}:log-group:*"], do = ["logs:DescribeMetricFilters", "logs:ListTagsForResource"] },
      { on = ["${local.arn}:budgets::${data.aws_caller_identity.this.account_id}:budget/*"], do = ["budgets:ViewBudget", "budgets:ListTagsForResource"] },
    ]
    "alarms-set" = [
      { on = local.our_alarms, do = ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "cloudwatch:TagResource"] },
      { on = ["*"], do = ["cloudwatch:PutCompositeAlarm"] }, # else none is made
      { on = local.our_dashboards, do = ["cloudwatch:PutDashboard", "cloudwatch:DeleteDashboards"] },
      { on = local.our_topics, do = ["sns:CreateTopic", "sns:DeleteTopic", "sns:SetTopicAttributes", "sns:Subscribe", "sns:Unsubscribe", "sns:TagResource", "sns:UntagResource"] },
      { on = local.rollback, do = ["lambda:AddPermission", "lambda:RemovePermission"] },
      { on = ["*"], do = ["logs:PutQueryDefinition", "logs:DeleteQueryDefinition"] }, # know no resources
      { on = local.logs, do = ["logs:PutRetentionPolicy", "logs:PutMetricFilter", "logs:DeleteMetricFilter", "logs:TagResource", "logs:UntagResource"] },
      { on = local.log_groups, do = ["logs:TagResource", "logs:UntagResource"] },
      { on = local.our_budgets, do = ["budgets:ModifyBudget", "budgets:TagResource"] },
    ]
    "alarms-ring" = [
      { on = local.our_alarms, do = ["cloudwatch:SetAlarmState"] },
      { on = ["${local.arn}:logs:${local.here}:log-group:/aws/lambda/${var.prefix}-rollback:*"], do = ["logs:FilterLogEvents"] },
    ]
  }

  # Of records only those that are named; what remembers writes TXT records alone.
  records = merge([for id, names in var.records : {
    "remember-${id}" = { of = "remember", zone = id, names = names, types = ["TXT"] }
    "move-${id}"     = { of = "move", zone = id, names = names, types = [] }
  }]...)

  allowed = { for name, each in local.made : name => concat(
    [for one in flatten([for what in each.may : lookup(local.may, what, [])]) : {
      Effect = "Allow", Action = one.do, Resource = one.on
    } if length(one.on) > 0],
    [for one in values(local.records) : {
      Effect   = "Allow"
      Action   = ["route53:ChangeResourceRecordSets"]
      Resource = ["${local.arn}:route53:::hostedzone/${one.zone}"]
      Condition = { "ForAllValues:StringEquals" = merge(
        { "route53:ChangeResourceRecordSetsNormalizedRecordNames" = one.names },
        length(one.types) > 0 ? { "route53:ChangeResourceRecordSetsRecordTypes" = one.types } : {}
      ) }
    } if contains(each.may, one.of)]
  ) }
}

resource "aws_iam_role" "each" {
  for_each = local.made

  name = "${var.prefix}-${each.key}"
  tags = local.tags
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

# What every function needs in order to be one.
resource "aws_iam_role_policy" "base" {
  for_each = local.made

  name = "base"
  role = aws_iam_role.each[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        { Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = ["${aws_cloudwatch_log_group.each[each.key].arn}:*"] },
        { Effect = "Allow", Action = ["sqs:SendMessage"], Resource = [aws_sqs_queue.dead_letters.arn] }
      ],
      var.environment_key == null ? [] : [
        { Effect = "Allow", Action = ["kms:Decrypt"], Resource = [var.environment_key] }
      ],
      # These know no resources.
      var.tracing ? [{ Effect = "Allow", Action = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource = ["*"] }] : [],
      length(var.subnets) == 0 ? [] : [{
        Effect   = "Allow"
        Action   = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"]
        Resource = ["*"]
      }]
    )
  })
}

resource "aws_iam_role_policy" "work" {
  for_each = { for name, statements in local.allowed : name => statements if length(statements) > 0 }

  name   = "work"
  role   = aws_iam_role.each[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

# What checks may ask of AWS is a policy of one's own: only the system file knows it.
resource "aws_iam_role_policy_attachment" "checks" {
  for_each = { for name, each in local.made : name => each if contains(each.may, "checks") && var.checks_policy != null }

  role       = aws_iam_role.each[each.key].name
  policy_arn = var.checks_policy
}

resource "aws_iam_role" "clock" {
  name = "${var.prefix}-clock"
  tags = local.tags
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "clock" {
  name = "call"
  role = aws_iam_role.clock.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        { Effect = "Allow", Action = ["lambda:InvokeFunction"], Resource = distinct([for each in values(local.schedules) : aws_lambda_alias.live[each.function].arn]) },
        { Effect = "Allow", Action = ["sqs:SendMessage"], Resource = [aws_sqs_queue.dead_letters.arn] }
      ],
      local.alone ? [] : [{ Effect = "Allow", Action = ["states:StartExecution"], Resource = [aws_sfn_state_machine.fleet[0].arn] }]
    )
  })
}

# What verify's machine may call, and what a fleet's.
resource "aws_iam_role" "runs" {
  for_each = toset(local.alone ? ["verify"] : ["verify", "fleet"])

  name = "${var.prefix}-${each.key}-runs"
  tags = local.tags
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "states.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "verify_runs" {
  name = "call"
  role = aws_iam_role.runs["verify"].id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lambda:InvokeFunction"], Resource = [aws_lambda_alias.live["verify"].arn] }]
  })
}

resource "aws_iam_role_policy" "fleet_runs" {
  count = local.alone ? 0 : 1

  name = "call"
  role = aws_iam_role.runs["fleet"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect   = "Allow"
        Action   = ["lambda:InvokeFunction"]
        Resource = [for name, each in aws_lambda_alias.live : each.arn if contains(["systems", "verify", "stamp", "alarms-drift"], name)]
      }],
      var.fleet != "distributed" ? [] : [
        { Effect = "Allow", Action = ["states:StartExecution"], Resource = ["${local.arn}:states:${local.here}:stateMachine:${var.prefix}-fleet-large"] },
        { Effect = "Allow", Action = ["states:DescribeExecution", "states:StopExecution"], Resource = ["${local.arn}:states:${local.here}:execution:${var.prefix}-fleet-large*"] }
      ]
    )
  })
}
