variable "region" {
  description = "Where Belay runs, and what it looks after."
  type        = string
  default     = "cn-hangzhou"
}

variable "name" {
  description = "Every function, role, queue and topic begins with it."
  type        = string
  default     = "belay"
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "2 to 20 small letters, digits and hyphens, and a letter first."
  }
}

variable "image" {
  description = "REPOSITORY@sha256:..., never a tag: FC remembers the digest, and a tag that moves breaks calls. Only the foundation can do without."
  type        = string
  default     = ""
  validation {
    condition     = var.image == "" || can(regex("@sha256:[0-9a-f]{64}$", var.image))
    error_message = "An image by its digest: REPOSITORY@sha256:..."
  }
}

variable "foundation_only" {
  description = "Only roles, logs, queue and topic: the functions are deployed by scripts/deploy-aliyun."
  type        = bool
  default     = false
}

variable "by_hand" {
  description = "Also what only a person calls: stop, resume, clear, alarms-apply, alarms-drill."
  type        = bool
  default     = false
}

variable "system_file" {
  description = "Where the image has the system file, or a folder of them."
  type        = string
  default     = "/etc/belay/system.yaml"
}

variable "fleet" {
  description = "system_file is a folder: CloudFlow's schedule calls verify for each system, in place of verify's timer."
  type        = bool
  default     = false
}

variable "secrets" {
  description = "Environment variables that the system file names by reference."
  type        = map(string)
  default     = {}
  sensitive   = true
}

variable "secrets_revision" {
  description = "Raise it where nothing but a secret changed: no hash of a secret is written anywhere, so nobody else sees that."
  type        = number
  default     = 1
}

variable "http_auth" {
  description = "Who may call over HTTP: whoever signs (function), or whoever brings a token (anonymous)."
  type        = string
  default     = "function"
  validation {
    condition     = contains(["function", "anonymous"], var.http_auth)
    error_message = "function or anonymous."
  }
}

variable "tokens" {
  description = "BELAY_TOKENS: with http_auth anonymous, and only with it."
  type        = string
  default     = ""
}

variable "rollback_off" {
  description = "The kill switch: any reason here, and nothing is rolled back."
  type        = string
  default     = ""
}

variable "target" {
  description = "The function of FC that Belay may put back; a wildcard such as shop-* stands for several."
  type        = string
}

variable "alias" {
  description = "That function's alias."
  type        = string
  default     = "prod"
}

variable "targets" {
  description = "More of them, each with its alias: { stock = \"prod\", orders = \"live\" }."
  type        = map(string)
  default     = {}
}

variable "project" {
  description = "The project of Log Service whose retention, searches and dashboards Belay sets; a wildcard such as shop-* stands for several."
  type        = string
}

variable "parts" {
  description = "What else the system file names: a part of ram/ and its resources, such as { \"part-hosts\" = [\"i-bp1...\", \"i-bp2...\"] }."
  type        = map(list(string))
  default     = {}
  validation {
    condition     = alltrue([for part in keys(var.parts) : contains(["part-images", "part-hosts", "part-clusters", "part-announce"], part)])
    error_message = "The parts are part-images, part-hosts, part-clusters and part-announce."
  }
}

variable "checks_policies" {
  description = "What the system file's checks ask of Alibaba Cloud: policies, each System or Custom, such as { AliyunRDSReadOnlyAccess = \"System\" }."
  type        = map(string)
  default     = {}
  validation {
    condition     = alltrue([for type in values(var.checks_policies) : contains(["System", "Custom"], type)])
    error_message = "A policy is System or Custom."
  }
}

variable "vpc" {
  description = "Where what is asked lives in a VPC."
  type = object({
    vpc_id            = string
    vswitch_ids       = list(string)
    security_group_id = string
  })
  default = null
}

variable "log_days" {
  description = "How long Belay's own logs are kept."
  type        = number
  default     = 30
}

variable "alarms" {
  description = "Alarms of CloudMonitor that call rollback, by name, until Belay sets them itself (alarms-apply)."
  type = map(object({
    metric         = string
    function       = string
    threshold      = number
    statistics     = string
    times          = number
    contact_groups = list(string)
  }))
  default = {}
}

variable "oidc" {
  description = "The identity provider whose jobs may deploy; none by default."
  type = object({
    provider   = string
    issuer     = string
    audience   = string
    subject    = string
    registry   = string
    repository = string
  })
  default = null
}
