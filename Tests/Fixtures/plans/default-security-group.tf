# The default security group of a VPC is adopted, not made: without rules in the
# configuration it loses all of them.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_vpc" "closed" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.closed.id
}

resource "aws_vpc" "open" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_default_security_group" "open" {
  vpc_id = aws_vpc.open.id

  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Nobody adopts the default group of this one: it keeps the rules that AWS gives.
resource "aws_vpc" "forgotten" {
  cidr_block = "10.2.0.0/16"
}

# Closed at first, opened by a rule of its own.
resource "aws_vpc" "reopened" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_default_security_group" "reopened" {
  vpc_id = aws_vpc.reopened.id
}

resource "aws_vpc_security_group_ingress_rule" "reopened" {
  security_group_id = aws_default_security_group.reopened.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/8"
}

# A rule that reaches the default group through an attribute of the VPC.
resource "aws_security_group_rule" "forgotten" {
  type              = "ingress"
  security_group_id = aws_vpc.forgotten.default_security_group_id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}
