# Trails that each lack something.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

# One region, and every other argument left to its default.
resource "aws_cloudtrail" "one_region" {
  name           = "one-region"
  s3_bucket_name = aws_s3_bucket.public.id
}

resource "aws_cloudtrail" "stopped" {
  name                       = "stopped"
  s3_bucket_name             = "bucket-of-another-plan"
  is_multi_region_trail      = true
  enable_logging             = false
  enable_log_file_validation = true
}

# Multi-region, but only writes are recorded.
resource "aws_cloudtrail" "writes" {
  name                  = "writes"
  s3_bucket_name        = aws_s3_bucket.public.id
  is_multi_region_trail = true

  event_selector {
    read_write_type           = "WriteOnly"
    include_management_events = true

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::public-trail-bucket/"]
    }
  }
}

# Advanced selectors: object events, and no management events.
resource "aws_cloudtrail" "advanced" {
  name                  = "advanced"
  s3_bucket_name        = aws_s3_bucket.public.id
  is_multi_region_trail = true

  advanced_event_selector {
    name = "All object events"

    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}

resource "aws_s3_bucket" "public" {
  bucket = "public-trail-bucket"
}

resource "aws_s3_bucket_acl" "public" {
  bucket = aws_s3_bucket.public.id
  acl    = "public-read"
}

resource "aws_s3_bucket_policy" "public" {
  bucket = aws_s3_bucket.public.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::public-trail-bucket/*"
    }]
  })
}
