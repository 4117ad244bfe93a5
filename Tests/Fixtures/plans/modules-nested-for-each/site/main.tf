variable "name" {
  type = string
}

variable "versioned" {
  type = bool
}

variable "replicas" {
  type = number
}

variable "key_arn" {
  type = string
}

module "bucket" {
  source = "../bucket"
  count  = var.replicas

  name    = "${var.name}-${count.index}"
  key_arn = var.key_arn
}

resource "aws_s3_bucket_versioning" "main" {
  count  = var.versioned ? var.replicas : 0
  bucket = module.bucket[count.index].id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_security_group" "main" {
  name = var.name
}

output "bucket_ids" {
  value = module.bucket[*].id
}

output "bucket_names" {
  value = module.bucket[*].name
}

output "group_id" {
  value = aws_security_group.main.id
}
