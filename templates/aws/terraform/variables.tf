variable "prefix" {
  description = "With which the names of all that is made here begin"
  type        = string
  default     = "belay"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,30}$", var.prefix))
    error_message = "Small letters, digits and - are meant, 31 at the most."
  }
}

variable "alarm_prefix" {
  description = "With which the names of the system's alarms, topics, dashboards and budgets begin; no other alarm may call the rollback"
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{1,60}$", var.alarm_prefix))
    error_message = "At least two letters, digits, _ . or - are meant."
  }
}

variable "zip" {
  description = "belay-lambda.zip, as scripts/package makes it"
  type        = string
}

variable "systems" {
  description = "The folder of system files, and of what they name beside them"
  type        = string

  validation {
    condition     = alltrue([for name in fileset(var.systems, "**") : can(file("${var.systems}/${name}"))])
    error_message = "A file in it is no text in UTF-8: Terraform puts nothing else into a layer. The SAM template takes any."
  }
}

variable "system_file" {
  description = "The system file, or the folder of them, as the layer brings it"
  type        = string
  default     = "/opt/belay"

  validation {
    condition     = can(regex("^/opt/belay(/[A-Za-z0-9._-]+)?$", var.system_file))
    error_message = "/opt/belay, or /opt/belay/NAME.yaml is meant."
  }
}

variable "tokens" {
  description = "NAME:SCOPE:SHA-256 of each bearer token, with spaces between: then AWS signs nobody in at the function URLs, and these tokens alone let in; nothing: IAM does"
  type        = string
  default     = ""
  sensitive   = true

  validation {
    condition     = can(regex("^([A-Za-z0-9._-]{1,63}:(verify|plan|alarms|rollback):[0-9a-f]{64}( |$))*$", var.tokens)) && !endswith(var.tokens, " ")
    error_message = "NAME:SCOPE:SHA-256 is meant, with one space between two; scopes are verify, plan, alarms and rollback."
  }
}

variable "environment" {
  description = "Variables that the system files name"
  type        = map(string)
  default     = {}
  sensitive   = true

  validation {
    condition     = alltrue([for name in keys(var.environment) : !startswith(name, "BELAY_") && !startswith(name, "AWS_")])
    error_message = "Names that begin with BELAY_ or AWS_ are not yours to set."
  }
}

variable "rollback_off" {
  description = "The kill switch: why nothing may be rolled back at present"
  type        = string
  default     = ""
}

variable "alarm_route" {
  description = "How an alarm reaches the rollback"
  type        = string
  default     = "direct"

  validation {
    condition     = contains(["direct", "sns", "eventbridge"], var.alarm_route)
    error_message = "direct, sns or eventbridge is meant."
  }
}

variable "fleet" {
  description = "Whether several system files are fanned out over, 40 at once at the most, or by the distributed map"
  type        = string
  default     = "none"

  validation {
    condition     = contains(["none", "inline", "distributed"], var.fleet)
    error_message = "none, inline or distributed is meant."
  }
}

variable "rates" {
  description = "How often the clock calls what"
  type = object({
    verify = optional(string, "rate(5 minutes)")
    watch  = optional(string, "rate(30 minutes)")
    sweep  = optional(string, "rate(5 minutes)")
    stamp  = optional(string, "rate(15 minutes)")
    drift  = optional(string, "rate(1 hour)")
  })
  default = {}

  validation {
    condition     = alltrue([for rate in values(var.rates) : can(regex("^(rate|cron)\\(.+\\)$", rate))])
    error_message = "rate(5 minutes), or cron() with six fields is meant."
  }
}

variable "verify_tick" {
  description = "How often rates.verify calls: of a system file with a watch only what is due by it is then verified; nothing: every call is due"
  type        = string
  default     = "5m"

  validation {
    condition     = can(regex("^([1-9][0-9]{0,4}[smhd])?$", var.verify_tick))
    error_message = "A span such as 5m is meant."
  }

  validation {
    condition     = var.verify_tick != "5m" || var.rates.verify == "rate(5 minutes)"
    error_message = "rates.verify without its verify_tick: 5m is that of rate(5 minutes)."
  }
}

variable "watch_until" {
  description = "Until when a release is watched more closely, such as 2026-12-01T12:00:00Z; null: no such watch"
  type        = string
  default     = null

  validation {
    condition     = var.watch_until == null || can(regex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", var.watch_until))
    error_message = "2026-12-01T12:00:00Z, or null is meant."
  }
}

variable "alarms" {
  description = "Whether the system file has a section alarms"
  type        = bool
  default     = false
}

variable "clear" {
  description = "Whether a person may lift quarantines from here"
  type        = bool
  default     = false
}

variable "stop" {
  description = "Whether a person may stop and resume from here"
  type        = bool
  default     = false
}

variable "lambda_targets" {
  description = "Names of the functions that may be put back, or stopped"
  type        = list(string)
  default     = []
}

variable "ecs_services" {
  description = "Services that may be put back, each CLUSTER/SERVICE"
  type        = list(string)
  default     = []
}

variable "codedeploy_groups" {
  description = "Deployment groups whose deployments may be stopped and put back, each APPLICATION/GROUP"
  type        = list(string)
  default     = []
}

variable "records" {
  description = "By the id of a zone, the names of its records that may be put back, and their _belay-TYPE.NAME, in small letters without the last dot"
  type        = map(list(string))
  default     = {}
}

variable "ssm_nodes" {
  description = "ARNs of the managed hosts on which compose projects are put back: on them Belay is then root"
  type        = list(string)
  default     = []
}

variable "alarm_logs" {
  description = "Names of log groups whose retention and filters the system file sets"
  type        = list(string)
  default     = []
}

variable "announce_topics" {
  description = "ARNs of the topics under announce"
  type        = list(string)
  default     = []
}

variable "announce_key" {
  description = "ARN of the key of these topics, where they are encrypted"
  type        = string
  default     = null
}

variable "environment_key" {
  description = "ARN of a key of your own for the functions' variables"
  type        = string
  default     = null
}

variable "checks_policy" {
  description = "ARN of a policy with what checks ask of AWS itself, for those functions that ask for health; SecurityAudit of AWS's own reads most"
  type        = string
  default     = null
}

variable "operator_topics" {
  description = "ARNs of the topics that hear when Belay itself fails"
  type        = list(string)
  default     = []
}

variable "subnets" {
  description = "Subnets to run in, where what is asked lies in a VPC"
  type        = list(string)
  default     = []
}

variable "security_groups" {
  type    = list(string)
  default = []
}

variable "memory" {
  description = "MB"
  type        = number
  default     = 1024

  validation {
    condition     = var.memory >= 512 && var.memory <= 10240
    error_message = "512 to 10240 is meant."
  }
}

variable "log_days" {
  description = "How long logs are kept"
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_days)
    error_message = "1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096 or 1827 is meant."
  }
}

variable "tracing" {
  description = "X-Ray"
  type        = bool
  default     = false
}

variable "pipeline" {
  description = "The OIDC provider's ARN, its host, and which pipeline (such as repo:acme/shop:environment:prod) gets a role that may ask, not deploy"
  type = object({
    provider = string
    host     = optional(string, "token.actions.githubusercontent.com")
    subject  = string
    audience = optional(string, "sts.amazonaws.com")
  })
  default = null
}

variable "tags" {
  type    = map(string)
  default = {}
}
