# The older resource for one rule.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_security_group" "web" {
  name = "web"
}

resource "aws_security_group_rule" "web_https" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_security_group_rule" "web_ssh" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  from_port         = 20
  to_port           = 25
  protocol          = "tcp"
  cidr_blocks       = ["203.0.113.0/24", "0.0.0.0/0"]
}

# Egress to the world on port 22 is no ingress.
resource "aws_security_group" "worker" {
  name = "worker"
}

resource "aws_security_group_rule" "worker_out" {
  type              = "egress"
  security_group_id = aws_security_group.worker.id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "worker_from_web" {
  type                     = "ingress"
  security_group_id        = aws_security_group.worker.id
  from_port                = 22
  to_port                  = 22
  protocol                 = "tcp"
  source_security_group_id = aws_security_group.web.id
}

# A rule of a group that this plan does not contain.
resource "aws_security_group_rule" "elsewhere" {
  type              = "ingress"
  security_group_id = "sg-0123456789abcdef0"
  from_port         = 3389
  to_port           = 3389
  protocol          = "6"
  cidr_blocks       = ["0.0.0.0/0"]
}
