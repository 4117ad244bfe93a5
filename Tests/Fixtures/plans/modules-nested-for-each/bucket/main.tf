variable "name" {
  type = string
}

variable "key_arn" {
  type    = string
  default = null
}

locals {
  full_name = "example-${var.name}"
}

resource "aws_s3_bucket" "main" {
  bucket = local.full_name
}

resource "aws_s3_bucket_server_side_encryption_configuration" "main" {
  bucket = aws_s3_bucket.main.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key_arn
    }
  }
}

output "id" {
  value = aws_s3_bucket.main.id
}

output "name" {
  value = aws_s3_bucket.main.bucket
}
