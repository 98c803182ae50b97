terraform {
  required_version = ">= 1.3"
  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = ">= 1.252.0"
    }
  }
}

provider "alicloud" {
  region = var.region
}

data "alicloud_account" "this" {}
