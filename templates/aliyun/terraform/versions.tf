terraform {
  required_version = ">= 1.3"
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
      # 1.289 and older send an empty onSuccess beside an onFailure, which FC refuses (issue 10031 of the provider).
      version = "~> 1.292"
    }
  }
}

provider "alicloud" {
  region = var.region
}

data "alicloud_account" "this" {}
