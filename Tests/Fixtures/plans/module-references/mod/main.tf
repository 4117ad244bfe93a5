terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
variable "key" {}
variable "bucket_id" {}
variable "ids" {}
resource "aws_s3_bucket" "b" { bucket_prefix = "q" }
resource "aws_s3_bucket_ownership_controls" "o" {
  bucket = var.bucket_id
  rule { object_ownership = "BucketOwnerEnforced" }
}
resource "aws_s3_bucket_acl" "o" {
  for_each = var.ids
  bucket   = each.value
  acl      = "private"
}
resource "aws_s3_object" "o" {
  bucket     = aws_s3_bucket.b.id
  key        = "k"
  kms_key_id = var.key
}
output "bucket" { value = aws_s3_bucket.b.id }
output "arn" { value = aws_s3_bucket.b.arn }
output "key_out" { value = module.inner.k }
module "inner" {
  source = "./inner"
  key    = var.key
}
