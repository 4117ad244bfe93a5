# The management account: the organization, its guard rails, the trail of all accounts and who
# hears of what it records.

resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
  aws_service_access_principals = [
    "cloudtrail.amazonaws.com",
    "config.amazonaws.com",
    "iam.amazonaws.com",
  ]
}

resource "aws_organizations_organizational_unit" "workloads" {
  name      = "workloads"
  parent_id = aws_organizations_organization.main.roots[0].id
}

resource "aws_organizations_account" "production" {
  name      = "production"
  email     = "production@example.com"
  parent_id = aws_organizations_organizational_unit.workloads.id
}

resource "aws_organizations_account" "sandbox" {
  name      = "sandbox"
  email     = "sandbox@example.com"
  parent_id = aws_organizations_organizational_unit.workloads.id
}

resource "aws_organizations_policy" "keep_trail" {
  name = "keep-trail"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Deny"
      Action   = ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail"]
      Resource = "*"
    }]
  })
}

resource "aws_organizations_policy_attachment" "keep_trail" {
  policy_id = aws_organizations_policy.keep_trail.id
  target_id = aws_organizations_organizational_unit.workloads.id
}

# Good: one trail for all accounts and regions, validated, encrypted, and sent to a log group.
resource "aws_cloudtrail" "organization" {
  name                       = "organization"
  s3_bucket_name             = aws_s3_bucket.trail.id
  is_organization_trail      = true
  is_multi_region_trail      = true
  enable_log_file_validation = true
  kms_key_id                 = aws_kms_key.logs.arn
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn

  event_selector {
    read_write_type           = "All"
    include_management_events = true

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "organization-trail"
  retention_in_days = 365
}

resource "aws_iam_role" "trail" {
  name = "trail-to-log-group"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

module "monitoring" {
  source         = "./modules/monitoring"
  log_group_name = aws_cloudwatch_log_group.trail.name
  address        = "https://example.com/alarms"
}
