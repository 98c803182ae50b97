# The documents of ../ram are what each role may do; here they are given their places.
locals {
  places = {
    region  = var.region
    account = data.alicloud_account.this.id
    name    = var.name
    target  = var.target
    alias   = var.alias
    project = var.project
  }
  # What a part of ram/ is narrowed to, by the name it has there.
  part_places = {
    "part-images"   = "target"
    "part-hosts"    = "instance"
    "part-clusters" = "cluster"
    "part-announce" = "topic"
  }
  with_role = { for name, each in local.all : name => each if each.role && (var.by_hand || !each.by_hand) }
  # Who needs which part: what moves, what looks, what tells.
  part_of = {
    "part-images"   = ["verify", "rollback"]
    "part-hosts"    = ["verify", "rollback", "rollback-plan", "stamp", "release", "clear"]
    "part-clusters" = ["verify", "rollback", "rollback-plan", "stamp", "release", "clear"]
    "part-announce" = ["verify", "rollback", "stop", "resume", "clear"]
  }
  parted = merge([for part in keys(var.parts) : {
    for name in local.part_of[part] : "${name}/${part}" => { function = name, part = part } if contains(keys(local.with_role), name)
  }]...)
}

resource "alicloud_ram_role" "function" {
  for_each                    = local.with_role
  role_name                   = "${var.name}-${each.key}"
  description                 = "Belay: ${each.key}"
  assume_role_policy_document = file("${path.module}/../ram/trust-fc.json")
}

resource "alicloud_ram_policy" "function" {
  for_each        = local.with_role
  policy_name     = "${var.name}-${each.key}"
  policy_document = templatefile("${path.module}/../ram/${each.key}.json", local.places)
}

resource "alicloud_ram_role_policy_attachment" "function" {
  for_each    = local.with_role
  role_name   = alicloud_ram_role.function[each.key].role_name
  policy_name = alicloud_ram_policy.function[each.key].policy_name
  policy_type = "Custom"
}

resource "alicloud_ram_policy" "part" {
  for_each        = var.parts
  policy_name     = "${var.name}-${each.key}"
  policy_document = templatefile("${path.module}/../ram/${each.key}.json", merge(local.places, { (local.part_places[each.key]) = each.value }))
}

resource "alicloud_ram_role_policy_attachment" "part" {
  for_each    = local.parted
  role_name   = alicloud_ram_role.function[each.value.function].role_name
  policy_name = alicloud_ram_policy.part[each.value.part].policy_name
  policy_type = "Custom"
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
  count           = var.oidc == null ? 0 : 1
  policy_name     = "${var.name}-ci"
  policy_document = templatefile("${path.module}/../ram/ci.json", merge(local.places, var.oidc))
}

resource "alicloud_ram_role_policy_attachment" "ci" {
  count       = var.oidc == null ? 0 : 1
  role_name   = alicloud_ram_role.ci[0].role_name
  policy_name = alicloud_ram_policy.ci[0].policy_name
  policy_type = "Custom"
}
