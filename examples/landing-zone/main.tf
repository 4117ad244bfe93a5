# A landing zone of four accounts, as a plan of Terraform sees it before the first apply. Each
# part says whether it is good or bad. plan.json is what Terraform will do with it, made without
# any account: a local stand-in for AWS (moto) answers what providers ask when they start.
#
#   moto_server -p 5000 &
#   export AWS_ENDPOINT_URL=http://127.0.0.1:5000
#   export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none
#   terraform init
#   terraform plan -out plan.out
#   terraform show -json plan.out | python3 -m json.tool --indent 1 --no-ensure-ascii > plan.json

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

# One provider for each account and region.
provider "aws" {
  region = "eu-central-1"

  assume_role {
    role_arn = "arn:aws:iam::111111111111:role/terraform"
  }
}

provider "aws" {
  alias  = "log_archive"
  region = "eu-central-1"

  assume_role {
    role_arn = "arn:aws:iam::222222222222:role/terraform"
  }
}

provider "aws" {
  alias  = "production"
  region = "eu-central-1"

  assume_role {
    role_arn = "arn:aws:iam::333333333333:role/terraform"
  }
}

provider "aws" {
  alias  = "production_us"
  region = "us-east-1"

  assume_role {
    role_arn = "arn:aws:iam::333333333333:role/terraform"
  }
}

provider "aws" {
  alias  = "sandbox"
  region = "eu-central-1"

  assume_role {
    role_arn = "arn:aws:iam::444444444444:role/terraform"
  }
}

# What every account gets.

module "baseline_management" {
  source = "./modules/account-baseline"
}

module "baseline_log_archive" {
  source    = "./modules/account-baseline"
  providers = { aws = aws.log_archive }
}

module "baseline_production" {
  source    = "./modules/account-baseline"
  providers = { aws = aws.production }
}

# Bad: somebody found the usual rules for passwords and volumes inconvenient.
module "baseline_sandbox" {
  source                  = "./modules/account-baseline"
  providers               = { aws = aws.sandbox }
  minimum_password_length = 8
  remembered_passwords    = 5
  encrypts_volumes        = false
}
