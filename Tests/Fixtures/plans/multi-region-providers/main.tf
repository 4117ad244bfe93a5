# Three regions and three accounts: provider aliases, roles to assume, and a
# provider that is handed to a module.

variable "audit_account" {
  type    = string
  default = "123456789012"
}

variable "audit_region" {
  type    = string
  default = "us-east-1"
}

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "north"
  region                      = "eu-north-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

# The account is in the text of the role.
provider "aws" {
  alias                       = "production"
  region                      = "eu-west-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  assume_role {
    role_arn     = "arn:aws:iam::111122223333:role/deploy"
    session_name = "plan"
  }
}

# Region and account come from variables.
provider "aws" {
  alias                       = "audit"
  region                      = var.audit_region
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  assume_role {
    role_arn     = "arn:aws:iam::${var.audit_account}:role/deploy"
    session_name = "plan"
  }
}

resource "aws_ebs_encryption_by_default" "main" {
  enabled = true
}

resource "aws_ebs_encryption_by_default" "north" {
  provider = aws.north
  enabled  = false
}

resource "aws_ebs_encryption_by_default" "production" {
  provider = aws.production
  enabled  = true
}

resource "aws_ebs_encryption_by_default" "audit" {
  provider = aws.audit
  enabled  = true
}

# One password policy for each account.
resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 14
}

resource "aws_iam_account_password_policy" "production" {
  provider                = aws.production
  minimum_password_length = 8
}

# The same name in two accounts.
resource "aws_sns_topic" "main" {
  name = "security"
}

resource "aws_sns_topic" "production" {
  provider = aws.production
  name     = "security"
}

module "network" {
  source     = "./network"
  cidr_block = "10.0.0.0/16"
}

module "network_production" {
  source     = "./network"
  cidr_block = "10.1.0.0/16"

  providers = {
    aws = aws.production
  }
}
