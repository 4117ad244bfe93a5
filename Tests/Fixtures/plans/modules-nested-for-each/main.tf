# Modules in modules, made with for_each and count, that hand their resources to
# one another through variables, outputs and locals.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

variable "sites" {
  type = map(object({ versioned = bool, replicas = number }))

  default = {
    blog = { versioned = true, replicas = 2 }
    shop = { versioned = false, replicas = 1 }
  }
}

module "site" {
  source   = "./site"
  for_each = var.sites

  name      = each.key
  versioned = each.value.versioned
  replicas  = each.value.replicas
  key_arn   = local.key_arn
}

resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

locals {
  key_arn = aws_kms_key.main.arn
}

# Attached from outside: the bucket is an output of a module of a module.
resource "aws_s3_bucket_public_access_block" "blog" {
  bucket                  = module.site["blog"].bucket_ids[0]
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_public_access_block" "shop" {
  for_each = toset(module.site["shop"].bucket_names)

  bucket              = each.value
  block_public_acls   = true
  block_public_policy = true
  ignore_public_acls  = true
}

# A rule for the group of every site.
resource "aws_security_group_rule" "ssh" {
  for_each = module.site

  type              = "ingress"
  security_group_id = each.value.group_id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = [each.key == "shop" ? "0.0.0.0/0" : "10.0.0.0/8"]
}

output "groups" {
  value = { for name, site in module.site : name => site.group_id }
}
