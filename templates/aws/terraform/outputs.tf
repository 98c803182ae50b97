output "rollback" {
  description = "What an alarm calls: put it among the alarm's actions, or under receivers as a function"
  value       = aws_lambda_alias.live["rollback"].arn
}

output "topic" {
  description = "What an alarm tells instead"
  value       = one(aws_sns_topic.alarms[*].arn)
}

output "verify" {
  description = "What a pipeline asks"
  value       = aws_lambda_alias.live["verify"].arn
}

output "urls" {
  description = "The same over HTTP, signed, or with a token"
  value       = { for name, each in aws_lambda_function_url.each : name => each.function_url }
}

output "runs" {
  value = aws_sfn_state_machine.verify.arn
}

output "fleet" {
  value = one(aws_sfn_state_machine.fleet[*].arn)
}

output "dead_letters" {
  value = aws_sqs_queue.dead_letters.url
}

output "pipeline" {
  description = "The role that a pipeline gets"
  value       = one(aws_iam_role.pipeline[*].arn)
}
