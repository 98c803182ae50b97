output "doors" {
  description = "Where the functions answer over HTTP; each call is signed."
  value       = { for name, each in alicloud_fcv3_trigger.http : name => each.http_trigger[0].url_internet }
}

output "alarms_topic" {
  description = "Let a rule of CloudMonitor, or a receiver of Belay's alarms, tell this topic."
  value       = "acs:mns:${var.region}:${data.alicloud_account.this.id}:/topics/${alicloud_message_service_topic.alarms.topic_name}"
}

output "ci_role" {
  description = "What a pipeline assumes by OIDC."
  value       = one(alicloud_ram_role.ci[*].arn)
}
