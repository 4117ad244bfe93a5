# Keys, with and without rotation, and those that cannot rotate.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_kms_key" "rotating" {
  description         = "Rotates every year"
  enable_key_rotation = true
}

resource "aws_kms_key" "rotating_slowly" {
  description             = "Rotates every five years"
  enable_key_rotation     = true
  rotation_period_in_days = 1825
}

# Absent means no.
resource "aws_kms_key" "silent" {
  description = "Says nothing"
}

resource "aws_kms_key" "refusing" {
  description         = "Does not rotate"
  enable_key_rotation = false
}

resource "aws_kms_key" "disabled" {
  description = "Is not in use"
  is_enabled  = false
}

resource "aws_kms_key" "asymmetric" {
  description              = "Signs"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "RSA_2048"
}

resource "aws_kms_key" "hmac" {
  description              = "Authenticates"
  key_usage                = "GENERATE_VERIFY_MAC"
  customer_master_key_spec = "HMAC_256"
}

# Key material of one's own.
resource "aws_kms_external_key" "imported" {
  description = "Imported"
  enabled     = true
}

resource "aws_kms_alias" "rotating" {
  name          = "alias/rotating"
  target_key_id = aws_kms_key.rotating.key_id
}

# In another region, made from the first.
resource "aws_kms_key" "multi_region" {
  description         = "Primary of several regions"
  multi_region        = true
  enable_key_rotation = true
}

resource "aws_kms_replica_key" "multi_region" {
  description     = "Replica"
  primary_key_arn = aws_kms_key.multi_region.arn
}
