# The account that keeps the logs of all others.

resource "aws_kms_key" "logs" {
  provider            = aws.log_archive
  description         = "Encrypts logs"
  enable_key_rotation = true
}

# Good: encrypted, versioned, private, closed to plain HTTP, and its own access is logged.
resource "aws_s3_bucket" "trail" {
  provider = aws.log_archive
  bucket   = "example-organization-trail"
}

resource "aws_s3_bucket_versioning" "trail" {
  provider = aws.log_archive
  bucket   = aws_s3_bucket.trail.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "trail" {
  provider = aws.log_archive
  bucket   = aws_s3_bucket.trail.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.logs.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "trail" {
  provider                = aws.log_archive
  bucket                  = aws_s3_bucket.trail.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_logging" "trail" {
  provider      = aws.log_archive
  bucket        = aws_s3_bucket.trail.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "trail/"
}

resource "aws_s3_bucket_policy" "trail" {
  provider = aws.log_archive
  bucket   = aws_s3_bucket.trail.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = ["s3:GetBucketAcl", "s3:PutObject"]
        Resource = [
          "arn:aws:s3:::example-organization-trail",
          "arn:aws:s3:::example-organization-trail/*",
        ]
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          "arn:aws:s3:::example-organization-trail",
          "arn:aws:s3:::example-organization-trail/*",
        ]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

# Bad: the bucket of the access logs has no policy that refuses plain HTTP.
resource "aws_s3_bucket" "access_logs" {
  provider = aws.log_archive
  bucket   = "example-access-logs"
}

resource "aws_s3_bucket_public_access_block" "access_logs" {
  provider                = aws.log_archive
  bucket                  = aws_s3_bucket.access_logs.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
