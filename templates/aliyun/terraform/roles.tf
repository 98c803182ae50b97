# The documents of ../ram are what each role may do; here they are given their places.
locals {
  places = {
    region  = var.region
    account = data.alicloud_account.this.id
    name    = var.name
    project = var.project
  }
  # A function's document says what it may do to one target.
  targets = merge({ (var.target) = var.alias }, var.targets)
  of_functions = { for name in keys(local.in_scope) : name => flatten([for target, alias in local.targets :
    jsondecode(templatefile("${path.module}/../ram/${name}.json", merge(local.places, { target = target, alias = alias }))).Statement
  ]) if fileexists("${path.module}/../ram/${name}.json") }
  # A part's says what may be done to one of its resources, by the name that it has there.
  part_places = {
    "part-images"   = "target"
    "part-hosts"    = "instance"
    "part-clusters" = "cluster"
    "part-announce" = "topic"
  }
  of_parts = { for part, resources in var.parts : part => flatten([for resource in resources :
    jsondecode(templatefile("${path.module}/../ram/${part}.json", merge(local.places, { (local.part_places[part]) = resource }))).Statement
  ]) }
  # What may be done alike to several is one statement, for a document has 6,144 characters at the most.
  documents = { for name, statements in merge(local.of_functions, local.of_parts) : name => jsonencode({
    Version = "1"
    Statement = [for alike, resources in { for each in statements : jsonencode([each.Effect, each.Action]) => each.Resource... } : {
      Effect   = jsondecode(alike)[0]
      Action   = jsondecode(alike)[1]
      Resource = distinct(flatten(resources))
    }]
  }) }
  # Who needs which part: what moves, what looks, what tells.
  part_of = {
    "part-images"   = ["verify", "rollback"]
    "part-hosts"    = ["verify", "rollback", "rollback-plan", "stamp", "release", "clear"]
    "part-clusters" = ["verify", "rollback", "rollback-plan", "stamp", "release", "clear"]
    "part-announce" = ["verify", "rollback", "stop", "resume", "clear"]
  }
  parted = merge([for part in keys(var.parts) : {
    for name in local.part_of[part] : "${name}/${part}" => { function = name, part = part } if contains(keys(local.in_scope), name)
  }]...)
  # What every function does to what is Belay's own, whoever asks: a function's role takes the place of FC's own.
  shared  = var.vpc == null ? ["own"] : ["own", "vpc"]
  sharing = { for pair in setproduct(keys(local.in_scope), local.shared) : join("/", pair) => { function = pair[0], policy = pair[1] } }
  # Who runs the system file's checks.
  checking = { for pair in setproduct(["health", "verify", "rollback", "rollback-plan", "stamp"], keys(var.checks_policies)) :
    join("/", pair) => { function = pair[0], policy = pair[1] }
  }
}

resource "alicloud_ram_role" "function" {
  for_each                    = local.in_scope
  role_name                   = "${var.name}-${each.key}"
  description                 = "Belay: ${each.key}"
  assume_role_policy_document = file("${path.module}/../ram/trust-fc.json")
}

resource "alicloud_ram_policy" "function" {
  for_each        = local.of_functions
  policy_name     = "${var.name}-${each.key}"
  policy_document = local.documents[each.key]
}

resource "alicloud_ram_role_policy_attachment" "function" {
  for_each    = local.of_functions
  role_name   = alicloud_ram_role.function[each.key].role_name
  policy_name = alicloud_ram_policy.function[each.key].policy_name
  policy_type = "Custom"
}

resource "alicloud_ram_policy" "part" {
  for_each        = var.parts
  policy_name     = "${var.name}-${each.key}"
  policy_document = local.documents[each.key]
}

resource "alicloud_ram_role_policy_attachment" "part" {
  for_each    = local.parted
  role_name   = alicloud_ram_role.function[each.value.function].role_name
  policy_name = alicloud_ram_policy.part[each.value.part].policy_name
  policy_type = "Custom"
}

resource "alicloud_ram_policy" "shared" {
  for_each    = toset(local.shared)
  policy_name = "${var.name}-${each.key}"
  policy_document = templatefile("${path.module}/../ram/${each.key}.json", merge(local.places, {
    vpc   = var.vpc == null ? "" : var.vpc.vpc_id
    group = var.vpc == null ? "" : var.vpc.security_group_id
  }))
}

resource "alicloud_ram_role_policy_attachment" "shared" {
  for_each    = local.sharing
  role_name   = alicloud_ram_role.function[each.value.function].role_name
  policy_name = alicloud_ram_policy.shared[each.value.policy].policy_name
  policy_type = "Custom"
}

resource "alicloud_ram_role_policy_attachment" "checks" {
  for_each    = local.checking
  role_name   = alicloud_ram_role.function[each.value.function].role_name
  policy_name = each.value.policy
  policy_type = var.checks_policies[each.value.policy]
}

# By it a topic of MNS calls rollback.
resource "alicloud_ram_role" "bell" {
  role_name                   = "${var.name}-bell"
  assume_role_policy_document = file("${path.module}/../ram/trust-mns.json")
}

resource "alicloud_ram_policy" "bell" {
  policy_name     = "${var.name}-bell"
  policy_document = templatefile("${path.module}/../ram/bell.json", local.places)
}

resource "alicloud_ram_role_policy_attachment" "bell" {
  role_name   = alicloud_ram_role.bell.role_name
  policy_name = alicloud_ram_policy.bell.policy_name
  policy_type = "Custom"
}

# By it CloudFlow calls systems and verify.
resource "alicloud_ram_role" "fleet" {
  role_name                   = "${var.name}-fleet"
  assume_role_policy_document = file("${path.module}/../ram/trust-fleet.json")
}

resource "alicloud_ram_policy" "fleet" {
  policy_name     = "${var.name}-fleet"
  policy_document = templatefile("${path.module}/../ram/fleet.json", local.places)
}

resource "alicloud_ram_role_policy_attachment" "fleet" {
  role_name   = alicloud_ram_role.fleet.role_name
  policy_name = alicloud_ram_policy.fleet.policy_name
  policy_type = "Custom"
}

# By it a pipeline deploys: no long-lived key anywhere.
resource "alicloud_ram_role" "ci" {
  count                       = var.oidc == null ? 0 : 1
  role_name                   = "${var.name}-ci"
  assume_role_policy_document = templatefile("${path.module}/../ram/trust-ci.json", merge(local.places, var.oidc))
}

resource "alicloud_ram_policy" "ci" {
  count       = var.oidc == null ? 0 : 1
  policy_name = "${var.name}-ci"
  # It opens no door to whoever comes, unless all of them are to be open so and Belay's tokens say who may.
  policy_document = jsonencode({
    Version   = "1"
    Statement = [for each in jsondecode(templatefile("${path.module}/../ram/ci.json", merge(local.places, var.oidc))).Statement : each if each.Effect == "Allow" || var.http_auth == "function"]
  })
}

resource "alicloud_ram_role_policy_attachment" "ci" {
  count       = var.oidc == null ? 0 : 1
  role_name   = alicloud_ram_role.ci[0].role_name
  policy_name = alicloud_ram_policy.ci[0].policy_name
  policy_type = "Custom"
}
