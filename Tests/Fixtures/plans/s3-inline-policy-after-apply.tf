# Policies that name the arn of a bucket of this plan: their text is known only
# after apply, though their references are known now.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_s3_bucket" "generated" {
  bucket_prefix = "generated-"
}

resource "aws_s3_bucket_policy" "generated" {
  bucket = aws_s3_bucket.generated.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "DenyPlainHTTP"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.generated.arn, "${aws_s3_bucket.generated.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# Known now: the arn is written out.
resource "aws_s3_bucket" "literal" {
  bucket = "literal-policy"
}

resource "aws_s3_bucket_policy" "literal" {
  bucket = aws_s3_bucket.literal.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "DenyPlainHTTP"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::literal-policy", "arn:aws:s3:::literal-policy/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# Known now, as a heredoc with its own white space; only objects are covered.
resource "aws_s3_bucket" "heredoc" {
  bucket = "heredoc-policy"
}

resource "aws_s3_bucket_policy" "heredoc" {
  bucket = aws_s3_bucket.heredoc.id
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": "s3:*",
        "Resource": "arn:aws:s3:::heredoc-policy/*",
        "Condition": {"Bool": {"aws:SecureTransport": false}}
      }
    }
  POLICY
}

# The deprecated argument of the bucket.
resource "aws_s3_bucket" "inline" {
  bucket = "inline-policy"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::inline-policy/*"
    }]
  })
}
