# Buckets whose settings live in resources of their own, joined by reference, by
# name, and by arn; one bucket has none of them.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_s3_bucket" "by_reference" {
  bucket = "split-by-reference"
}

resource "aws_s3_bucket_versioning" "by_reference" {
  bucket = aws_s3_bucket.by_reference.id
  mfa    = "arn:aws:iam::111122223333:mfa/root 123456"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "by_reference" {
  bucket = aws_s3_bucket.by_reference.bucket

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.buckets.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "by_reference" {
  bucket                  = aws_s3_bucket.by_reference.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_logging" "by_reference" {
  bucket        = aws_s3_bucket.by_reference.id
  target_bucket = aws_s3_bucket.bare.id
  target_prefix = "access/"
}

resource "aws_s3_bucket_ownership_controls" "by_reference" {
  bucket = aws_s3_bucket.by_reference.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_kms_key" "buckets" {
  enable_key_rotation = true
}

resource "aws_s3_bucket" "by_name" {
  bucket = "split-by-name"
}

# The name as text, with no reference to the bucket.
resource "aws_s3_bucket_versioning" "by_name" {
  bucket = "split-by-name"

  versioning_configuration {
    status = "Suspended"
  }
}

# Three of four: this bucket may still be public.
resource "aws_s3_bucket_public_access_block" "by_name" {
  bucket              = "split-by-name"
  block_public_acls   = true
  block_public_policy = true
  ignore_public_acls  = true
}

resource "aws_s3_bucket_acl" "by_name" {
  bucket = "split-by-name"
  acl    = "public-read"
}

# Nothing is attached to this one.
resource "aws_s3_bucket" "bare" {
  bucket = "split-bare"
}

# Settings of a bucket that this plan does not contain.
resource "aws_s3_bucket_versioning" "elsewhere" {
  bucket = "made-by-another-plan"

  versioning_configuration {
    status = "Enabled"
  }
}

# The settings of the whole account.
resource "aws_s3_account_public_access_block" "main" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = false
}

# The arguments of the bucket itself, from before they were split (provider 3).
resource "aws_s3_bucket" "legacy" {
  bucket = "split-legacy"

  versioning {
    enabled    = true
    mfa_delete = false
  }

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256"
      }
    }
  }

  logging {
    target_bucket = "split-bare"
  }
}
