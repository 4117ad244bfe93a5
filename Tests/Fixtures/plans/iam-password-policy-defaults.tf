# What is left out: some of it has a default of the provider, the rest is known
# only after apply.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_iam_account_password_policy" "main" {
  require_numbers = true
}
