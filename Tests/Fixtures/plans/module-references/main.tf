terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
variable "region" { default = "eu-west-1" }
variable "acct" { default = "123456789012" }
provider "aws" {
  region                      = var.region
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
provider "aws" {
  alias                       = "us"
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
locals {
  key_arn = aws_kms_key.main.arn
  names   = toset(["a", "b"])
}
resource "aws_kms_key" "main" { description = "x" }
resource "aws_s3_bucket" "each" {
  for_each      = local.names
  bucket_prefix = each.key
}
resource "aws_s3_bucket_versioning" "each" {
  for_each = aws_s3_bucket.each
  bucket   = each.value.id
  versioning_configuration { status = "Enabled" }
}
resource "aws_s3_bucket_public_access_block" "each" {
  for_each = local.names
  bucket   = aws_s3_bucket.each[each.key].id
}
resource "aws_s3_bucket_server_side_encryption_configuration" "each" {
  for_each = local.names
  bucket   = aws_s3_bucket.each[each.key].id
  rule {
    apply_server_side_encryption_by_default {
      kms_master_key_id = local.key_arn
      sse_algorithm     = "aws:kms"
    }
  }
}
resource "aws_instance" "c" {
  count                  = 2
  ami                    = "ami-123"
  instance_type          = "t3.micro"
  provider               = aws.us
  vpc_security_group_ids = [aws_security_group.sg.id]
  ebs_block_device {
    device_name = "/dev/sdb"
    volume_size = 10
    kms_key_id  = aws_kms_key.main.arn
  }
  ebs_block_device {
    device_name = "/dev/sda3"
    volume_size = 11
  }
}
resource "aws_ebs_volume" "v" {
  count             = 2
  availability_zone = aws_instance.c[count.index].availability_zone
  size              = 1
  tags              = { A = aws_instance.c[0].id, B = join(",", aws_instance.c[*].id) }
}
resource "aws_security_group" "sg" {
  name = "sg"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.v.cidr_block]
    self        = true
  }
}
resource "aws_security_group" "other" {
  vpc_id = aws_vpc.v.id
  dynamic "ingress" {
    for_each = [for c in aws_ebs_volume.v : c]
    content {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = [ingress.value.arn]
    }
  }
}
resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
module "m" {
  source    = "./mod"
  providers = { aws = aws.us }
  for_each  = toset(["x", "y"])
  key       = local.key_arn
  bucket_id = aws_s3_bucket.each["a"].id
  ids       = { for k, b in aws_s3_bucket.each : k => b.id }
}
resource "aws_s3_bucket_policy" "p" {
  bucket = module.m["x"].bucket
  policy = data.aws_iam_policy_document.d.json
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:*"]
    resources = [module.m["x"].arn, "arn:aws:s3:::x"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
data "aws_iam_policy_document" "static" {
  statement {
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::x"]
  }
}
resource "aws_iam_policy" "st" { policy = data.aws_iam_policy_document.static.json }
resource "aws_db_instance" "db" {
  instance_class    = "db.t3.micro"
  engine            = "mysql"
  username          = "u"
  password          = "not-a-secret"
  allocated_storage = 10
  kms_key_id        = module.m["x"].key_out
}
