# A plan that failed half-way: Terraform writes what it has and says `errored`.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_kms_key" "planned" {
  enable_key_rotation = true
}

resource "aws_kms_key" "refused" {
  enable_key_rotation = false

  lifecycle {
    precondition {
      condition     = length(terraform.workspace) == 0
      error_message = "Keys are made elsewhere."
    }
  }
}
