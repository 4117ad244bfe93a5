# What every account of the landing zone gets.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "minimum_password_length" {
  type    = number
  default = 14
}

variable "remembered_passwords" {
  type    = number
  default = 24
}

variable "encrypts_volumes" {
  type    = bool
  default = true
}

resource "aws_iam_account_password_policy" "this" {
  minimum_password_length      = var.minimum_password_length
  password_reuse_prevention    = var.remembered_passwords
  max_password_age             = 90
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = true
  require_symbols              = true
}

resource "aws_ebs_encryption_by_default" "this" {
  enabled = var.encrypts_volumes
}

resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_accessanalyzer_analyzer" "this" {
  analyzer_name = "external-access"
  type          = "ACCOUNT"
}

resource "aws_account_alternate_contact" "security" {
  alternate_contact_type = "SECURITY"
  name                   = "Security team"
  title                  = "Security"
  email_address          = "security@example.com"
  phone_number           = "+49 30 0000000"
}

resource "aws_iam_role" "support" {
  name = "support"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111111111111:root" }
      Action    = "sts:AssumeRole"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "support" {
  role       = aws_iam_role.support.name
  policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"
}
