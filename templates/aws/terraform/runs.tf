# A verify that nobody waits for, and the same for each of many systems.
resource "aws_sfn_state_machine" "verify" {
  name     = "${var.prefix}-verify"
  role_arn = aws_iam_role.runs["verify"].arn
  tags     = local.tags
  definition = templatefile("${path.module}/../verify.asl.json", {
    Partition   = data.aws_partition.this.partition
    VerifyAlias = aws_lambda_alias.live["verify"].arn
  })
}

resource "aws_sfn_state_machine" "fleet" {
  count = local.alone ? 0 : 1

  name     = "${var.prefix}-${local.fleet}"
  role_arn = aws_iam_role.runs["fleet"].arn
  tags     = local.tags
  definition = templatefile("${path.module}/../${var.fleet == "inline" ? "fleet.asl.json" : "fleet-distributed.asl.json"}", {
    Partition    = data.aws_partition.this.partition
    SystemsAlias = aws_lambda_alias.live["systems"].arn
    VerifyAlias  = aws_lambda_alias.live["verify"].arn
    StampAlias   = aws_lambda_alias.live["stamp"].arn
    DriftAlias   = "${local.arn}:lambda:${local.here}:function:${var.prefix}-alarms-drift:live"
  })
}
