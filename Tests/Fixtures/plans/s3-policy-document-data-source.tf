# Policies written with aws_iam_policy_document. The first is computed while
# planning; the second reads an arn that is known after apply, so Terraform
# leaves the data source to apply and its statements have unknown parts.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_s3_bucket" "known" {
  bucket = "document-known"
}

data "aws_iam_policy_document" "known" {
  statement {
    sid       = "DenyPlainHTTP"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::document-known", "arn:aws:s3:::document-known/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "known" {
  bucket = aws_s3_bucket.known.id
  policy = data.aws_iam_policy_document.known.json
}

resource "aws_s3_bucket" "deferred" {
  bucket = "document-deferred"
}

data "aws_iam_policy_document" "deferred" {
  statement {
    sid       = "DenyPlainHTTP"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.deferred.arn, "${aws_s3_bucket.deferred.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "deferred" {
  bucket = aws_s3_bucket.deferred.id
  policy = data.aws_iam_policy_document.deferred.json
}

# A deferred document that adds to another one and denies nothing.
resource "aws_s3_bucket" "merged" {
  bucket = "document-merged"
}

data "aws_iam_policy_document" "merged" {
  source_policy_documents = [data.aws_iam_policy_document.known.json]

  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.merged.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

resource "aws_s3_bucket_policy" "merged" {
  bucket = aws_s3_bucket.merged.id
  policy = data.aws_iam_policy_document.merged.json
}
