# The same functions and bounds as s.yaml; TemplateTest holds the two equal.
locals {
  all = {
    "health" = {
      timeout     = 120
      concurrency = 10
      retries     = 1
      age         = 300
      task        = false
      by_hand     = false
      timer       = "every-5-minutes"
      cron        = "0 0/5 * * * *"
      payload     = "{\"within\": \"90s\"}"
      methods     = ["GET", "POST"]
    }
    "migration-verify" = {
      timeout     = 300
      concurrency = 1
      retries     = 1
      age         = 3600
      task        = false
      by_hand     = false
      timer       = "hourly"
      cron        = "0 10 * * * *"
      payload     = "{\"within\": \"4m\"}"
      methods     = ["GET", "POST"]
    }
    "verify" = {
      timeout     = 1800
      concurrency = 1
      retries     = 0
      age         = 900
      task        = true
      by_hand     = false
      timer       = "every-5-minutes"
      cron        = "0 2/5 * * * *"
      payload     = "{\"tick\": \"5m\"}"
      methods     = ["GET", "POST"]
    }
    "rollback" = {
      timeout     = 1200
      concurrency = 1
      retries     = 2
      age         = 900
      task        = false
      by_hand     = false
      timer       = "sweep-every-5-minutes"
      cron        = "@every 5m"
      payload     = "sweep 5m"
      methods     = []
    }
    "rollback-plan" = {
      timeout     = 300
      concurrency = 1
      retries     = 0
      age         = 300
      task        = false
      by_hand     = false
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "stamp" = {
      timeout     = 300
      concurrency = 1
      retries     = 1
      age         = 600
      task        = false
      by_hand     = false
      timer       = "every-15-minutes"
      cron        = "0 3/15 * * * *"
      payload     = ""
      methods     = []
    }
    "release" = {
      timeout     = 120
      concurrency = 1
      retries     = 0
      age         = 300
      task        = false
      by_hand     = false
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "alarms-plan" = {
      timeout     = 300
      concurrency = 1
      retries     = 0
      age         = 300
      task        = false
      by_hand     = false
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "alarms-drift" = {
      timeout     = 300
      concurrency = 1
      retries     = 1
      age         = 3600
      task        = false
      by_hand     = false
      timer       = "daily"
      cron        = "CRON_TZ=Asia/Shanghai 0 30 8 * * *"
      payload     = ""
      methods     = ["GET", "POST"]
    }
    "systems" = {
      timeout     = 60
      concurrency = 10
      retries     = 0
      age         = 300
      task        = false
      by_hand     = false
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = ["GET"]
    }
    "stop" = {
      timeout     = 300
      concurrency = 1
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
    "resume" = {
      timeout     = 300
      concurrency = 1
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
    "clear" = {
      timeout     = 300
      concurrency = 1
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
    "alarms-apply" = {
      timeout     = 600
      concurrency = 1
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
    "alarms-drill" = {
      timeout     = 900
      concurrency = 1
      retries     = 0
      age         = 300
      task        = false
      by_hand     = true
      timer       = ""
      cron        = ""
      payload     = ""
      methods     = []
    }
  }
  in_scope  = { for name, each in local.all : name => each if var.by_hand || !each.by_hand }
  functions = var.foundation_only ? {} : local.in_scope
}
