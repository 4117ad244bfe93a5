# Data sources: those that can be read while planning are in the prior state,
# those that wait for a resource are planned to be read.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

locals {
  account = "111122223333"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${local.account}:root"]
    }
  }
}

data "aws_iam_policy_document" "override" {
  source_policy_documents = [data.aws_iam_policy_document.trust.json]

  statement {
    sid       = "Everything"
    actions   = ["*"]
    resources = ["*"]
  }
}

data "aws_arn" "role" {
  arn = "arn:aws:iam::111122223333:role/existing"
}

data "aws_partition" "current" {}

data "aws_region" "current" {}

resource "aws_iam_role" "main" {
  name               = "main"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_policy" "main" {
  name   = "main"
  policy = data.aws_iam_policy_document.deferred.json
}

# Waits for the arn of the role.
data "aws_iam_policy_document" "deferred" {
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.main.arn]
  }

  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy_attachment" "main" {
  role       = aws_iam_role.main.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/ReadOnlyAccess"
}
