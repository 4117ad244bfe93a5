# A small company's account, half of it as the CIS benchmark wants it. plan.json
# is what Terraform will do with it, made without an account:
#
#   terraform init
#   export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none
#   terraform plan -out plan.out
#   terraform show -json plan.out | python3 -m json.tool --indent 2 --no-ensure-ascii > plan.json

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

# The four settings below are only there so that no account is needed to plan.
provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

# --- Storage ---------------------------------------------------------------

# Good: versioned, encrypted, private, and closed to plain HTTP.
resource "aws_s3_bucket" "invoices" {
  bucket = "example-invoices"

  tags = {
    owner = "finance"
  }
}

resource "aws_s3_bucket_versioning" "invoices" {
  bucket = aws_s3_bucket.invoices.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.data.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "invoices" {
  bucket                  = aws_s3_bucket.invoices.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# The bucket's arn is known only after apply, and so is the policy's text.
data "aws_iam_policy_document" "https_only" {
  statement {
    sid       = "DenyPlainHTTP"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.invoices.arn, "${aws_s3_bucket.invoices.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  policy = data.aws_iam_policy_document.https_only.json
}

# Bad: everybody may read it, and nothing else is said about it.
resource "aws_s3_bucket" "website" {
  bucket = "website-of-example"

  tags = {
    owner = "Marketing?"
  }
}

resource "aws_s3_bucket_public_access_block" "website" {
  bucket              = aws_s3_bucket.website.id
  block_public_acls   = true
  block_public_policy = false
}

resource "aws_s3_bucket_policy" "website" {
  bucket = aws_s3_bucket.website.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::website-of-example/*"
    }]
  })
}

# Good: new volumes of this region are encrypted.
resource "aws_ebs_encryption_by_default" "main" {
  enabled = true
}

# Bad: not encrypted.
resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.small"
  allocated_storage           = 50
  username                    = "orders"
  manage_master_user_password = true
  storage_encrypted           = false
  skip_final_snapshot         = true
}

# --- Identity --------------------------------------------------------------

# Bad: too short, and it never expires.
resource "aws_iam_account_password_policy" "main" {
  minimum_password_length      = 8
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = true
  require_symbols              = true
  password_reuse_prevention    = 24
}

# Bad: everything on everything.
resource "aws_iam_policy" "admin" {
  name = "admin"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

# Bad: attached to a person.
resource "aws_iam_user" "alice" {
  name = "alice"
}

resource "aws_iam_user_policy_attachment" "alice" {
  user       = aws_iam_user.alice.name
  policy_arn = aws_iam_policy.admin.arn
}

# Good: a person in a group.
resource "aws_iam_user" "bob" {
  name = "bob"
}

resource "aws_iam_group" "auditors" {
  name = "auditors"
}

resource "aws_iam_user_group_membership" "bob" {
  user   = aws_iam_user.bob.name
  groups = [aws_iam_group.auditors.name]
}

resource "aws_iam_group_policy_attachment" "auditors" {
  group      = aws_iam_group.auditors.name
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

# --- Keys ------------------------------------------------------------------

resource "aws_kms_key" "data" {
  description         = "Encrypts data"
  enable_key_rotation = true
}

# Bad: never rotated.
resource "aws_kms_key" "backups" {
  enable_key_rotation = false

  tags = {
    owner = "platform"
  }
}

# --- Logging ---------------------------------------------------------------

resource "aws_cloudtrail" "main" {
  name                       = "main"
  s3_bucket_name             = aws_s3_bucket.trail.id
  is_multi_region_trail      = true
  enable_log_file_validation = true
  kms_key_id                 = aws_kms_key.data.arn
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn
}

# Bad: access to the trail's own bucket is not logged.
resource "aws_s3_bucket" "trail" {
  bucket = "example-trail"
}

resource "aws_s3_bucket_public_access_block" "trail" {
  bucket                  = aws_s3_bucket.trail.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "trail"
  retention_in_days = 365
}

resource "aws_iam_role" "trail" {
  name = "trail"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "cloudtrail.amazonaws.com" }
    }]
  })
}

# --- Monitoring ------------------------------------------------------------

resource "aws_sns_topic" "security" {
  name = "security"
}

resource "aws_sns_topic_subscription" "security" {
  topic_arn = aws_sns_topic.security.arn
  protocol  = "email"
  endpoint  = "security@example.com"
}

# Good: means what the benchmark asks for, though in another order and with other
# parentheses than the benchmark prints.
resource "aws_cloudwatch_log_metric_filter" "trail_changes" {
  name           = "trail-changes"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ $.eventName = StopLogging || $.eventName = StartLogging || ($.eventName = DeleteTrail || $.eventName = UpdateTrail) || $.eventName = CreateTrail }"

  metric_transformation {
    name      = "TrailChanges"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "trail_changes" {
  alarm_name          = "trail-changes"
  namespace           = "Security"
  metric_name         = "TrailChanges"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.security.arn]
}

# Bad: nobody is told.
resource "aws_cloudwatch_log_metric_filter" "sign_in_failures" {
  name           = "sign-in-failures"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"

  metric_transformation {
    name      = "SignInFailures"
    namespace = "Security"
    value     = "1"
  }
}

# --- Networking ------------------------------------------------------------

# Good: watched, and its default security group is closed.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id               = aws_vpc.main.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "${aws_s3_bucket.trail.arn}/flow/"
}

resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}

# Bad: neither.
resource "aws_vpc" "lab" {
  cidr_block = "10.1.0.0/16"
}

# Bad: SSH from the whole world, said in two halves.
resource "aws_security_group" "bastion" {
  name   = "bastion"
  vpc_id = aws_vpc.main.id

  ingress {
    description = "SSH"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}

# Good: SSH from inside, HTTPS from everywhere.
resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "web_https" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group_rule" "web_ssh" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
}

# Not to be known before apply: the address of the office's gateway.
resource "aws_eip" "office" {
  domain = "vpc"
}

resource "aws_security_group" "office" {
  name   = "office"
  vpc_id = aws_vpc.main.id

  ingress {
    description = "Remote desktop"
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["${aws_eip.office.public_ip}/32"]
  }
}

# Bad: everything is let in.
resource "aws_network_acl" "lab" {
  vpc_id = aws_vpc.lab.id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}
