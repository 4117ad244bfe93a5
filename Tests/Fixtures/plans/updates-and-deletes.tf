# Everything that a plan may do to a resource that exists already. The state
# before is updates-and-deletes.tfstate.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

# no-op
resource "aws_iam_user" "kept" {
  name = "kept"
}

resource "aws_vpc" "kept" {
  cidr_block = "10.0.0.0/16"
}

# create, on something that exists: its id is known.
resource "aws_flow_log" "kept" {
  vpc_id               = aws_vpc.kept.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

resource "aws_security_group_rule" "by_id" {
  type              = "ingress"
  security_group_id = aws_vpc.kept.default_security_group_id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}

# update in place, for the worse: rotation is switched off.
resource "aws_kms_key" "changed" {
  description         = "Main key"
  enable_key_rotation = false
}

# delete, then create: the zone changes.
resource "aws_ebs_volume" "replaced" {
  availability_zone = "eu-central-1b"
  size              = 8
  type              = "gp3"
  encrypted         = true
}

# create, then delete; and an older object that still waits to be deleted.
resource "aws_ebs_volume" "replaced_first" {
  availability_zone = "eu-central-1b"
  size              = 8
  type              = "gp3"
  encrypted         = true

  lifecycle {
    create_before_destroy = true
  }
}

# One of two is left: the second is deleted.
resource "aws_iam_user" "pool" {
  count = 1
  name  = "pool-${count.index}"
}

# Has another address than before.
moved {
  from = aws_iam_user.old_address
  to   = aws_iam_user.new_address
}

resource "aws_iam_user" "new_address" {
  name = "moved"
}

# Leaves the state, and stays in the account.
removed {
  from = aws_iam_group.forgotten

  lifecycle {
    destroy = false
  }
}

# aws_security_group.deleted, open to the world, is no longer here: it is deleted.

output "key" {
  value = aws_kms_key.changed.arn
}
