# Users who get their permissions directly, in every way there is, and through a group.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_iam_policy" "read" {
  name = "read"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:Get*", Resource = "*" }]
  })
}

resource "aws_iam_group" "readers" {
  name = "readers"
}

resource "aws_iam_group_policy_attachment" "readers" {
  group      = aws_iam_group.readers.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_user" "by_group" {
  name = "by-group"
}

resource "aws_iam_user_group_membership" "by_group" {
  user   = aws_iam_user.by_group.name
  groups = [aws_iam_group.readers.name]
}

resource "aws_iam_user" "by_group_list" {
  name = "by-group-list"
}

resource "aws_iam_group_membership" "readers" {
  name  = "readers"
  group = aws_iam_group.readers.name
  users = [aws_iam_user.by_group_list.name]
}

resource "aws_iam_user" "attached" {
  name = "attached"
}

resource "aws_iam_user_policy_attachment" "attached" {
  user       = aws_iam_user.attached.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_user" "inline" {
  name = "inline"
}

resource "aws_iam_user_policy" "inline" {
  name = "inline"
  user = aws_iam_user.inline.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = "*" }]
  })
}

# One resource that attaches to users, groups and roles at once.
resource "aws_iam_user" "attached_together" {
  name = "attached-together"
}

resource "aws_iam_policy_attachment" "together" {
  name       = "together"
  policy_arn = aws_iam_policy.read.arn
  users      = [aws_iam_user.attached_together.name]
  groups     = [aws_iam_group.readers.name]
}

# Attached by name, without a reference.
resource "aws_iam_user_policy_attachment" "by_name" {
  user       = "inline"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_access_key" "ci" {
  user   = aws_iam_user.by_group.name
  status = "Active"
}

resource "aws_iam_access_key" "old" {
  user   = aws_iam_user.by_group.name
  status = "Inactive"
}

# A console password, whose value is never in a plan.
resource "aws_iam_user_login_profile" "attached" {
  user = aws_iam_user.attached.name
}

resource "aws_iam_virtual_mfa_device" "attached" {
  virtual_mfa_device_name = "attached"
}
