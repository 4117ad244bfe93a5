# Security groups with their rules inside.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "open_ssh" {
  name   = "open-ssh"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "open_all" {
  name   = "open-all"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["::/0"]
  }
}

# A range that spans 3389.
resource "aws_security_group" "open_range" {
  name   = "open-range"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 3000
    to_port     = 4000
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Type 8 of ICMP is no port 8, and type 3 with code 22 is no port 22.
resource "aws_security_group" "icmp" {
  name   = "icmp"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 3
    to_port     = 22
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "private" {
  name   = "private"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  ingress {
    from_port       = 3389
    to_port         = 3389
    protocol        = "tcp"
    security_groups = [aws_security_group.open_all.id]
  }

  ingress {
    from_port = 443
    to_port   = 443
    protocol  = "tcp"
    self      = true
  }
}

# Its range is known only after apply.
resource "aws_security_group" "after_apply" {
  name   = "after-apply"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["${aws_eip.office.public_ip}/32"]
  }
}

resource "aws_eip" "office" {
  domain = "vpc"
}

# No rule at all.
resource "aws_security_group" "empty" {
  name   = "empty"
  vpc_id = aws_vpc.main.id
}

# The empty list takes every rule away.
resource "aws_security_group" "emptied" {
  name    = "emptied"
  vpc_id  = aws_vpc.main.id
  ingress = []
  egress  = []
}
