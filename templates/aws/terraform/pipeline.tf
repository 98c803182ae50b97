# What a pipeline may do: ask, and wait for the answer, or start a verify and look whether it is there. Who deploys is another role.
resource "aws_iam_role" "pipeline" {
  count                = var.pipeline == null ? 0 : 1
  name                 = "${var.prefix}-ci"
  max_session_duration = 3600
  tags                 = local.tags
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = var.pipeline.provider }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = { "${var.pipeline.host}:aud" = var.pipeline.audience, "${var.pipeline.host}:sub" = var.pipeline.subject }
      }
    }]
  })
}

resource "aws_iam_role_policy" "pipeline" {
  count = var.pipeline == null ? 0 : 1
  name  = "ask"
  role  = aws_iam_role.pipeline[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"]
        Resource = [for name in ["health", "migration-verify", "verify", "rollback-plan"] : aws_lambda_alias.live[name].arn]
      },
      { Effect = "Allow", Action = ["states:StartExecution"], Resource = [aws_sfn_state_machine.verify.arn] },
      { Effect = "Allow", Action = ["states:DescribeExecution"], Resource = ["${local.arn}:states:${local.here}:execution:${var.prefix}-verify:*"] }
    ]
  })
}
